import { useApi } from '@backstage/core-plugin-api';
import DialogContentText from '@material-ui/core/DialogContentText';
import FormControl from '@material-ui/core/FormControl';
import FormControlLabel from '@material-ui/core/FormControlLabel';
import FormLabel from '@material-ui/core/FormLabel';
import MenuItem from '@material-ui/core/MenuItem';
import Radio from '@material-ui/core/Radio';
import RadioGroup from '@material-ui/core/RadioGroup';
import TextField from '@material-ui/core/TextField';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import {
  isMeasuringDepth,
  isPass,
  testOutcomes,
  type TestDetail,
  type TestOutcome,
  type TestResult,
} from 'backstage-plugin-continuity-common';
import { useId, useState } from 'react';
import { continuityApiRef } from '../../api';
import { nameOfRef } from '../../catalog/EntityName';
import { NoteField } from '../../screen/NoteField';
import { FormDialog } from '../../screen/FormDialog';
import { useTranslation } from '../../translation';
import {
  findingProblems,
  findingRequestOf,
  type DraftOfFinding,
} from '../finding/findingDraft';
import { FindingDrafts } from '../finding/FindingDrafts';
import { OutcomeMark } from '../OutcomeMark';

const useStyles = makeStyles(theme => ({
  item: {
    display: 'grid',
    gap: theme.spacing(1),
    padding: theme.spacing(1.5, 0),
    borderBottom: `1px solid ${theme.palette.divider}`,
  },
  head: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: theme.spacing(1),
  },
}));

interface Said {
  outcome?: TestOutcome;
  levelMet?: boolean;
  reason?: string;
}

/** What somebody other than the facilitator says of the results; an outcome may become worse, never better. */
export const ReviewDialog = (props: {
  test: TestDetail;
  onDone: (test: TestDetail) => void;
  onClose: () => void;
}) => {
  const { test, onDone, onClose } = props;
  const api = useApi(continuityApiRef);
  const { t } = useTranslation();
  const id = useId();
  const [said, setSaid] = useState<Record<string, Said>>({});
  const [note, setNote] = useState('');
  const [findings, setFindings] = useState<DraftOfFinding[]>([]);
  const [checked, setChecked] = useState(false);
  const asksForLevel = ({ targets }: TestResult) =>
    isMeasuringDepth(test.depth) &&
    targets.mbcoText !== null &&
    targets.mbcoPercent === null;
  /** Those that can't be passed before somebody says whether the level in words was reached. */
  const unanswered = test.results.filter(result => {
    const { outcome = result.outcome, levelMet } = said[result.entityRef] ?? {};
    return (
      asksForLevel(result) &&
      levelMet === undefined &&
      outcome !== null &&
      isPass(outcome)
    );
  });

  const submit = async () => {
    setChecked(true);
    const worsened = Object.values(said).filter(({ outcome }) => outcome);
    if (worsened.some(({ reason }) => !reason?.trim())) {
      throw new Error(t('testRun.review.reasonNeeded'));
    }
    if (unanswered.length > 0) {
      throw new Error(
        t('testRun.review.levelNeeded', {
          names: unanswered
            .map(
              ({ entityRef, title }) =>
                title ?? nameOfRef(entityRef, 'component'),
            )
            .join(', '),
        }),
      );
    }
    const wrong = findings.filter(each => findingProblems(each).length > 0);
    if (wrong.length > 0) {
      throw new Error(
        t('testRun.complete.findingsWrong', { count: wrong.length }),
      );
    }
    onDone(
      await api.tests.review(test.id, {
        revision: test.revision,
        note: note.trim(),
        results: Object.entries(said).map(([entityRef, answer]) => ({
          entityRef,
          ...(answer.outcome && { outcome: answer.outcome }),
          ...(answer.levelMet !== undefined && { levelMet: answer.levelMet }),
          ...(answer.reason?.trim() && { reason: answer.reason.trim() }),
        })),
        findings: findings.map(findingRequestOf),
      }),
    );
  };
  const say = (ref: string, patch: Said) =>
    setSaid(before => ({ ...before, [ref]: { ...before[ref], ...patch } }));

  return (
    <FormDialog
      title={t('testRun.review.title')}
      submitLabel={t('testRun.review.submit')}
      onSubmit={submit}
      onClose={onClose}
      maxWidth="md"
    >
      <DialogContentText color="textPrimary">
        {t('testRun.review.text')}
      </DialogContentText>
      {test.results.map(result => (
        <ResultReview
          key={result.entityRef}
          id={`${id}-${result.entityRef.replace(/\W/g, '-')}`}
          result={result}
          said={said[result.entityRef] ?? {}}
          asksForLevel={asksForLevel(result)}
          onSay={patch => say(result.entityRef, patch)}
        />
      ))}
      <NoteField
        id={`${id}-note`}
        label={t('testRun.review.note')}
        value={note}
        onChange={setNote}
        longest={4000}
      />
      <Typography component="h3" style={{ fontWeight: 600 }}>
        {t('testRun.section.findings')}
      </Typography>
      <FindingDrafts
        drafts={findings}
        scope={test.scope}
        checked={checked}
        onChange={setFindings}
      />
    </FormDialog>
  );
};

