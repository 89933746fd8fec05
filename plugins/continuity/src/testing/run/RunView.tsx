import { LinkButton } from '@backstage/core-components';
import { useApi } from '@backstage/core-plugin-api';
import { EntityInfoCard } from '@backstage/plugin-catalog-react';
import Button from '@material-ui/core/Button';
import Alert from '@material-ui/lab/Alert';
import {
  isMeasuringDepth,
  type TestDetail,
} from 'backstage-plugin-continuity-common';
import { useEffect, useState } from 'react';
import { useSearchParams } from 'react-router-dom';
import { continuityApiRef } from '../../api';
import { DecisionDialog } from '../../screen/DecisionDialog';
import { usePartyName } from '../../profile/usePartyName';
import { useTranslation } from '../../translation';
import { TestPaper } from '../report/TestPaper';
import { editTestAddress } from '../testAddress';
import { Checklist } from './Checklist';
import { CriteriaSection } from '../page/CriteriaSection';
import { ResultsView } from './ResultsView';
import { RunClock } from './RunClock';
import { RunConflicts } from './RunConflicts';
import { RunLog } from './RunLog';
import { RunScenario } from './RunScenario';
import { RunTimes } from './RunTimes';
import { TestHeader } from '../page/TestHeader';
import { TestHistoryDrawer } from '../page/TestHistoryDrawer';
import { AimsSection, PlansSection, useScenario } from '../page/TestSections';
import { usePolicyZone } from '../page/usePolicyZone';
import { useTestRun } from './useTestRun';
import { usePageStyles } from '../../screen/usePageStyles';

/** A test that is under way: clock, checklist, times and log, for several people at once; then its results. */
export const RunView = (props: {
  test: TestDetail;
  me: string;
  testsAddress: string;
  onChanged: (test: TestDetail) => void;
  onReload: () => void;
}) => {
  const { test, me, testsAddress, onChanged, onReload } = props;
  const classes = usePageStyles();
  const { t } = useTranslation();
  const partyName = usePartyName();
  const zone = usePolicyZone(test.timeZone);
  const scenario = useScenario(test);
  const live = useTestRun(test, me);
  const [params, setParams] = useSearchParams();
  const api = useApi(continuityApiRef);
  const [open, setOpen] = useState<'history' | 'cancel'>();
  const close = () => setOpen(undefined);
  const measures = isMeasuringDepth(test.depth);
  // whoever enters a test afterwards has nothing to stop the time of
  const shown =
    params.get('show') ?? (test.enteredAfterwards ? 'results' : 'run');
  const show = (what: 'run' | 'results') =>
    setParams({ show: what }, { replace: false });
  const { allowedActions } = live.view;
  const mayRun = allowedActions.includes('test.run');
  const { state } = live.run;
  useEffect(() => {
    // somebody else completed it
    if (state !== 'in-progress') onReload();
  }, [state, onReload]);

  const actions = (
    <div className={classes.row}>
      {shown === 'run' ? (
        <Button
          color="primary"
          variant="contained"
          onClick={() => show('results')}
        >
          {t(mayRun ? 'testRun.action.toResults' : 'testRun.action.seeResults')}
        </Button>
      ) : (
        <Button variant="outlined" onClick={() => show('run')}>
          {t('testRun.action.toRun')}
        </Button>
      )}
      {allowedActions.includes('test.update') && (
        <LinkButton
          variant="outlined"
          to={editTestAddress(testsAddress, test.id)}
        >
          {t('testRun.action.edit')}
        </LinkButton>
      )}
      {allowedActions.includes('test.cancel') && (
        <Button variant="outlined" onClick={() => setOpen('cancel')}>
          {t('testRun.action.cancel')}
        </Button>
      )}
      <Button onClick={() => setOpen('history')}>
        {t('testRun.action.history')}
      </Button>
    </div>
  );

  return (
    <div className={classes.root}>
      <TestHeader test={test} testsAddress={testsAddress} actions={actions} />
      {!mayRun && (
        <Alert severity="info">
          {t('testRun.mayNotRun', {
            who: partyName(test.facilitator?.ref ?? ''),
          })}
        </Alert>
      )}
      <RunClock test={test} live={live} zone={zone} />
      <RunConflicts test={test} live={live} zone={zone} />
      {shown === 'results' ? (
        <ResultsView
          test={test}
          me={me}
          live={live}
          zone={zone}
          onCompleted={onChanged}
        />
      ) : (
        <>
          {measures && (
            <RunTimes test={test} live={live} zone={zone} mayRun={mayRun} />
          )}
          <div className={classes.halves}>
            <div className={classes.main}>
              <Checklist
                test={test}
                live={live}
                me={me}
                zone={zone}
                mayRun={mayRun}
              />
              <EntityInfoCard>
                <AimsSection test={test} />
                <CriteriaSection test={test} />
                <PlansSection test={test} />
              </EntityInfoCard>
            </div>
            <div className={classes.main}>
              <RunLog test={test} live={live} zone={zone} mayRun={mayRun} />
              <RunScenario
                test={test}
                scenario={scenario}
                live={live}
                mayRun={mayRun}
              />
            </div>
          </div>
        </>
      )}
      <TestPaper
        test={{ ...test, ...live.view }}
        zone={zone}
        scenario={scenario}
      />
      {open === 'history' && (
        <TestHistoryDrawer
          testId={test.id}
          title={test.title}
          zone={zone}
          onClose={close}
        />
      )}
      {open === 'cancel' && (
        <DecisionDialog
          title={t('testRun.cancel.title')}
          text={t('testRun.cancel.text')}
          decide={t('testRun.action.cancel')}
          reason="needed"
          onDecide={async reason => {
            const cancelled = await api.tests.cancel(test.id, reason);
            close();
            onChanged(cancelled);
          }}
          onClose={close}
        />
      )}
    </div>
  );
};
