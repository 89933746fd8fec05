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
import { continuityApiRef } from '../api';
import { EntityName } from '../catalog/EntityName';
import { errorMessage } from '../catalog/errorMessage';
import { usePartyName } from '../profile/usePartyName';
import { Moment } from '../record/Moment';
import { useTranslation } from '../translation';
import type { Translate } from '../translation/Translate';

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

const ACTIONS = [
  'created',
  'version-begun',
  'submitted',
  'returned',
  'approved',
  'archived',
  'confirmed',
  'draft-discarded',
  'cloned',
  'made-primary',
  'imported',
  'private-contacts-saved',
  'owner-changed',
  'retention-ended',
  'entity-renamed',
] as const;

/** What somebody did with the plan, as the words after their name. */
function actionText(t: Translate, entry: RecordEntry): string {
  const action = ACTIONS.find(each => each === entry.action);
  return action
    ? t(`plan.history.action.${action}`)
    : t('plan.history.action.other', { action: entry.action });
}

/** What was decided about a plan, newest first. */
export const PlanHistoryDrawer = (props: {
  planId: string;
  title: string;
  onClose: () => void;
}) => {
  const { planId, title, onClose } = props;
  const classes = useStyles();
  const api = useApi(continuityApiRef);
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
        const page = await api.plans.getHistory(planId, {
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
    [api, planId],
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
          {t('plan.history.title', { title })}
        </Typography>
        <IconButton size="small" aria-label={t('plan.close')} onClick={onClose}>
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
                t('plan.history.bySystem')
              )}
            </strong>{' '}
            {actionText(t, entry)}
            <Typography variant="body2" className={classes.quiet}>
              <Moment at={entry.at} />
            </Typography>
            {entry.reason && (
              <Typography variant="body2" className={classes.quiet}>
                {t('plan.history.reason', { reason: entry.reason })}
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
              {t('plan.retry')}
            </Button>
          }
        >
          {t('plan.history.failed', { message: errorMessage(error) })}
        </Alert>
      )}
      {loading && <Progress />}
      {!loading && error === undefined && items.length === 0 && (
        <Typography className={classes.quiet}>
          {t('plan.history.empty')}
        </Typography>
      )}
      {cursor !== undefined && (
        <Button disabled={loading} onClick={() => load(cursor)}>
          {t('plan.history.older')}
        </Button>
      )}
    </Drawer>
  );
};
