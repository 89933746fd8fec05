import { useApi } from '@backstage/core-plugin-api';
import { EntityInfoCard } from '@backstage/plugin-catalog-react';
import Button from '@material-ui/core/Button';
import Alert from '@material-ui/lab/Alert';
import type { TestDetail } from 'backstage-plugin-continuity-common';
import { useState } from 'react';
import { continuityApiRef } from '../../api';
import { errorMessage } from '../../screen/errorMessage';
import { fileName } from '../../screen/fileName';
import { saveFile } from '../../screen/saveFile';
import { usePartyName } from '../../profile/usePartyName';
import { useTranslation } from '../../translation';
import { useLocale } from '../../translation/useLocale';
import { formatDueDay } from '../../status/formatDay';
import { CorrectionView } from '../run/CorrectionView';
import { TestHeader } from '../page/TestHeader';
import { TestHistoryDrawer } from '../page/TestHistoryDrawer';
import { useScenario } from '../page/TestSections';
import { usePolicyZone } from '../page/usePolicyZone';
import { usePageStyles } from '../../screen/usePageStyles';
import { findingsAddress } from '../testAddress';
import { AttachmentsCard } from './AttachmentsCard';
import { ReportDocument } from './ReportDocument';
import { ReviewDialog } from './ReviewDialog';
import { TestPaper } from './TestPaper';

/** What came out of a test that was held: the report, its evidence, and the review. */
export const ReportView = (props: {
  test: TestDetail;
  me: string;
  testsAddress: string;
  onChanged: (test: TestDetail) => void;
  onReload: () => Promise<void> | void;
}) => {
  const { test, me, testsAddress, onChanged, onReload } = props;
  const classes = usePageStyles();
  const partyName = usePartyName();
  const api = useApi(continuityApiRef);
  const locale = useLocale();
  const { t } = useTranslation();
  const zone = usePolicyZone(test.timeZone);
  const scenario = useScenario(test);
  const [open, setOpen] = useState<'review' | 'history'>();
  const [error, setError] = useState<string>();
  const [correcting, setCorrecting] = useState(false);
  const mayReview = test.allowedActions.includes('test.review');
  const close = () => setOpen(undefined);

  const download = async () => {
    setError(undefined);
    try {
      const text = await api.tests.exportReport(test.id);
      saveFile(
        `${fileName(test.title, 'plan')}-report.md`,
        new Blob([text], { type: 'text/markdown' }),
      );
    } catch (e) {
      setError(t('testing.failed', { message: errorMessage(e) }));
    }
  };

  return (
    <div className={classes.root}>
      <TestHeader
        test={test}
        testsAddress={testsAddress}
        actions={
          <div className={classes.row}>
            {mayReview && (
              <Button
                color="primary"
                variant="contained"
                onClick={() => setOpen('review')}
              >
                {t('testRun.action.review')}
              </Button>
            )}
            {test.allowedActions.includes('test.run') && !correcting && (
              <Button variant="outlined" onClick={() => setCorrecting(true)}>
                {t('testRun.action.correct')}
              </Button>
            )}
            <Button variant="outlined" onClick={download}>
              {t('testRun.action.download')}
            </Button>
            <Button variant="outlined" onClick={() => window.print()}>
              {t('testRun.action.print')}
            </Button>
            <Button onClick={() => setOpen('history')}>
              {t('testRun.action.history')}
            </Button>
          </div>
        }
      />
      {error && (
        <Alert severity="error" role="alert">
          {error}
        </Alert>
      )}
      {!test.review && (
        <Alert severity="info">
          {test.reviewDueAt
            ? t('testRun.review.due', {
                day: formatDueDay(test.reviewDueAt, {
                  locale,
                  timeZone: zone,
                }),
              })
            : t('testRun.review.open')}{' '}
          {!mayReview && whyNotReview()}
        </Alert>
      )}
      {correcting && (
        <CorrectionView
          test={test}
          me={me}
          zone={zone}
          onClose={async () => {
            await onReload();
            setCorrecting(false);
          }}
        />
      )}
      <div className={classes.columns}>
        <EntityInfoCard>
          <ReportDocument
            test={test}
            scenario={scenario}
            zone={zone}
            findings={findingsAddress(testsAddress)}
          />
        </EntityInfoCard>
        <div className={classes.side}>
          <AttachmentsCard test={test} zone={zone} onChanged={onChanged} />
        </div>
      </div>
      <TestPaper test={test} zone={zone} scenario={scenario} />
      {open === 'review' && (
        <ReviewDialog
          test={test}
          onDone={newer => {
            close();
            onChanged(newer);
          }}
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

  function whyNotReview(): string {
    if (test.facilitator?.ref === me) return t('testRun.review.facilitated');
    if (test.results.some(({ recordedBy }) => recordedBy === me)) {
      return t('testRun.review.recorded');
    }
    return t('testRun.review.mayNot', {
      who: test.facilitator
        ? test.facilitator.title ?? partyName(test.facilitator.ref)
        : '–',
    });
  }
};
