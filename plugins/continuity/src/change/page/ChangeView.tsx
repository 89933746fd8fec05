import { useApi } from '@backstage/core-plugin-api';
import { EntityInfoCard } from '@backstage/plugin-catalog-react';
import Typography from '@material-ui/core/Typography';
import Alert from '@material-ui/lab/Alert';
import type {
  ChangeDetail,
  PlanChangeRequest,
} from 'backstage-plugin-continuity-common';
import { useState } from 'react';
import { continuityApiRef } from '../../api';
import { errorMessage } from '../../screen/errorMessage';
import { PlanRequestDeclineDialog } from '../../plan/PlanRequestDeclineDialog';
import { formatDueDay } from '../../status/formatDay';
import { useMe } from '../../screen/useMe';
import { usePageStyles } from '../../screen/usePageStyles';
import { useTranslation } from '../../translation';
import { useLocale } from '../../translation/useLocale';
import { useWindowZone } from '../ChangeWindow';
import { AssessmentView } from '../check/AssessmentView';
import { CopyMarkdown } from '../check/CopyMarkdown';
import { PlanRequestTable } from '../list/PlanRequestTable';
import { AssessmentsCard } from './AssessmentsCard';
import { ChangeHeader, type ChangeAction } from './ChangeHeader';
import { ChangeHistoryDrawer } from './ChangeHistoryDrawer';
import { ChangeMoveDialog } from './ChangeMoveDialog';
import { ChangeUpdateDialog } from './ChangeUpdateDialog';

/** A change to be read, and all that can be decided about it. */
export const ChangeView = (props: {
  change: ChangeDetail;
  changes: string;
  onChanged: (change: ChangeDetail) => void;
  onReload: () => Promise<void>;
}) => {
  const { change, changes, onChanged, onReload } = props;
  const api = useApi(continuityApiRef);
  const shared = usePageStyles();
  const { t } = useTranslation();
  const zone = useWindowZone();
  const [open, setOpen] = useState<ChangeAction | 'history'>();
  const [declining, setDeclining] = useState<PlanChangeRequest>();
  const [error, setError] = useState<string>();
  const [busy, setBusy] = useState(false);
  const close = () => setOpen(undefined);
  const done = (newer: ChangeDetail) => {
    close();
    onChanged(newer);
  };
  const assessAgain = async () => {
    setBusy(true);
    setError(undefined);
    try {
      onChanged(await api.changes.assessAgain(change.id));
    } catch (e) {
      setError(t('change.action.failed', { message: errorMessage(e) }));
    }
    setBusy(false);
  };

  return (
    <div className={shared.root}>
      <ChangeHeader
        change={change}
        changes={changes}
        zone={zone}
        busy={busy}
        onAction={action =>
          action === 'assess' ? assessAgain() : setOpen(action)
        }
        onHistory={() => setOpen('history')}
      />
      {error && (
        <Alert severity="error" role="alert">
          {error}
        </Alert>
      )}
      <Standing change={change} />
      <div className={shared.columns}>
        <div className={shared.main}>
          <AssessmentView
            assessment={change.assessment}
            title={t('change.page.latest')}
            actions={<CopyMarkdown assessment={change.assessment} />}
          />
        </div>
        <div className={shared.side}>
          <AssessmentsCard assessments={change.assessments} />
        </div>
      </div>
      <EntityInfoCard title={t('change.page.requestsTitle')}>
        {change.requests.length > 0 ? (
          <PlanRequestTable items={change.requests} onDecline={setDeclining} />
        ) : (
          <Typography variant="body2">
            {t(
              change.state === 'planned'
                ? 'change.page.requestsBefore'
                : 'change.page.requestsNone',
            )}
          </Typography>
        )}
      </EntityInfoCard>
      {open === 'history' && (
        <ChangeHistoryDrawer change={change} onClose={close} />
      )}
      {open === 'update' && (
        <ChangeUpdateDialog
          change={change}
          zone={zone}
          onDone={done}
          onClose={close}
        />
      )}
      {(open === 'approve' ||
        open === 'implement' ||
        open === 'withdraw' ||
        open === 'review') && (
        <ChangeMoveDialog
          change={change}
          move={open}
          zone={zone}
          onDone={done}
          onClose={close}
        />
      )}
      {declining && (
        <PlanRequestDeclineDialog
          request={declining}
          onDone={async () => {
            setDeclining(undefined);
            await onReload();
          }}
          onClose={() => setDeclining(undefined)}
        />
      )}
    </div>
  );
};

/** What the reader should know before reading on: what is owed, and why a button is missing. */
function Standing({ change }: { change: ChangeDetail }) {
  const { t } = useTranslation();
  const locale = useLocale();
  const me = useMe();
  const { state, verdict, review, requestedBy, allowedActions, question } =
    change;
  const isMine = me !== undefined && me === requestedBy;
  const owed = review && review.doneAt === null && state !== 'withdrawn';
  return (
    <>
      {state === 'withdrawn' && (
        <Alert severity="info">{t('change.page.withdrawn')}</Alert>
      )}
      {owed && (
        <Alert severity={review.late ? 'error' : 'warning'}>
          {t(
            review.late ? 'change.page.reviewLate' : 'change.page.reviewOwed',
            { day: formatDueDay(review.dueAt, { locale }) },
          )}
        </Alert>
      )}
      {allowedActions.includes('assess') &&
        question &&
        question.again !== 'possible' && (
          <Alert severity="info">
            {t(`change.page.again.${question.again}`)}
          </Alert>
        )}
      {state === 'planned' && verdict === 'block' && (
        <Alert severity="warning">{t('change.page.blocked')}</Alert>
      )}
      {isMine && state === 'planned' && !allowedActions.includes('approve') && (
        <Alert severity="info">{t('change.page.ownChange')}</Alert>
      )}
      {isMine && owed && !allowedActions.includes('review') && (
        <Alert severity="info">{t('change.page.ownReview')}</Alert>
      )}
    </>
  );
}
