import { Progress } from '@backstage/core-components';
import { useApi } from '@backstage/core-plugin-api';
import Button from '@material-ui/core/Button';
import Drawer from '@material-ui/core/Drawer';
import IconButton from '@material-ui/core/IconButton';
import Typography from '@material-ui/core/Typography';
import CloseIcon from '@material-ui/icons/Close';
import Alert from '@material-ui/lab/Alert';
import { makeStyles } from '@material-ui/core/styles';
import type { RecordEntry } from 'backstage-plugin-continuity-common';
import { useCallback, useEffect, useId, useState } from 'react';
import { continuityApiRef } from '../../api';
import { EntityName } from '../../catalog/EntityName';
import { errorMessage } from '../../catalog/errorMessage';
import { usePartyName } from '../../profile/usePartyName';
import { useTranslation } from '../../translation';
import { useLocale } from '../../translation/useLocale';
import { testActionText } from './testActionText';
import { zonedMoment } from './zonedTime';

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
}));

const PAGE = 20;

/** What was decided about a test, newest first. */
export const TestHistoryDrawer = (props: {
  testId: string;
  title: string;
  zone: string;
  onClose: () => void;
}) => {
  const { testId, title, zone, onClose } = props;
  const classes = useStyles();
  const api = useApi(continuityApiRef);
  const locale = useLocale();
  const { t } = useTranslation();
  const partyName = usePartyName();
  const titleId = useId();
  const [items, setItems] = useState<RecordEntry[]>([]);
  const [cursor, setCursor] = useState<string>();
  const [loading, setLoading] = useState(true);
  const [error, setError] = useState<unknown>();
  const load = useCallback(
    async (from?: string) => {
      setLoading(true);
      setError(undefined);
      try {
        const page = await api.tests.getHistory(testId, {
          limit: PAGE,
          ...(from && { cursor: from }),
        });
        setItems(known => (from ? [...known, ...page.items] : page.items));
        setCursor(page.pageInfo.nextCursor);
      } catch (e) {
        setError(e);
      }
      setLoading(false);
    },
    [api, testId],
  );
  useEffect(() => {
    load();
  }, [load]);

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
          {t('testRun.history.title', { title })}
        </Typography>
        <IconButton
          size="small"
          aria-label={t('testing.close')}
          onClick={onClose}
        >
          <CloseIcon />
        </IconButton>
      </div>
      <ul className={classes.list}>
        {items.map(entry => (
          <li key={entry.id} className={classes.entry}>
            <strong>
              {entry.by.startsWith('user:') ? (
                <EntityName entityRef={entry.by} title={partyName(entry.by)} />
              ) : (
                entry.by
              )}
            </strong>{' '}
            {testActionText(t, entry.action)}
            <Typography variant="body2" className={classes.quiet}>
              {zonedMoment(entry.at, { zone, locale })}
            </Typography>
            {entry.reason && (
              <Typography variant="body2" className={classes.quiet}>
                {t('testRun.history.reason', { reason: entry.reason })}
              </Typography>
            )}
          </li>
        ))}
      </ul>
      {error !== undefined && (
        <Alert
          severity="error"
          role="alert"
          action={
            <Button color="inherit" size="small" onClick={() => load(cursor)}>
              {t('testing.retry')}
            </Button>
          }
        >
          {t('testing.failed', { message: errorMessage(error) })}
        </Alert>
      )}
      {loading && <Progress />}
      {!loading && error === undefined && items.length === 0 && (
        <Typography className={classes.quiet}>
          {t('testRun.history.empty')}
        </Typography>
      )}
      {cursor !== undefined && (
        <Button disabled={loading} onClick={() => load(cursor)}>
          {t('testRun.history.older')}
        </Button>
      )}
    </Drawer>
  );
};
