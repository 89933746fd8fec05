import { Link } from '@backstage/core-components';
import { useApi } from '@backstage/core-plugin-api';
import { EntityInfoCard } from '@backstage/plugin-catalog-react';
import Alert from '@material-ui/lab/Alert';
import { makeStyles } from '@material-ui/core/styles';
import type {
  PlanDetail,
  PlanPrivateContacts,
  PlanVersion,
} from 'backstage-plugin-continuity-common';
import { useState } from 'react';
import { useNavigate } from 'react-router-dom';
import { continuityApiRef } from '../../api';
import { DecisionDialog } from '../../screen/DecisionDialog';
import { usePartyName } from '../../profile/usePartyName';
import { Moment } from '../../record/Moment';
import { useTranslation } from '../../translation';
import { useLocale } from '../../translation/useLocale';
import { PlanActions, type PlanDialogName } from './PlanActions';
import { planAddress } from '../planAddress';
import { PlanApproveDialog } from './PlanApproveDialog';
import { PlanCloneDialog } from './PlanCloneDialog';
import { PlanComparisonView } from './PlanComparisonView';
import { PlanConfirmations } from './PlanConfirmations';
import { PlanConfirmDialog } from './PlanConfirmDialog';
import { PlanDocument } from '../document/PlanDocument';
import { fileName } from '../../screen/fileName';
import { PlanHeader } from './PlanHeader';
import { PlanHistoryDrawer } from './PlanHistoryDrawer';
import { PlanPaper } from '../document/PlanPaper';
import {
  PlanProblems,
  hasPlanProblems,
  type ReasonToConfirm,
} from './PlanProblems';
import { PlanChangeRequests } from './PlanChangeRequests';
import { PlanReaders } from './PlanReaders';
import { PlanShortcomings } from '../PlanShortcomings';
import { PlanSubmitDialog } from './PlanSubmitDialog';
import { PlanVersions } from './PlanVersions';
import { saveFile } from '../../screen/saveFile';
import type { usePlanPlace } from './usePlanPlace';
import { refusalText } from '../../screen/refusalText';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'flex',
    flexDirection: 'column',
    gap: theme.spacing(3),
    minWidth: 0,
    '& > *, & $main > *, & $side > *': { height: 'auto', minWidth: 0 },
    // a link within a sentence is told by more than its colour
    '& a:not([class*="MuiButtonBase-root"])': { textDecoration: 'underline' },
    '& [class*="MuiAlert-root"], & [class*="MuiButton-root"], & [class*="MuiTableCell-root"], & [class*="MuiTypography-root"]':
      { fontFamily: 'inherit' },
  },
  columns: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 5fr) minmax(0, 2fr)',
    gap: theme.spacing(3),
    alignItems: 'start',
    [theme.breakpoints.down('sm')]: { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
  main: {
    display: 'flex',
    flexDirection: 'column',
    gap: theme.spacing(3),
    minWidth: 0,
  },
  side: {
    display: 'flex',
    flexDirection: 'column',
    gap: theme.spacing(3),
    minWidth: 0,
  },
}));

type Open =
  | { dialog: PlanDialogName | 'history' }
  | { dialog: 'confirm'; reasons: ReasonToConfirm[] }
  | { dialog: 'primary'; entityRefs: string[] };

