import Button from '@material-ui/core/Button';
import TextField from '@material-ui/core/TextField';
import Typography from '@material-ui/core/Typography';
import Alert from '@material-ui/lab/Alert';
import { makeStyles } from '@material-ui/core/styles';
import type { CalendarFeedCreated } from 'backstage-plugin-continuity-common';
import { useId, useRef, useState } from 'react';
import { useTranslation } from '../../translation';

const useStyles = makeStyles(theme => ({
  row: {
    display: 'flex',
    alignItems: 'center',
    gap: theme.spacing(1.5),
    margin: theme.spacing(1.5, 0),
  },
  address: { flex: 1 },
}));

/** The address of a new feed, which is shown this once. */
export const CreatedFeed = (props: {
  feed: CalendarFeedCreated;
  onAnother: () => void;
}) => {
  const { feed, onAnother } = props;
  const classes = useStyles();
  const { t } = useTranslation();
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const [copied, setCopied] = useState<boolean>();
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(feed.url);
      setCopied(true);
    } catch {
      // some browsers let nobody write there: then it is selected, to be copied by hand
      field.current?.select();
      setCopied(false);
    }
  };
  return (
    <>
      <Alert severity="info">{t('testing.feed.once')}</Alert>
      <div className={classes.row}>
        <TextField
          id={`${id}-address`}
          className={classes.address}
          label={t('testing.feed.address')}
          value={feed.url}
          inputRef={field}
          InputProps={{ readOnly: true }}
          onFocus={event => event.target.select()}
          variant="outlined"
          size="small"
        />
        <Button color="primary" variant="contained" onClick={copy}>
          {t('testing.feed.copy')}
        </Button>
      </div>
      <Typography variant="body2" role="status" gutterBottom>
        {copied !== undefined &&
          t(copied ? 'testing.feed.copied' : 'testing.feed.copyByHand')}
      </Typography>
      <Button size="small" onClick={onAnother}>
        {t('testing.feed.another')}
      </Button>
    </>
  );
};
