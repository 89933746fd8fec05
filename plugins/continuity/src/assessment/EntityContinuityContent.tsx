import { lazy, Suspense, useState } from 'react';
import { stringifyEntityRef } from '@backstage/catalog-model';
import { Progress } from '@backstage/core-components';
import { EntityInfoCard, useEntity } from '@backstage/plugin-catalog-react';
import type {
  EntityContinuity,
  ProfileField,
} from 'backstage-plugin-continuity-common';
import { NamesProvider } from '../catalog/Names';
import { CarryOverBanner } from '../catalog/CarryOverBanner';
import { LastKnownBanner } from '../catalog/LastKnownBanner';
import { DependencyCard } from '../dependency/DependencyCard';
import { PlanTabCard } from '../plan/PlanTabCard';
import { TestsCard } from '../testing/card/TestsCard';
import { AgreementCard } from '../profile/AgreementCard';
import { EditProfileDialog } from '../profile/EditProfileDialog';
import { RecordAgreementDialog } from '../profile/RecordAgreementDialog';
import { RecoveryCard } from '../profile/RecoveryCard';
import { HistoryDrawer } from '../record/HistoryDrawer';
import { ContinuityStatusChip } from '../status';
import { FindingTabCard } from '../testing/finding/FindingTabCard';
import { PageTheme } from '../screen/PageTheme';
import { useTranslation } from '../translation';
import { ContinuityProblem } from './ContinuityProblem';
import { ContinuitySkeleton } from './ContinuitySkeleton';
import { GapList } from './GapList';
import type { GapRemedy } from './gapRemedy';
import { StatusHeader } from './StatusHeader';
import { SystemPartsCard } from './SystemPartsCard';
import { UnassessedCard } from './UnassessedCard';
import { useAskedRemedy } from './useAskedRemedy';
import { useEntityContinuity } from './useEntityContinuity';
import { useTabStyles } from './useTabStyles';

const AnalysisCards = lazy(() => import('../plan/analysis/AnalysisCards'));
const AnalysisForm = lazy(() => import('../plan/analysis/AnalysisForm'));
const ChangesTabCard = lazy(() =>
  import('../change/card/ChangesTabCard').then(m => ({
    default: m.ChangesTabCard,
  })),
);
const ExemptionTabCard = lazy(() =>
  import('../exemption/ExemptionTabCard').then(m => ({
    default: m.ExemptionTabCard,
  })),
);
const AskExemptionDialog = lazy(() =>
  import('../exemption/AskExemptionDialog').then(m => ({
    default: m.AskExemptionDialog,
  })),
);

type Open =
  | { dialog: 'edit'; field?: ProfileField }
  | { dialog: 'agreement' }
  | { dialog: 'bia' }
  | { dialog: 'risk' }
  | { dialog: 'exemption'; requirement: string }
  | { dialog: 'history' };

/** The dialog in which a gap is mended; undefined where it is mended elsewhere. */
function dialogFor(remedy: GapRemedy): Open | undefined {
  switch (remedy.kind) {
    case 'edit':
      return { dialog: 'edit', field: remedy.field };
    case 'agreement':
    case 'bia':
    case 'risk':
      return { dialog: remedy.kind };
    default:
      return undefined;
  }
}

/**
 * The continuity tab of an entity: is it all right, how fast must it be back, who brings it back, what is wrong, what to do.
 *
 * @public
 */
export const EntityContinuityContent = () => {
  const { entity } = useEntity();
  const entityRef = stringifyEntityRef(entity);
  const name = entity.metadata.title ?? entity.metadata.name;
  const loaded = useEntityContinuity(entityRef);

  if (loaded.continuity) {
    return (
      <PageTheme>
        <Tab
          key={entityRef}
          continuity={loaded.continuity}
          onChanged={loaded.replace}
          onReload={loaded.reload}
        />
      </PageTheme>
    );
  }
  if (loaded.error !== undefined) {
    return (
      <ContinuityProblem
        error={loaded.error}
        name={name}
        onRetry={loaded.reload}
      />
    );
  }
  return <ContinuitySkeleton />;
};

