import { Link } from '@backstage/core-components';
import { makeStyles } from '@material-ui/core/styles';
import type { PlanChangeRequest } from 'backstage-plugin-continuity-common';
import { useNames } from '../catalog/Names';
import { withNames } from '../catalog/withNames';
import { usePartyName } from '../profile/usePartyName';
import { Moment } from '../record/Moment';
import { formatDueDay } from '../status/formatDay';
import { useTranslation } from '../translation';
import { useLocale } from '../translation/useLocale';
import { changeAddress } from './changeAddress';
import { useChangesAddress } from './useChangesAddress';

const useStyles = makeStyles(theme => ({
  quiet: { color: theme.palette.text.secondary, fontSize: '0.8125rem' },
  late: { fontWeight: 700 },
  reasons: { margin: theme.spacing(0.25, 0), paddingLeft: theme.spacing(2.5) },
  change: {
    overflowWrap: 'anywhere',
    '& + &': { marginTop: theme.spacing(1) },
  },
}));

/** Until when a request is to be settled, or how it was. */
export const PlanRequestDue = ({ request }: { request: PlanChangeRequest }) => {
  const classes = useStyles();
  const { t } = useTranslation();
  const locale = useLocale();
  const partyName = usePartyName();
  const { state, dueAt, late, doneByVersion, closedAt, closedBy, reason } =
    request;
  if (state === 'open') {
    const day = formatDueDay(dueAt, { locale });
    return (
      <span className={late ? classes.late : undefined}>
        {t(late ? 'change.request.late' : 'change.request.due', { day })}
      </span>
    );
  }
  return (
    <>
      {t(`change.requestState.${state}`)}
      {closedAt && (
        <>
          {', '}
          <Moment at={closedAt} />
        </>
      )}
      {state === 'done' && doneByVersion !== null && (
        <div className={classes.quiet}>
          {t('change.request.doneBy', { version: doneByVersion })}
        </div>
      )}
      {state === 'declined' && (
        <div className={classes.quiet}>
          {t('change.request.declinedBy', {
            who: closedBy ? partyName(closedBy) : '–',
            reason: reason ?? '–',
          })}
        </div>
      )}
    </>
  );
};

/** The changes that ask for the same plan, each with what it asks. */
export const PlanRequestChanges = ({
  request,
}: {
  request: PlanChangeRequest;
}) => {
  const classes = useStyles();
  const { t } = useTranslation();
  const names = useNames();
  const changes = useChangesAddress();
  return (
    <>
      {request.changes.map(
        ({ changeId, externalId, title, state, reasons }) => (
          <div key={changeId} className={classes.change}>
            {changes ? (
              <Link to={changeAddress(changes, changeId)}>{title}</Link>
            ) : (
              title
            )}
            <div className={classes.quiet}>
              {[externalId, t(`change.state.${state}`)]
                .filter(Boolean)
                .join(' · ')}
            </div>
            {reasons.length > 0 && (
              <ul className={classes.reasons}>
                {reasons.map(text => (
                  <li key={text} className={classes.quiet}>
                    {withNames(text, names)}
                  </li>
                ))}
              </ul>
            )}
          </div>
        ),
      )}
    </>
  );
};
