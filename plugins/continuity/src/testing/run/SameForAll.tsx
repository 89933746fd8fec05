import { EntityInfoCard } from '@backstage/plugin-catalog-react';
import Button from '@material-ui/core/Button';
import MenuItem from '@material-ui/core/MenuItem';
import TextField from '@material-ui/core/TextField';
import Typography from '@material-ui/core/Typography';
import {
  testOutcomes,
  type TestOutcome,
  type TestResult,
  type TestResultPatch,
} from 'backstage-plugin-continuity-common';
import { useId, useState } from 'react';
import { useTranslation } from '../../translation';
import { usePageStyles } from '../../screen/usePageStyles';

/** One result for many services at once: for all that have none yet and whose numbers allow it. */
export const SameForAll = (props: {
  results: readonly TestResult[];
  onSay: (results: TestResult[], patch: TestResultPatch) => void;
}) => {
  const { results, onSay } = props;
  const classes = usePageStyles();
  const { t } = useTranslation();
  const id = useId();
  const [outcome, setOutcome] = useState<TestOutcome>('passed');
  const open = results.filter(result => result.outcome === null);
  const allowed = open.filter(
    ({ measure }) =>
      testOutcomes.indexOf(outcome) >= testOutcomes.indexOf(measure.best),
  );
  return (
    <EntityInfoCard title={t('testRun.same.title')}>
      <div className={classes.row} style={{ paddingTop: 8 }}>
        <TextField
          id={`${id}-outcome`}
          select
          size="small"
          variant="outlined"
          style={{ minWidth: 240 }}
          label={t('testRun.result.outcome')}
          value={outcome}
          onChange={event => setOutcome(event.target.value as TestOutcome)}
        >
          {testOutcomes.map(each => (
            <MenuItem key={each} value={each}>
              {t(`testing.outcome.${each}`)}
            </MenuItem>
          ))}
        </TextField>
        <Button
          variant="outlined"
          color="primary"
          disabled={allowed.length === 0}
          onClick={() => onSay(allowed, { outcome })}
        >
          {t('testRun.same.apply', { count: allowed.length })}
        </Button>
        <Typography variant="body2" className={classes.quiet}>
          {open.length === 0
            ? t('testRun.same.none')
            : t('testRun.same.hint', {
                open: open.length,
                without: open.length - allowed.length,
              })}
        </Typography>
      </div>
    </EntityInfoCard>
  );
};