function Tab(props: {
  continuity: EntityContinuity;
  onChanged: (continuity: EntityContinuity) => void;
  onReload: () => void;
}) {
  const { continuity, onChanged, onReload } = props;
  const classes = useTabStyles();
  const asked = useAskedRemedy(continuity);
  const [open, setOpen] = useState(asked && dialogFor(asked));
  const close = () => setOpen(undefined);
  const changed = (newer: EntityContinuity) => {
    close();
    onChanged(newer);
  };
  return (
    <NamesProvider names={continuity.names}>
      <div className={classes.root}>
        <LastKnownBanner continuity={continuity} />
        <CarryOverBanner continuity={continuity} onDecided={onReload} />
        <Views
          continuity={continuity}
          onOpen={setOpen}
          onChanged={changed}
          onReload={onReload}
        />
        {open?.dialog === 'edit' && (
          <EditProfileDialog
            continuity={continuity}
            focus={open.field}
            onSaved={changed}
            onClose={close}
          />
        )}
        {open?.dialog === 'agreement' && (
          <RecordAgreementDialog
            continuity={continuity}
            onRecorded={changed}
            onClose={close}
          />
        )}
        {(open?.dialog === 'bia' || open?.dialog === 'risk') && (
          <Suspense fallback={null}>
            <AnalysisForm
              sort={open.dialog}
              continuity={continuity}
              onSaved={changed}
              onClose={close}
            />
          </Suspense>
        )}
        {open?.dialog === 'exemption' && continuity.exemptions && (
          <Suspense fallback={null}>
            <AskExemptionDialog
              entityRef={continuity.entityRef}
              requirement={open.requirement}
              limits={continuity.exemptions.limits}
              timeZone={continuity.timeZone}
              onDone={() => {
                close();
                onReload();
              }}
              onClose={close}
            />
          </Suspense>
        )}
        {open?.dialog === 'history' && (
          <HistoryDrawer
            entityRef={continuity.entityRef}
            name={continuity.title}
            onClose={close}
          />
        )}
      </div>
    </NamesProvider>
  );
}

function Views(props: {
  continuity: EntityContinuity;
  onOpen: (open: Open) => void;
  onChanged: (continuity: EntityContinuity) => void;
  onReload: () => void;
}) {
  const { continuity, onOpen, onChanged, onReload } = props;
  const { status, gaps, profile, agreement, parts } = continuity;
  const classes = useTabStyles();
  const history = () => onOpen({ dialog: 'history' });
  const unassessed = status === 'unassessed';
  const outOfScope = status === 'out-of-scope';
  // Without a tier there is one card: an owner that comes from the catalog is no news.
  const hasValues = Object.values(profile).some(
    field => field.value !== null && field.source !== 'entity-owner',
  );
  const hasAgreement = Boolean(agreement.current ?? agreement.pending);
  const hasToDo = gaps.length > 0 || !(unassessed || outOfScope);

  return (
    <>
      {unassessed && (
        <UnassessedCard
          continuity={continuity}
          onSetTier={() => onOpen({ dialog: 'edit', field: 'tier' })}
          onHistory={history}
        />
      )}
      {outOfScope && <OutOfScopeCard />}
      {!unassessed && !outOfScope && (
        <StatusHeader
          continuity={continuity}
          onEdit={() => onOpen({ dialog: 'edit' })}
          onHistory={history}
        />
      )}
      <div className={classes.columns}>
        <div className={classes.main}>
          {hasToDo && (
            <GapList
              continuity={continuity}
              onExempt={requirement =>
                onOpen({ dialog: 'exemption', requirement })
              }
              onRemedy={remedy => {
                const dialog = dialogFor(remedy);
                if (dialog) onOpen(dialog);
              }}
            />
          )}
          {Boolean(continuity.exemptions?.totalItems) && (
            <Suspense fallback={<Progress />}>
              <ExemptionTabCard continuity={continuity} onChanged={onReload} />
            </Suspense>
          )}
          {parts && <SystemPartsCard parts={parts} />}
          {(continuity.plans.length > 0 ||
            Boolean(continuity.plansInWork?.length) ||
            !(unassessed || outOfScope)) && (
            <PlanTabCard continuity={continuity} />
          )}
          {(Boolean(continuity.tests.last ?? continuity.tests.next) ||
            !(unassessed || outOfScope)) && (
            <TestsCard continuity={continuity} />
          )}
          <FindingTabCard continuity={continuity} />
          {Boolean(continuity.changes?.length) && (
            <Suspense fallback={<Progress />}>
              <ChangesTabCard continuity={continuity} />
            </Suspense>
          )}
          {(hasAgreement || !(unassessed || outOfScope)) && (
            <AgreementCard continuity={continuity} onChanged={onChanged} />
          )}
          {(continuity.bia.current ??
            continuity.risk.current ??
            !(unassessed || outOfScope)) && (
            <Suspense fallback={<Progress />}>
              <AnalysisCards continuity={continuity} onChanged={onChanged} />
            </Suspense>
          )}
        </div>
        <div className={classes.side}>
          {hasValues && <RecoveryCard continuity={continuity} />}
          {!(unassessed || outOfScope) && (
            <DependencyCard continuity={continuity} onChanged={onReload} />
          )}
        </div>
      </div>
    </>
  );
}

function OutOfScopeCard() {
  const { t } = useTranslation();
  return (
    <EntityInfoCard title={t('assessment.outOfScope.title')}>
      <ContinuityStatusChip status="out-of-scope" />
      <p>{t('assessment.outOfScope.text')}</p>
    </EntityInfoCard>
  );
}