/** A plan to be read, and all that can be decided about it. */
export const PlanReadView = (props: {
  plan: PlanDetail;
  version: PlanVersion;
  /** Who reads it. */
  me: string | undefined;
  place: ReturnType<typeof usePlanPlace>;
  secrets: PlanPrivateContacts['items'] | undefined;
  onSecrets: (secrets: PlanPrivateContacts['items']) => void;
  onChanged: (plan: PlanDetail) => void;
  onReload: () => void;
}) => {
  const { plan, version, me, place, secrets, onSecrets, onChanged } = props;
  const classes = useStyles();
  const api = useApi(continuityApiRef);
  const { t } = useTranslation();
  const locale = useLocale();
  const navigate = useNavigate();
  const [open, setOpen] = useState<Open>();
  const [error, setError] = useState<string>();
  const { plansAddress } = place;
  const close = () => setOpen(undefined);
  const done = (newer: PlanDetail) => {
    close();
    onChanged(newer);
  };
  const showsOpen = plan.open?.version === version.version;

  const exportVersion = async () => {
    setError(undefined);
    try {
      const text = await api.plans.exportVersion(plan.id, version.version);
      saveFile(
        `${fileName(version.title, 'plan')}-v${version.version}.md`,
        new Blob([text], { type: 'text/markdown' }),
      );
    } catch (e) {
      setError(t('plan.failed', { message: refusalText(t, e, { locale }) }));
    }
  };

  return (
    <div className={classes.root}>
      <PlanHeader
        plan={plan}
        version={version}
        plansAddress={plansAddress}
        actions={
          <PlanActions
            plan={plan}
            version={version}
            onEdit={() => place.go({ edit: '1', compare: undefined })}
            onOpen={dialog => setOpen({ dialog })}
            onExport={exportVersion}
            onPrint={() => window.print()}
          />
        }
      />
      {error && (
        <Alert severity="error" role="alert">
          {error}
        </Alert>
      )}
      <Standing
        plan={plan}
        version={version}
        me={me}
        showsOpen={showsOpen}
        plansAddress={plansAddress}
      />
      {showsOpen && version.state === 'draft' && (
        <PlanShortcomings
          kind={plan.kind}
          shortcomings={plan.shortcomings}
          contents={version.contents}
        />
      )}
      {!showsOpen && hasPlanProblems(plan) && (
        <PlanProblems
          plan={plan}
          plansAddress={plansAddress}
          onConfirm={reasons => setOpen({ dialog: 'confirm', reasons })}
          onConfirmReview={() => setOpen({ dialog: 'review' })}
          onMakePrimary={entityRefs =>
            setOpen({ dialog: 'primary', entityRefs })
          }
        />
      )}
      {!plan.archived && (
        <PlanChangeRequests plan={plan} onDeclined={props.onReload} />
      )}
      <div className={classes.columns}>
        <div className={classes.main}>
          {place.compare && (
            <PlanComparisonView
              planId={plan.id}
              {...place.compare}
              onClose={() => place.go({ compare: undefined })}
            />
          )}
          <EntityInfoCard>
            <PlanDocument
              plan={plan}
              contents={version.contents}
              secrets={secrets}
              onSecrets={onSecrets}
            />
          </EntityInfoCard>
        </div>
        <div className={classes.side}>
          <PlanReaders plan={plan} onChanged={onChanged} />
          <PlanVersions
            key={plan.revision}
            plan={plan}
            shown={version.version}
            addressOf={number =>
              planAddress(plansAddress, plan.id, { version: number })
            }
            onCompare={({ from, to }) => place.go({ compare: `${from},${to}` })}
            onHistory={() => setOpen({ dialog: 'history' })}
          />
          <PlanConfirmations plan={plan} />
        </div>
      </div>
      <PlanPaper plan={plan} version={version} secrets={secrets} />

      {open?.dialog === 'submit' && (
        <PlanSubmitDialog plan={plan} onDone={done} onClose={close} />
      )}
      {open?.dialog === 'approve' && (
        <PlanApproveDialog
          plan={plan}
          version={version}
          onDone={done}
          onClose={close}
        />
      )}
      {open?.dialog === 'confirm' && (
        <PlanConfirmDialog
          plan={plan}
          reasons={open.reasons}
          onDone={done}
          onClose={close}
        />
      )}
      {open?.dialog === 'review' && (
        <PlanConfirmDialog
          plan={plan}
          reasons={[]}
          onDone={done}
          onClose={close}
        />
      )}
      {open?.dialog === 'clone' && (
        <PlanCloneDialog
          plan={plan}
          onDone={clone => {
            close();
            navigate(`${planAddress(plansAddress, clone.id)}?edit=1`);
          }}
          onClose={close}
        />
      )}
      {open?.dialog === 'return' && (
        <DecisionDialog
          title={t('plan.return.title')}
          text={t('plan.return.text')}
          decide={t('plan.action.return')}
          reason="needed"
          onDecide={async reason =>
            done(await api.plans.returnToDraft(plan.id, reason))
          }
          onClose={close}
        />
      )}
      {open?.dialog === 'archive' && (
        <DecisionDialog
          title={t('plan.archive.title')}
          text={t('plan.archive.text')}
          decide={t('plan.action.archive')}
          reason="needed"
          onDecide={async reason =>
            done(await api.plans.archive(plan.id, reason))
          }
          onClose={close}
        />
      )}
      {open?.dialog === 'discard' && (
        <DecisionDialog
          title={t('plan.discard.title')}
          text={t('plan.discard.text')}
          decide={t('plan.action.discard')}
          reason="needed"
          onDecide={async reason => {
            const newer = await api.plans.discardDraft(plan.id, reason);
            place.go({ version: undefined });
            done(newer);
          }}
          onClose={close}
        />
      )}
      {open?.dialog === 'primary' && (
        <DecisionDialog
          title={t('plan.primary.title')}
          text={t('plan.primary.text')}
          decide={t('plan.action.primary')}
          reason="needed"
          onDecide={async reason =>
            done(
              await api.plans.setPrimary(plan.id, {
                entityRefs: open.entityRefs,
                reason,
              }),
            )
          }
          onClose={close}
        />
      )}
      {open?.dialog === 'history' && (
        <PlanHistoryDrawer
          planId={plan.id}
          title={plan.title}
          onClose={close}
        />
      )}
    </div>
  );
};

