import { EntityInfoCard } from '@backstage/plugin-catalog-react';
import Button from '@material-ui/core/Button';
import MenuItem from '@material-ui/core/MenuItem';
import TextField from '@material-ui/core/TextField';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import type { TestDetail } from 'backstage-plugin-continuity-common';
import { useId, useState, type FormEvent } from 'react';
import { useTranslation } from '../../translation';
import { LogEntry } from './LogEntry';
import type { LiveRun } from './useTestRun';
import { usePageStyles } from '../../screen/usePageStyles';

const useStyles = makeStyles(theme => ({
  form: {
    display: 'grid',
    gridTemplateColumns: '130px 1fr auto',
    gap: theme.spacing(1),
    alignItems: 'start',
    // the label of a field stands half above it
    paddingTop: theme.spacing(1),
    marginBottom: theme.spacing(1.5),
  },
  list: {
    listStyle: 'none',
    margin: 0,
    padding: 0,
    maxHeight: 520,
    overflowY: 'auto',
  },
}));

const WRITTEN = ['note', 'decision', 'problem', 'inject'] as const;
type Written = (typeof WRITTEN)[number];

/** What happened, newest first, with a line to write the next entry. */
export const RunLog = (props: {
  test: TestDetail;
  live: LiveRun;
  zone: string;
  mayRun: boolean;
}) => {
  const { test, live, zone, mayRun } = props;
  const classes = useStyles();
  const styles = usePageStyles();
  const { t } = useTranslation();
  const id = useId();
  const [kind, setKind] = useState<Written>('note');
  const [text, setText] = useState('');
  const write = (event: FormEvent) => {
    event.preventDefault();
    if (!text.trim()) return;
    live.press({ kind: 'event', event: { kind, text: text.trim() } });
    setText('');
    setKind('note');
  };
  const entries = [...live.view.events].sort((a, b) =>
    b.at.localeCompare(a.at),
  );
  return (
    <EntityInfoCard title={t('testRun.log.title')}>
      {mayRun && (
        <form className={classes.form} onSubmit={write}>
          <TextField
            id={`${id}-kind`}
            select
            size="small"
            variant="outlined"
            label={t('testRun.log.kind')}
            value={kind}
            onChange={event => setKind(event.target.value as Written)}
          >
            {WRITTEN.map(each => (
              <MenuItem key={each} value={each}>
                {t(`testRun.event.${each}`)}
              </MenuItem>
            ))}
          </TextField>
          <TextField
            id={`${id}-text`}
            size="small"
            variant="outlined"
            label={t('testRun.log.text')}
            value={text}
            onChange={event => setText(event.target.value)}
            inputProps={{ maxLength: 4000 }}
          />
          <Button type="submit" variant="outlined" color="primary">
            {t('testRun.log.write')}
          </Button>
        </form>
      )}
      {entries.length === 0 && (
        <Typography className={styles.quiet}>
          {t('testRun.log.empty')}
        </Typography>
      )}
      <ul
        className={classes.list}
        aria-label={t('testRun.log.title')}
        // it scrolls, and whoever has no pointer must be able to
        // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        tabIndex={0}
      >
        {entries.map(entry => (
          <LogEntry
            key={entry.clientId ?? entry.id}
            entry={entry}
            test={test}
            zone={zone}
            pending={live.view.pending.has(entry.id)}
          />
        ))}
      </ul>
    </EntityInfoCard>
  );
};
