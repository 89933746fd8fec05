import Button from '@material-ui/core/Button';
import TextField from '@material-ui/core/TextField';
import CheckCircleIcon from '@material-ui/icons/CheckCircle';
import PlayCircleFilledIcon from '@material-ui/icons/PlayCircleFilled';
import RadioButtonUncheckedIcon from '@material-ui/icons/RadioButtonUnchecked';
import RemoveCircleOutlineIcon from '@material-ui/icons/RemoveCircleOutline';
import { makeStyles } from '@material-ui/core/styles';
import {
  describeDuration,
  type TestDetail,
  type TestStep,
} from 'backstage-plugin-continuity-common';
import { useEffect, useId, useState } from 'react';
import { MarkdownText } from '../../screen/MarkdownText';
import { secondsOf } from '../../profile/objective';
import { useTranslation } from '../../translation';
import { useLocale } from '../../translation/useLocale';
import { personName, roleText } from '../personName';
import { stepSeenOf, type NewRunPress, type RunPress } from './RunPress';
import { usePageStyles } from '../../screen/usePageStyles';
import { zonedClock } from '../../screen/zonedTime';

const SIGNS = {
  open: RadioButtonUncheckedIcon,
  started: PlayCircleFilledIcon,
  done: CheckCircleIcon,
  skipped: RemoveCircleOutlineIcon,
} as const;

const useStyles = makeStyles(theme => ({
  row: {
    padding: theme.spacing(1.25, 0),
    '& + &': { borderTop: `1px solid ${theme.palette.divider}` },
  },
  head: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(1),
  },
  title: { flex: 1, minWidth: 140, fontWeight: 600, overflowWrap: 'anywhere' },
  body: { marginLeft: 32 },
}));

type StepChange = Extract<RunPress, { kind: 'step' }>['change'];

/** How long a step took, or takes by now; null before it was started. */
export function stepSeconds(
  step: Pick<TestStep, 'startedAt' | 'doneAt'>,
): number | null {
  if (step.startedAt === null || step.doneAt === null) return null;
  return Math.max(
    0,
    (Date.parse(step.doneAt) - Date.parse(step.startedAt)) / 1000,
  );
}

