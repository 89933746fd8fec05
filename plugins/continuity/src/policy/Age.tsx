import Tooltip from '@material-ui/core/Tooltip';
import { makeStyles } from '@material-ui/core/styles';
import { fullMoment, relativeTime } from '../record/relativeTime';
import { useLocale } from '../translation/useLocale';

const useStyles = makeStyles(theme => ({
  root: { borderBottom: `1px dotted ${theme.palette.text.secondary}` },
}));

/** An age in words, with the moment on hover and focus. */
export const Age = (props: { at: string }) => {
  const { at } = props;
  const classes = useStyles();
  const locale = useLocale();
  // Clocks differ a little; what has happened is never "in 2 seconds".
  const now = new Date(Math.max(Date.now(), Date.parse(at) + 1000));
  return (
    <Tooltip title={fullMoment(at, locale)}>
      <time dateTime={at} tabIndex={0} className={classes.root}>
        {relativeTime(at, { locale, now })}
      </time>
    </Tooltip>
  );
};
