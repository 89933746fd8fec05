import Button from '@material-ui/core/Button';
import Alert from '@material-ui/lab/Alert';
import {
  testTimeKeys,
  type TestDetail,
} from 'backstage-plugin-continuity-common';
import { nameOfRef } from '../../catalog/EntityName';
import { useTranslation } from '../../translation';
import type { Translate } from '../../translation/Translate';
import { useLocale } from '../../translation/useLocale';
import { personName } from '../personName';
import type { RunPress, RunState } from './RunPress';
import type { LiveRun } from './useTestRun';
import { usePageStyles } from '../../screen/usePageStyles';
import { zonedClock } from '../../screen/zonedTime';

interface Words {
  t: Translate;
  test: TestDetail;
  run: RunState;
  clock: (iso: string) => string;
}

/** What somebody wanted to write, in a line. */
function pressText(press: RunPress, words: Words): string {
  const { t, test, run, clock } = words;
  switch (press.kind) {
    case 'event':
      return t('testRun.conflict.event', { text: press.event.text });
    case 'add-step':
      return t('testRun.conflict.addStep', { title: press.title });
    case 'step':
      return t('testRun.conflict.step', {
        title: run.steps.find(({ id }) => id === press.stepId)?.title ?? '',
        what: press.change.state
          ? t(`testRun.step.state.${press.change.state}`)
          : t('testRun.step.note'),
      });
    default: {
      const names = press.entityRefs
        .map(
          ref =>
            test.scope.find(({ entityRef }) => entityRef === ref)?.title ??
            nameOfRef(ref, 'component'),
        )
        .join(', ');
      const times = testTimeKeys.flatMap(key => {
        const at = press.patch.times?.[key];
        if (at === undefined) return [];
        return [
          `${t(`testRun.time.${key}`)} ${
            at === null ? t('testRun.time.none') : clock(at)
          }`,
        ];
      });
      const fields = (
        [
          'outcome',
          'recovered',
          'deliveredPercent',
          'deficiencies',
          'note',
        ] as const
      )
        .filter(key => press.patch[key] !== undefined)
        .map(key => t(`testRun.result.${key}`));
      return t('testRun.conflict.result', {
        names,
        what: [...times, ...fields].join(', '),
      });
    }
  }
}

/** Who wrote what is there now, and what it says. */
function theirText(press: RunPress, words: Words): string {
  const { t, run, clock } = words;
  if (press.kind === 'step') {
    const step = run.steps.find(({ id }) => id === press.stepId);
    if (!step) return '';
    return t('testRun.conflict.theirs', {
      who: personName(words.test, step.updatedBy ?? step.doneBy ?? ''),
      what: t(`testRun.step.state.${step.state}`),
    });
  }
  if (press.kind === 'result') {
    const result = run.results.find(({ entityRef }) =>
      press.entityRefs.includes(entityRef),
    );
    if (!result) return '';
    const times = testTimeKeys.flatMap(key => {
      const at = result.times[key];
      return press.patch.times?.[key] !== undefined && at
        ? [`${t(`testRun.time.${key}`)} ${clock(at)}`]
        : [];
    });
    return t('testRun.conflict.theirs', {
      who: personName(words.test, result.recordedBy),
      what: times.join(', ') || t('testRun.conflict.otherwise'),
    });
  }
  return '';
}

/** What could not be saved as it was pressed: next to what somebody else wrote, or with the reason of the refusal. */
export const RunConflicts = (props: {
  test: TestDetail;
  live: LiveRun;
  zone: string;
}) => {
  const { test, live, zone } = props;
  const classes = usePageStyles();
  const { t } = useTranslation();
  const locale = useLocale();
  const open = live.saving.presses.filter(({ state }) => state !== 'waiting');
  if (open.length === 0) return null;
  const words: Words = {
    t,
    test,
    run: live.run,
    clock: iso => zonedClock(iso, { zone, locale }),
  };
  return (
    <ul className={classes.plainList} aria-label={t('testRun.conflict.list')}>
      {open.map(({ press, state, message }) => (
        <li key={press.id}>
          <Alert
            severity="warning"
            action={
              state === 'conflict' ? (
                <>
                  <Button
                    color="inherit"
                    size="small"
                    onClick={() => live.dismiss(press.id)}
                  >
                    {t('testRun.conflict.keepTheirs')}
                  </Button>
                  <Button
                    color="inherit"
                    size="small"
                    onClick={() => live.insist(press.id)}
                  >
                    {t('testRun.conflict.useMine')}
                  </Button>
                </>
              ) : (
                <Button
                  color="inherit"
                  size="small"
                  onClick={() => live.dismiss(press.id)}
                >
                  {t('testRun.conflict.discard')}
                </Button>
              )
            }
          >
            {state === 'conflict' ? (
              <>
                {theirText(press, words)}{' '}
                {t('testRun.conflict.mine', { what: pressText(press, words) })}
              </>
            ) : (
              t('testRun.conflict.refused', {
                what: pressText(press, words),
                message: message ?? '',
              })
            )}
          </Alert>
        </li>
      ))}
    </ul>
  );
};