/** One line of the checklist: start it, finish it, leave it out, say something about it. */
export const ChecklistRow = (props: {
  test: TestDetail;
  step: TestStep;
  number: number;
  /** Numbers of the lines that come before. */
  after: string[];
  me: string;
  zone: string;
  now: () => string;
  pending: boolean;
  mayRun: boolean;
  onPress: (press: NewRunPress) => void;
}) => {
  const { test, step, number, after, me, zone, now, pending } = props;
  const { mayRun, onPress } = props;
  const classes = useStyles();
  const styles = usePageStyles();
  const { t } = useTranslation();
  const locale = useLocale();
  const id = useId();
  const [note, setNote] = useState<string>();
  const [open, setOpen] = useState(false);
  // somebody else's words come in while nobody writes here
  useEffect(() => setNote(undefined), [step.note]);

  const change = (what: StepChange) =>
    onPress({
      kind: 'step',
      stepId: step.id,
      change: what,
      seen: stepSeenOf(step, what),
    });
  const finish = () => {
    const at = now();
    change({
      state: 'done',
      doneAt: at,
      doneBy: me,
      ...(step.startedAt === null && { startedAt: at }),
    });
  };
  const Sign = SIGNS[step.state];
  const expected = secondsOf(step.expectedDuration);
  const actual = stepSeconds(step);
  const clock = (iso: string) => zonedClock(iso, { zone, locale });
  const label = (word: string) =>
    t('testRun.step.labelled', { word, number, title: step.title });
  const action = (word: string, onClick: () => void, strong?: boolean) => (
    <Button
      size="small"
      variant={strong ? 'contained' : 'outlined'}
      color={strong ? 'primary' : 'default'}
      aria-label={label(word)}
      onClick={onClick}
    >
      {word}
    </Button>
  );
  const facts = [
    ...(step.who.length > 0
      ? [step.who.map(who => roleText(test, who)).join(', ')]
      : []),
    ...(after.length > 0
      ? [t('testRun.step.after', { numbers: after.join(', ') })]
      : []),
    ...(expected !== null
      ? [t('testRun.step.expected', { time: describeDuration(expected) })]
      : []),
    ...(actual !== null
      ? [t('testRun.step.took', { time: describeDuration(actual) })]
      : []),
    ...(expected !== null && actual !== null && actual > expected
      ? [
          t('testRun.step.longer', {
            time: describeDuration(actual - expected),
          }),
        ]
      : []),
  ];

  return (
    <li className={classes.row}>
      <div className={classes.head}>
        <Sign
          fontSize="small"
          role="img"
          titleAccess={t(`testRun.step.state.${step.state}`)}
          color={step.state === 'open' ? 'disabled' : 'primary'}
        />
        <span className={classes.title}>
          {number}. {step.title}
        </span>
        {mayRun && step.state === 'open' && (
          <>
            {action(t('testRun.step.start'), () =>
              change({ state: 'started', startedAt: now() }),
            )}
            {action(t('testRun.step.finish'), finish)}
            {action(t('testRun.step.skip'), () => change({ state: 'skipped' }))}
          </>
        )}
        {mayRun &&
          step.state === 'started' &&
          action(t('testRun.step.finish'), finish, true)}
        {mayRun &&
          step.state !== 'open' &&
          action(t('testRun.step.undo'), () =>
            change(
              step.state === 'done' && step.startedAt !== step.doneAt
                ? { state: 'started', doneAt: null, doneBy: null }
                : {
                    state: 'open',
                    startedAt: null,
                    doneAt: null,
                    doneBy: null,
                  },
            ),
          )}
      </div>
      <div className={classes.body}>
        {facts.length > 0 && (
          <div className={styles.small}>{facts.join(' · ')}</div>
        )}
        {step.state !== 'open' && (
          <div className={styles.small}>
            {step.state === 'started' &&
              step.startedAt &&
              t('testRun.step.startedAt', { time: clock(step.startedAt) })}
            {step.state === 'done' &&
              t('testRun.step.doneAt', {
                time: step.doneAt ? clock(step.doneAt) : '–',
                who: step.doneBy ? personName(test, step.doneBy) : '–',
              })}
            {step.state === 'skipped' && t('testRun.step.state.skipped')}
            {pending && ` · ${t('testRun.save.notSentMark')}`}
          </div>
        )}
        {step.note && note === undefined && (
          <div style={{ whiteSpace: 'pre-wrap' }}>{step.note}</div>
        )}
        {open && step.what && <MarkdownText text={step.what} />}
        {note !== undefined && (
          <div className={styles.row}>
            <TextField
              id={`${id}-note`}
              size="small"
              variant="outlined"
              multiline
              // it was opened to write in it
              // eslint-disable-next-line jsx-a11y/no-autofocus
              autoFocus
              style={{ flex: 1 }}
              label={t('testRun.step.noteOf', { number })}
              value={note}
              onChange={event => setNote(event.target.value)}
              inputProps={{ maxLength: 20000 }}
            />
            <Button
              size="small"
              variant="outlined"
              color="primary"
              onClick={() => {
                if (note.trim() !== step.note) change({ note: note.trim() });
                setNote(undefined);
              }}
            >
              {t('testRun.step.keepNote')}
            </Button>
            <Button size="small" onClick={() => setNote(undefined)}>
              {t('testing.cancel')}
            </Button>
          </div>
        )}
        <div className={styles.row}>
          {step.what && (
            <Button
              size="small"
              aria-expanded={open}
              aria-label={label(t('testRun.step.whatToDo'))}
              onClick={() => setOpen(!open)}
            >
              {t('testRun.step.whatToDo')}
            </Button>
          )}
          {mayRun && note === undefined && (
            <Button
              size="small"
              aria-label={label(t('testRun.step.writeNote'))}
              onClick={() => setNote(step.note)}
            >
              {t('testRun.step.writeNote')}
            </Button>
          )}
        </div>
      </div>
    </li>
  );
};
