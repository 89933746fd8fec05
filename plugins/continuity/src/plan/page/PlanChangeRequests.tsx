import { EntityInfoCard } from '@backstage/plugin-catalog-react';
import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import type {
  PlanChangeRequest,
  PlanDetail,
} from 'backstage-plugin-continuity-common';
import { useState } from 'react';
import { useTranslation } from '../../translation';
import { PlanRequestDeclineDialog } from '../PlanRequestDeclineDialog';
import { PlanRequestChanges, PlanRequestDue } from '../PlanRequestFacts';

const useStyles = makeStyles(theme => ({
  list: { listStyle: 'none', margin: 0, padding: 0 },
  item: {
    padding: theme.spacing(1, 0),
    '& + &': { borderTop: `1px solid ${theme.palette.divider}` },
  },
  line: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: theme.spacing(0.5, 1),
  },
}));

/** What approved changes ask of a plan and is not settled; nothing where nobody asks anything. */
export const PlanChangeRequests = (props: {
  plan: Pick<PlanDetail, 'changeRequests'>;
  /** After a request was declined: the plan may no longer be stale. */
  onDeclined: () => void;
}) => {
  const { plan, onDeclined } = props;
  const classes = useStyles();
  const { t } = useTranslation();
  const [declining, setDeclining] = useState<PlanChangeRequest>();
  const open = (plan.changeRequests ?? []).filter(
    ({ state }) => state === 'open',
  );
  if (open.length === 0) return null;
  return (
    <>
      <EntityInfoCard title={t('change.planCard.title')}>
        <ul className={classes.list} aria-label={t('change.request.table')}>
          {open.map(request => (
            <li key={request.id} className={classes.item}>
              <div className={classes.line}>
                <span>
                  <PlanRequestDue request={request} />
                  {'. '}
                  {t(
                    request.makesStale
                      ? 'change.request.stale'
                      : 'change.request.notYet',
                  )}
                </span>
                {request.allowedActions.includes('decline') && (
                  <Button size="small" onClick={() => setDeclining(request)}>
                    {t('change.request.decline')}
                  </Button>
                )}
              </div>
              <PlanRequestChanges request={request} />
            </li>
          ))}
        </ul>
        <div>{t('change.planCard.hint')}</div>
      </EntityInfoCard>
      {declining && (
        <PlanRequestDeclineDialog
          request={declining}
          onDone={() => {
            setDeclining(undefined);
            onDeclined();
          }}
          onClose={() => setDeclining(undefined)}
        />
      )}
    </>
  );
};