/** What the reader should know about the shown version before reading it. */
function Standing(props: {
  plan: PlanDetail;
  version: PlanVersion;
  me: string | undefined;
  showsOpen: boolean;
  plansAddress: string;
}) {
  const { plan, version, me, showsOpen, plansAddress } = props;
  const { t } = useTranslation();
  const partyName = usePartyName();
  const { open, archived } = plan;
  const openLink = (
    <Link to={planAddress(plansAddress, plan.id, { version: open?.version })}>
      {t('plan.standing.seeOpen', { version: open?.version ?? 0 })}
    </Link>
  );
  return (
    <>
      {archived && (
        <Alert severity="info">
          {t('plan.standing.archived', {
            who: partyName(archived.by),
            reason: archived.reason,
          })}{' '}
          <Moment at={archived.at} />
        </Alert>
      )}
      {!archived && version.state === 'superseded' && (
        <Alert severity="info">{t('plan.standing.superseded')}</Alert>
      )}
      {open && !showsOpen && (
        <Alert severity="info">
          {t(`plan.standing.open.${open.state}`, {
            who: partyName(open.updatedBy),
          })}{' '}
          {openLink}
        </Alert>
      )}
      {showsOpen && version.state === 'in-review' && (
        <Alert severity="info">
          {version.reviewer
            ? t('plan.standing.reviewBy', {
                who: partyName(version.submittedBy ?? version.updatedBy),
                reviewer: partyName(version.reviewer),
              })
            : t('plan.standing.review', {
                who: partyName(version.submittedBy ?? version.updatedBy),
              })}{' '}
          {me && version.editedBy.includes(me) && t('plan.standing.ownText')}
        </Alert>
      )}
      {showsOpen && version.state === 'draft' && version.returnReason && (
        <Alert severity="warning">
          {t('plan.standing.returned', {
            who: partyName(version.returnedBy ?? ''),
            reason: version.returnReason,
          })}
        </Alert>
      )}
    </>
  );
}