function ResultReview(props: {
  id: string;
  result: TestResult;
  said: Said;
  asksForLevel: boolean;
  onSay: (patch: Said) => void;
}) {
  const { id, result, said, asksForLevel, onSay } = props;
  const classes = useStyles();
  const { t } = useTranslation();
  const name = result.title ?? nameOfRef(result.entityRef, 'component');
  const worse = testOutcomes.slice(
    testOutcomes.indexOf(result.outcome ?? 'failed') + 1,
  );
  const levelWord = (met: boolean) => (met ? 'yes' : 'no');
  return (
    <div className={classes.item}>
      <div className={classes.head}>
        <strong>{name}</strong>
        {result.outcome && <OutcomeMark outcome={result.outcome} />}
        {worse.length > 0 && (
          <TextField
            id={`${id}-outcome`}
            select
            size="small"
            variant="outlined"
            style={{ minWidth: 240 }}
            label={t('testRun.review.outcomeOf', { name })}
            value={said.outcome ?? 'kept'}
            onChange={event =>
              onSay({
                outcome:
                  event.target.value === 'kept'
                    ? undefined
                    : (event.target.value as TestOutcome),
              })
            }
          >
            <MenuItem value="kept">{t('testRun.review.keep')}</MenuItem>
            {worse.map(each => (
              <MenuItem key={each} value={each}>
                {t(`testing.outcome.${each}`)}
              </MenuItem>
            ))}
          </TextField>
        )}
      </div>
      {said.outcome && (
        <TextField
          id={`${id}-reason`}
          size="small"
          variant="outlined"
          label={t('testRun.review.reason')}
          value={said.reason ?? ''}
          onChange={event => onSay({ reason: event.target.value })}
          inputProps={{ maxLength: 2000 }}
        />
      )}
      {asksForLevel && (
        <FormControl component="fieldset">
          <FormLabel component="legend">
            {t('testRun.review.level', {
              level: result.targets.mbcoText ?? '',
            })}
          </FormLabel>
          <RadioGroup
            row
            name={`${id}-level`}
            value={said.levelMet === undefined ? '' : levelWord(said.levelMet)}
            onChange={(_, word) => onSay({ levelMet: word === 'yes' })}
          >
            {(['yes', 'no'] as const).map(word => (
              <FormControlLabel
                key={word}
                value={word}
                control={<Radio color="primary" size="small" />}
                label={t(`testRun.criterion.${word}`)}
              />
            ))}
          </RadioGroup>
        </FormControl>
      )}
    </div>
  );
}
