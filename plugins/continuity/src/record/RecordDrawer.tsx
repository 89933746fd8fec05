import { useId } from 'react';
import Button from '@material-ui/core/Button';
import Drawer from '@material-ui/core/Drawer';
import IconButton from '@material-ui/core/IconButton';
import Typography from '@material-ui/core/Typography';
import CloseIcon from '@material-ui/icons/Close';
import Alert from '@material-ui/lab/Alert';
import { makeStyles } from '@material-ui/core/styles';
import { Progress } from '@backstage/core-components';
import { EntityName } from '../catalog/EntityName';
import { errorMessage } from '../screen/errorMessage';
import { usePartyName } from '../profile/usePartyName';
import { useTranslation } from '../translation';
import { Moment } from './Moment';
import type { RecordPages, ShownEntry } from './useRecordPages';

const useStyles = makeStyles(theme => ({
  paper: {
    width: 480,
    maxWidth: '100vw',
    padding: theme.spacing(3),
    fontFamily: theme.typography.fontFamily,
  },
  head: {
    display: 'flex',
    alignItems: 'flex-start',
    justifyContent: 'space-between',
    gap: theme.spacing(1),
  },
  list: { listStyle: 'none', margin: 0, padding: 0 },
  entry: {
    padding: theme.spacing(1.5, 0),
    borderBottom: `1px solid ${theme.palette.divider}`,
    overflowWrap: 'anywhere',
  },
  quiet: { color: theme.palette.text.secondary },
  changes: { margin: theme.spacing(0.5, 0), paddingLeft: theme.spacing(2.5) },
  foot: {
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'space-between',
    paddingTop: theme.spacing(2),
  },
}));

interface Words<Shown extends ShownEntry> {
  /** What somebody did, as the words after their name. */
  actionOf: (entry: Shown) => string;
  /** When, where it is not how long ago. */
  momentOf?: (entry: Shown) => string;
  /** What it changed, line by line. */
  changesOf?: (entry: Shown) => string[];
}

/** What was decided about something, in a drawer: who, when, what and why. */
export const RecordDrawer = <Shown extends ShownEntry>(
  props: Words<Shown> & {
    title: string;
    history: RecordPages<Shown>;
    onClose: () => void;
  },
) => {
  const { title, history, onClose } = props;
  const classes = useStyles();
  const { t } = useTranslation();
  const titleId = useId();
  return (
    <Drawer
      anchor="right"
      open
      onClose={onClose}
      PaperProps={{
        className: classes.paper,
        role: 'dialog',
        'aria-modal': true,
        'aria-labelledby': titleId,
      }}
    >
      <div className={classes.head}>
        <Typography variant="h5" component="h2" id={titleId}>
          {title}
        </Typography>
        <IconButton
          size="small"
          aria-label={t('record.close')}
          onClick={onClose}
        >
          <CloseIcon />
        </IconButton>
      </div>
      <ul className={classes.list}>
        {history.items.map(entry => (
          <Entry key={entry.id} {...props} entry={entry} />
        ))}
      </ul>
      {history.error !== undefined && (
        <Alert
          severity="error"
          role="alert"
          action={
            <Button color="inherit" size="small" onClick={history.loadOlder}>
              {t('record.retry')}
            </Button>
          }
        >
          {t('record.failed', { message: errorMessage(history.error) })}
        </Alert>
      )}
      {history.loading && history.items.length === 0 && <Progress />}
      {!history.loading && !history.error && history.items.length === 0 && (
        <Typography className={classes.quiet}>{t('record.empty')}</Typography>
      )}
      {history.items.length > 0 && (
        <div className={classes.foot}>
          <Typography variant="body2" className={classes.quiet}>
            {t('record.shown', {
              shown: String(history.items.length),
              total: String(history.total),
            })}
          </Typography>
          {history.hasOlder && (
            <Button disabled={history.loading} onClick={history.loadOlder}>
              {t(history.loading ? 'record.loadingOlder' : 'record.older')}
            </Button>
          )}
        </div>
      )}
    </Drawer>
  );
};

function Entry<Shown extends ShownEntry>(
  props: Words<Shown> & { entry: Shown },
) {
  const { entry, actionOf, momentOf, changesOf } = props;
  const classes = useStyles();
  const { t } = useTranslation();
  const changes = changesOf?.(entry) ?? [];
  return (
    <li className={classes.entry}>
      <div>
        <strong>
          <By subject={entry.by} />
        </strong>{' '}
        {actionOf(entry)}
      </div>
      <Typography variant="body2" className={classes.quiet}>
        {momentOf ? momentOf(entry) : <Moment at={entry.at} />}
      </Typography>
      {changes.length > 0 && (
        <ul className={classes.changes}>
          {changes.map(change => (
            <li key={change}>{change}</li>
          ))}
        </ul>
      )}
      {entry.imported && (
        <Typography variant="body2" className={classes.quiet}>
          {t('record.imported', {
            file: entry.imported.file,
            line: String(entry.imported.line),
          })}
        </Typography>
      )}
      {entry.reason && (
        <Typography variant="body2" className={classes.quiet}>
          {t('record.reason', { reason: entry.reason })}
        </Typography>
      )}
    </li>
  );
}

/** A person, or what acted by itself. */
function By({ subject }: { subject: string }) {
  const { t } = useTranslation();
  const partyName = usePartyName();
  if (subject === 'system') return <>{t('record.bySystem')}</>;
  if (!/^user:[^/]+\/.+/.test(subject)) return <>{subject}</>;
  return <EntityName entityRef={subject} title={partyName(subject)} />;
}
