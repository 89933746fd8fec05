import Button from '@material-ui/core/Button';
import Alert from '@material-ui/lab/Alert';
import {
  isMeasuringDepth,
  type TestDetail,
} from 'backstage-plugin-continuity-common';
import { useTranslation } from '../../translation';
import { ResultCard } from './ResultCard';
import { RunConflicts } from './RunConflicts';
import { RunSaveLine } from './RunSaveLine';
import { RunTimes } from './RunTimes';
import { resultPress } from './stampPress';
import { useTestRun } from './useTestRun';
import { usePageStyles } from '../../screen/usePageStyles';

/** The results of a test that is completed and that nobody has reviewed: they can be put right, on the record. */
export const CorrectionView = (props: {
  test: TestDetail;
  me: string;
  zone: string;
  onClose: () => void;
}) => {
  const { test, me, zone, onClose } = props;
  const classes = usePageStyles();
  const { t } = useTranslation();
  const live = useTestRun(test, me);
  const measures = isMeasuringDepth(test.depth);
  const mayRun = live.view.allowedActions.includes('test.run');
  const finish = async () => {
    await live.flush();
    onClose();
  };
  return (
    <>
      <Alert
        severity="info"
        action={
          <Button color="inherit" size="small" onClick={finish}>
            {t('testRun.correct.done')}
          </Button>
        }
      >
        {t('testRun.correct.text')}
      </Alert>
      <div className={classes.row}>
        <RunSaveLine live={live} zone={zone} />
      </div>
      <RunConflicts test={test} live={live} zone={zone} />
      {measures && (
        <RunTimes test={test} live={live} zone={zone} mayRun={mayRun} typed />
      )}
      {live.view.results.map(result => (
        <ResultCard
          key={result.entityRef}
          result={result}
          measures={measures}
          mayRun={mayRun}
          // there has to be an outcome now: a worse one is set first, then the numbers
          keepsOutcome
          pending={live.view.pending.has(result.entityRef)}
          onSay={patch => live.press(resultPress([result], patch))}
        />
      ))}
    </>
  );
};
