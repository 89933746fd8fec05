import { useApi } from '@backstage/core-plugin-api';
import { EntityInfoCard } from '@backstage/plugin-catalog-react';
import Button from '@material-ui/core/Button';
import TextField from '@material-ui/core/TextField';
import Typography from '@material-ui/core/Typography';
import Alert from '@material-ui/lab/Alert';
import {
  isMeasuringDepth,
  type TestDetail,
  type TestResult,
} from 'backstage-plugin-continuity-common';
import { useEffect, useId, useState } from 'react';
import { continuityApiRef } from '../../api';
import { errorMessage } from '../../screen/errorMessage';
import { useTranslation } from '../../translation';
import {
  emptyFinding,
  findingProblems,
  findingRequestOf,
} from '../finding/findingDraft';
import { FindingDrafts } from '../finding/FindingDrafts';
import { AttachmentsCard } from '../report/AttachmentsCard';
import {
  forgetCompletion,
  keepCompletion,
  readCompletion,
  type CompletionDraft,
} from './completionDraft';
import { CriteriaQuestions } from './CriteriaQuestions';
import { ResultCard } from './ResultCard';
import { RunTimes } from './RunTimes';
import { SameForAll } from './SameForAll';
import { resultPress } from './stampPress';
import { TimeField } from './TimeField';
import type { LiveRun } from './useTestRun';
import { usePageStyles } from '../../screen/usePageStyles';

const SHOWN_AT_ONCE = 30;

/** What came out: per service, then for the whole test; at its end the test is completed. */
export const ResultsView = (props: {
  test: TestDetail;
  me: string;
  live: LiveRun;
  zone: string;
  onCompleted: (test: TestDetail) => void;
}) => {
  const { test, me, live, zone, onCompleted } = props;
  const classes = usePageStyles();
  const api = useApi(continuityApiRef);
  const { t } = useTranslation();
  const id = useId();
  const [draft, setDraft] = useState<CompletionDraft>(() =>
    readCompletion(test.id, me),
  );
  const [attachments, setAttachments] = useState(test);
  const [shown, setShown] = useState(SHOWN_AT_ONCE);
  const [checked, setChecked] = useState(false);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string>();
  const { results, pending, allowedActions } = live.view;
  const measures = isMeasuringDepth(test.depth);
  const mayRun = allowedActions.includes('test.run');
  const mayComplete = allowedActions.includes('test.complete');
  const open = results.filter(({ outcome }) => outcome === null);
  const wrong = draft.findings.filter(each => findingProblems(each).length > 0);

  const change = (patch: Partial<CompletionDraft>) =>
    setDraft(before => ({ ...before, ...patch }));
  useEffect(() => keepCompletion(test.id, me, draft), [test.id, me, draft]);
  const makeFinding = (result: TestResult) =>
    change({
      findings: [
        ...draft.findings,
        emptyFinding({
          title: result.deficiencies.split('\n')[0].slice(0, 200),
          description: result.deficiencies,
          entities: [result.entityRef],
          severity: result.outcome === 'failed' ? 'high' : 'medium',
          owner:
            test.scope.find(({ entityRef }) => entityRef === result.entityRef)
              ?.owner ?? '',
        }),
      ],
    });

  const complete = async () => {
    setChecked(true);
    if (open.length > 0 || wrong.length > 0) return;
    setBusy(true);
    setError(undefined);
    try {
      await live.flush();
      const completed = await api.tests.complete(test.id, {
        summary: draft.summary.trim(),
        criteria: test.contents.successCriteria.map(({ id: criterion }) => ({
          id: criterion,
          met: draft.criteria[criterion]?.met ?? null,
          note: draft.criteria[criterion]?.note ?? '',
        })),
        findings: draft.findings.map(findingRequestOf),
        ...(draft.endedAt && { endedAt: draft.endedAt }),
      });
      forgetCompletion(test.id, me);
      onCompleted(completed);
    } catch (e) {
      setError(t('testing.failed', { message: errorMessage(e) }));
      setBusy(false);
    }
  };

  return (
    <>
      {measures && (
        <RunTimes
          test={test}
          live={live}
          zone={zone}
          mayRun={mayRun}
          typed={test.enteredAfterwards}
        />
      )}
      {mayRun && results.length > 1 && (
        <SameForAll
          results={results}
          onSay={(chosen, patch) => live.press(resultPress(chosen, patch))}
        />
      )}
      {results.slice(0, shown).map(result => (
        <ResultCard
          key={result.entityRef}
          result={result}
          measures={measures}
          mayRun={mayRun}
          pending={pending.has(result.entityRef)}
          onSay={patch => live.press(resultPress([result], patch))}
          onFinding={() => makeFinding(result)}
        />
      ))}
      {results.length > shown && (
        <Button
          variant="outlined"
          onClick={() => setShown(shown + SHOWN_AT_ONCE)}
        >
          {t('testRun.result.more', { count: results.length - shown })}
        </Button>
      )}
      {test.contents.successCriteria.length > 0 && (
        <EntityInfoCard title={t('testRun.section.criteria')}>
          <CriteriaQuestions
            criteria={test.contents.successCriteria}
            answers={draft.criteria}
            disabled={!mayComplete}
            onChange={criteria => change({ criteria })}
          />
        </EntityInfoCard>
      )}
      {mayComplete && (
        <EntityInfoCard title={t('testRun.complete.findings')}>
          <Typography variant="body2" className={classes.quiet} paragraph>
            {t('testRun.complete.findingsHint')}
          </Typography>
          <FindingDrafts
            drafts={draft.findings}
            scope={test.scope}
            checked={checked}
            onChange={findings => change({ findings })}
          />
        </EntityInfoCard>
      )}
      <AttachmentsCard
        test={attachments}
        zone={zone}
        onChanged={setAttachments}
      />
      {mayComplete && (
        <EntityInfoCard title={t('testRun.complete.title')}>
          <div style={{ display: 'grid', gap: 16 }}>
            <TextField
              id={`${id}-summary`}
              label={t('testRun.complete.summary')}
              helperText={t('testRun.complete.summaryHint')}
              variant="outlined"
              multiline
              minRows={3}
              value={draft.summary}
              onChange={event => change({ summary: event.target.value })}
              inputProps={{ maxLength: 20000 }}
            />
            {!test.enteredAfterwards && (
              <div style={{ maxWidth: 360 }}>
                <TimeField
                  id={`${id}-ended`}
                  label={t('testRun.complete.endedAt')}
                  zone={zone}
                  value={draft.endedAt}
                  onChange={endedAt => change({ endedAt })}
                />
              </div>
            )}
            {checked && open.length > 0 && (
              <Alert severity="warning" role="alert">
                {t('testRun.complete.noOutcome', { count: open.length })}
              </Alert>
            )}
            {checked && wrong.length > 0 && (
              <Alert severity="warning" role="alert">
                {t('testRun.complete.findingsWrong', { count: wrong.length })}
              </Alert>
            )}
            {error && (
              <Alert severity="error" role="alert">
                {error}
              </Alert>
            )}
            <div className={classes.row}>
              <Button
                color="primary"
                variant="contained"
                disabled={busy}
                onClick={complete}
              >
                {t('testRun.action.complete')}
              </Button>
              <Typography variant="body2" className={classes.quiet}>
                {t('testRun.complete.hint')}
              </Typography>
            </div>
          </div>
        </EntityInfoCard>
      )}
    </>
  );
};
