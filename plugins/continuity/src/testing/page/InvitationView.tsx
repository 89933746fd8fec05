import { LinkButton } from '@backstage/core-components';
import { useApi } from '@backstage/core-plugin-api';
import { EntityInfoCard } from '@backstage/plugin-catalog-react';
import Button from '@material-ui/core/Button';
import Typography from '@material-ui/core/Typography';
import Alert from '@material-ui/lab/Alert';
import type { TestDetail } from 'backstage-plugin-continuity-common';
import { useState } from 'react';
import { continuityApiRef } from '../../api';
import { DecisionDialog } from '../../screen/DecisionDialog';
import { errorMessage } from '../../screen/errorMessage';
import { MarkdownText } from '../../screen/MarkdownText';
import { usePartyName } from '../../profile/usePartyName';
import { useTranslation } from '../../translation';
import { useLocale } from '../../translation/useLocale';
import { TestPaper } from '../report/TestPaper';
import { RescheduleDialog } from '../schedule/RescheduleDialog';
import { editTestAddress } from '../testAddress';
import { CriteriaSection } from './CriteriaSection';
import { TestHeader } from './TestHeader';
import { TestHistoryDrawer } from './TestHistoryDrawer';
import {
  AimsSection,
  DatesSection,
  PeopleSection,
  PlansSection,
  ScenarioSection,
  ScopeSection,
  TestSection,
  useScenario,
} from './TestSections';
import { usePolicyZone } from './usePolicyZone';
import { usePageStyles } from '../../screen/usePageStyles';
import { zonedMoment } from '../../screen/zonedTime';

/** A test that has not begun, or never will: what, when, who, and what it takes. */
export const InvitationView = (props: {
  test: TestDetail;
  testsAddress: string;
  onChanged: (test: TestDetail) => void;
}) => {
  const { test, testsAddress, onChanged } = props;
  const classes = usePageStyles();
  const partyName = usePartyName();
  const api = useApi(continuityApiRef);
  const locale = useLocale();
  const { t } = useTranslation();
  const zone = usePolicyZone(test.timeZone);
  const scenario = useScenario(test);
  const [open, setOpen] = useState<'reschedule' | 'cancel' | 'history'>();
  const [starting, setStarting] = useState(false);
  const [error, setError] = useState<string>();
  const may = (action: TestDetail['allowedActions'][number]) =>
    test.allowedActions.includes(action);
  const close = () => setOpen(undefined);
  const done = (newer: TestDetail) => {
    close();
    onChanged(newer);
  };
  const start = async () => {
    setStarting(true);
    setError(undefined);
    try {
      onChanged(await api.tests.start(test.id));
    } catch (e) {
      setError(t('testing.failed', { message: errorMessage(e) }));
      setStarting(false);
    }
  };

  const actions = (
    <div className={classes.row}>
      {may('test.start') && (
        <Button
          color="primary"
          variant="contained"
          disabled={starting}
          onClick={start}
        >
          {t('testRun.action.start')}
        </Button>
      )}
      {may('test.update') && (
        <LinkButton
          variant="outlined"
          color="primary"
          to={editTestAddress(testsAddress, test.id)}
        >
          {t('testRun.action.edit')}
        </LinkButton>
      )}
      {may('test.reschedule') && (
        <Button variant="outlined" onClick={() => setOpen('reschedule')}>
          {t('testRun.action.reschedule')}
        </Button>
      )}
      {may('test.cancel') && (
        <Button variant="outlined" onClick={() => setOpen('cancel')}>
          {t('testRun.action.cancel')}
        </Button>
      )}
      <Button onClick={() => window.print()}>
        {t('testRun.action.print')}
      </Button>
      <Button onClick={() => setOpen('history')}>
        {t('testRun.action.history')}
      </Button>
    </div>
  );

  return (
    <div className={classes.root}>
      <TestHeader test={test} testsAddress={testsAddress} actions={actions} />
      {error && (
        <Alert severity="error" role="alert">
          {error}
        </Alert>
      )}
      {test.cancelled && (
        <Alert severity="info">
          {t('testRun.cancelled.text', {
            who: partyName(test.cancelled.by),
            when: zonedMoment(test.cancelled.at, { zone, locale }),
          })}{' '}
          <strong>{test.cancelled.reason}</strong>
        </Alert>
      )}
      {test.missed && test.state === 'planned' && (
        <Alert severity="warning">{t('testRun.missed')}</Alert>
      )}
      {test.state === 'planned' && !may('test.start') && (
        <Typography className={classes.quiet}>
          {t('testRun.mayNotStart', {
            who: test.facilitator
              ? test.facilitator.title ?? partyName(test.facilitator.ref)
              : '–',
          })}
        </Typography>
      )}
      <div className={classes.columns}>
        <EntityInfoCard>
          <AimsSection test={test} />
          <CriteriaSection test={test} />
          <ScenarioSection test={test} scenario={scenario} />
          <ScopeSection test={test} />
          {test.contents.preparation && (
            <TestSection title={t('testRun.section.preparation')}>
              <MarkdownText text={test.contents.preparation} />
            </TestSection>
          )}
        </EntityInfoCard>
        <EntityInfoCard>
          <PeopleSection test={test} />
          <PlansSection test={test} />
          <DatesSection test={test} zone={zone} />
          <TestSection title={t('testRun.section.whatHappens')}>
            <Typography variant="body2">
              {t(`testing.depthMeaning.${test.depth}`)}
            </Typography>
            <Typography variant="body2" className={classes.quiet}>
              {t('testRun.fixedAtStart')}
            </Typography>
          </TestSection>
        </EntityInfoCard>
      </div>
      <TestPaper test={test} zone={zone} scenario={scenario} />
      {open === 'reschedule' && (
        <RescheduleDialog
          testId={test.id}
          title={test.title}
          onMoved={done}
          onClose={close}
        />
      )}
      {open === 'cancel' && (
        <DecisionDialog
          title={t('testRun.cancel.title')}
          text={t('testRun.cancel.text')}
          decide={t('testRun.action.cancel')}
          reason="needed"
          onDecide={async reason =>
            done(await api.tests.cancel(test.id, reason))
          }
          onClose={close}
        />
      )}
      {open === 'history' && (
        <TestHistoryDrawer
          testId={test.id}
          title={test.title}
          zone={zone}
          onClose={close}
        />
      )}
    </div>
  );
};
