import { EntityInfoCard } from '@backstage/plugin-catalog-react';
import Button from '@material-ui/core/Button';
import Checkbox from '@material-ui/core/Checkbox';
import FormControl from '@material-ui/core/FormControl';
import FormControlLabel from '@material-ui/core/FormControlLabel';
import FormLabel from '@material-ui/core/FormLabel';
import Radio from '@material-ui/core/Radio';
import RadioGroup from '@material-ui/core/RadioGroup';
import TextField from '@material-ui/core/TextField';
import Alert from '@material-ui/lab/Alert';
import { makeStyles } from '@material-ui/core/styles';
import {
  testOutcomes,
  type TestOutcome,
  type TestResult,
  type TestResultPatch,
} from 'backstage-plugin-continuity-common';
import { useEffect, useId, useState } from 'react';
import { EntityName, nameOfRef } from '../../catalog/EntityName';
import { useTranslation } from '../../translation';
import { MeasuredResult } from './MeasuredResult';
import { bestOutcomeText } from './outcomeReasonText';
import { usePageStyles } from '../../screen/usePageStyles';

const useStyles = makeStyles(theme => ({
  fields: {
    display: 'grid',
    gap: theme.spacing(2),
    marginTop: theme.spacing(2),
  },
  line: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(2),
  },
}));

/** A text that is handed on when its field is left. */
const LeftField = (props: {
  id: string;
  label: string;
  value: string;
  disabled: boolean;
  onLeave: (text: string) => void;
}) => {
  const { id, label, value, disabled, onLeave } = props;
  const [typed, setTyped] = useState(value);
  useEffect(() => setTyped(value), [value]);
  return (
    <TextField
      id={id}
      label={label}
      value={typed}
      disabled={disabled}
      variant="outlined"
      size="small"
      multiline
      onChange={event => setTyped(event.target.value)}
      onBlur={() => typed.trim() !== value && onLeave(typed.trim())}
      inputProps={{ maxLength: 20000 }}
    />
  );
};

/** What came out for one service; each field is saved when it is left. */
export const ResultCard = (props: {
  result: TestResult;
  measures: boolean;
  mayRun: boolean;
  pending: boolean;
  /** The test is completed: an outcome can be changed, and not taken back. */
  keepsOutcome?: boolean;
  onSay: (patch: TestResultPatch) => void;
  onFinding?: () => void;
}) => {
  const { result, measures, mayRun, pending, keepsOutcome } = props;
  const { onSay, onFinding } = props;
  const classes = useStyles();
  const styles = usePageStyles();
  const { t } = useTranslation();
  const id = useId();
  const name = result.title ?? nameOfRef(result.entityRef, 'component');
  const { best } = result.measure;
  const why = bestOutcomeText(t, result);
  const tooGood = (outcome: TestOutcome) =>
    testOutcomes.indexOf(outcome) < testOutcomes.indexOf(best);
  const hasLevel = measures && result.targets.mbcoText !== null;
  // an outcome that the new numbers don't allow would hold up the numbers
  const withNumbers = (patch: TestResultPatch): TestResultPatch =>
    result.outcome === null || keepsOutcome
      ? patch
      : { ...patch, outcome: null };

  return (
    <div role="group" aria-label={t('testRun.result.of', { name })}>
      <EntityInfoCard
        title={<EntityName entityRef={result.entityRef} title={name} />}
        headerActions={
          pending ? (
            <span className={styles.small}>{t('testRun.save.savingMark')}</span>
          ) : undefined
        }
      >
        {measures && <MeasuredResult result={result} />}
        <div className={classes.fields}>
          {measures && (
            <div className={classes.line}>
              <FormControlLabel
                control={
                  <Checkbox
                    color="primary"
                    checked={result.recovered === false}
                    disabled={!mayRun}
                    onChange={(_, on) =>
                      onSay(withNumbers({ recovered: on ? false : null }))
                    }
                  />
                }
                label={t('testRun.result.notRecovered')}
              />
              {hasLevel && (
                <PercentField
                  id={`${id}-percent`}
                  value={result.deliveredPercent}
                  target={result.targets.mbcoPercent}
                  disabled={!mayRun}
                  onLeave={deliveredPercent =>
                    onSay(withNumbers({ deliveredPercent }))
                  }
                />
              )}
            </div>
          )}
          {why && (
            <Alert severity={best === 'failed' ? 'error' : 'warning'}>
              {why}
            </Alert>
          )}
          <FormControl component="fieldset" disabled={!mayRun}>
            <FormLabel component="legend">
              {t('testRun.result.outcomeOf', { name })}
            </FormLabel>
            <RadioGroup
              row
              name={`${id}-outcome`}
              value={result.outcome ?? ''}
              onChange={(_, value) => onSay({ outcome: value as TestOutcome })}
            >
              {testOutcomes.map(outcome => (
                <FormControlLabel
                  key={outcome}
                  value={outcome}
                  disabled={!mayRun || tooGood(outcome)}
                  control={<Radio color="primary" size="small" />}
                  label={t(`testing.outcome.${outcome}`)}
                />
              ))}
            </RadioGroup>
          </FormControl>
          <LeftField
            id={`${id}-deficiencies`}
            label={t('testRun.result.deficiencies')}
            value={result.deficiencies}
            disabled={!mayRun}
            onLeave={deficiencies => onSay({ deficiencies })}
          />
          <LeftField
            id={`${id}-note`}
            label={t('testRun.result.note')}
            value={result.note}
            disabled={!mayRun}
            onLeave={note => onSay({ note })}
          />
          {mayRun && onFinding && (
            <div>
              <Button size="small" variant="outlined" onClick={onFinding}>
                {t('testRun.result.makeFinding')}
              </Button>
            </div>
          )}
        </div>
      </EntityInfoCard>
    </div>
  );
};

function PercentField(props: {
  id: string;
  value: number | null;
  target: number | null;
  disabled: boolean;
  onLeave: (percent: number | null) => void;
}) {
  const { id, value, target, disabled, onLeave } = props;
  const { t } = useTranslation();
  const shown = value === null ? '' : String(value);
  const [typed, setTyped] = useState(shown);
  useEffect(() => setTyped(shown), [shown]);
  const percent = typed.trim() === '' ? null : Number(typed);
  const wrong =
    percent !== null &&
    !(Number.isFinite(percent) && percent >= 0 && percent <= 100);
  return (
    <TextField
      id={id}
      label={t('testRun.result.deliveredPercent')}
      size="small"
      variant="outlined"
      style={{ width: 260 }}
      disabled={disabled}
      value={typed}
      error={wrong}
      helperText={
        (wrong && t('testRun.result.percentWrong')) ||
        (target !== null &&
          t('testRun.result.percentTarget', { target: String(target) })) ||
        undefined
      }
      onChange={event => setTyped(event.target.value)}
      onBlur={() => !wrong && percent !== value && onLeave(percent)}
      inputProps={{ inputMode: 'decimal' }}
    />
  );
}
