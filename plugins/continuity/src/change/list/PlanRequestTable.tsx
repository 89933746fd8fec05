import { Link } from '@backstage/core-components';
import Button from '@material-ui/core/Button';
import Table from '@material-ui/core/Table';
import TableBody from '@material-ui/core/TableBody';
import TableCell from '@material-ui/core/TableCell';
import TableContainer from '@material-ui/core/TableContainer';
import TableHead from '@material-ui/core/TableHead';
import TableRow from '@material-ui/core/TableRow';
import { makeStyles } from '@material-ui/core/styles';
import type { PlanChangeRequest } from 'backstage-plugin-continuity-common';
import { EntityName } from '../../catalog/EntityName';
import { planAddress } from '../../plan/planAddress';
import {
  PlanRequestChanges,
  PlanRequestDue,
} from '../../plan/PlanRequestFacts';
import { usePlansAddress } from '../../plan/usePlansAddress';
import { usePartyName } from '../../profile/usePartyName';
import { usePageStyles } from '../../screen/usePageStyles';
import { useTranslation } from '../../translation';

const useStyles = makeStyles({
  stale: { opacity: 0.6 },
  table: {
    '& td, & th': { verticalAlign: 'top' },
    '& th': { fontWeight: 700 },
    '& td a': { textDecoration: 'underline' },
  },
});

/** One page of plan change requests: which plan, which changes asked for what, who answers, until when. */
export const PlanRequestTable = (props: {
  items: PlanChangeRequest[];
  loading?: boolean;
  onDecline: (request: PlanChangeRequest) => void;
}) => {
  const { items, loading = false, onDecline } = props;
  const classes = useStyles();
  const shared = usePageStyles();
  const { t } = useTranslation();
  const partyName = usePartyName();
  const plans = usePlansAddress();
  return (
    <TableContainer>
      <Table
        size="small"
        aria-label={t('change.request.table')}
        aria-busy={loading}
        className={`${shared.table} ${classes.table} ${
          loading ? classes.stale : ''
        }`}
      >
        <TableHead>
          <TableRow>
            <TableCell>{t('change.field.plan')}</TableCell>
            <TableCell>{t('change.field.changes')}</TableCell>
            <TableCell>{t('change.field.owner')}</TableCell>
            <TableCell>{t('change.field.due')}</TableCell>
          </TableRow>
        </TableHead>
        <TableBody>
          {items.map(request => (
            <TableRow key={request.id} hover>
              <TableCell>
                {plans ? (
                  <Link to={planAddress(plans, request.planId)}>
                    {request.planTitle}
                  </Link>
                ) : (
                  request.planTitle
                )}
                {request.state === 'open' && (
                  <div className={shared.small}>
                    {t(
                      request.makesStale
                        ? 'change.request.stale'
                        : 'change.request.notYet',
                    )}
                  </div>
                )}
              </TableCell>
              <TableCell>
                <PlanRequestChanges request={request} />
              </TableCell>
              <TableCell>
                {request.owner ? (
                  <EntityName
                    entityRef={request.owner}
                    title={partyName(request.owner)}
                  />
                ) : (
                  t('change.request.noOwner')
                )}
              </TableCell>
              <TableCell>
                <PlanRequestDue request={request} />
                {request.allowedActions.includes('decline') && (
                  <Button
                    size="small"
                    aria-label={t('change.request.declineOf', {
                      plan: request.planTitle,
                    })}
                    onClick={() => onDecline(request)}
                  >
                    {t('change.request.decline')}
                  </Button>
                )}
              </TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </TableContainer>
  );
};
