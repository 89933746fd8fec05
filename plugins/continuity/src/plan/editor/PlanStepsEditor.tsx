import Button from '@material-ui/core/Button';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import {
  describeDuration,
  planRecoveryTime,
  type PlanContents,
  type PlanStep,
} from 'backstage-plugin-continuity-common';
import { useRef, useState } from 'react';
import { useTranslation } from '../../translation';
import { freePlanId } from './freePlanId';
import { PlanStepEditor } from './PlanStepEditor';

const useStyles = makeStyles(theme => ({
  list: { listStyle: 'none', margin: 0, padding: 0 },
  sum: { fontWeight: 600, margin: theme.spacing(1, 0) },
  undo: { margin: theme.spacing(1, 0) },
}));

interface Removed {
  step: PlanStep;
  at: number;
  /** Who waited for it. */
  followers: string[];
}

function moved<T>(items: readonly T[], from: number, to: number): T[] {
  const next = [...items];
  const [item] = next.splice(from, 1);
  next.splice(to, 0, item);
  return next;
}

/** The recovery steps: added, taken away and back, put in order by dragging or by buttons. */
export const PlanStepsEditor = (props: {
  contents: PlanContents;
  titles: ReadonlyMap<string, string>;
  onChange: (patch: (before: PlanContents) => PlanContents) => void;
}) => {
  const { contents, titles, onChange } = props;
  const { steps } = contents;
  const classes = useStyles();
  const { t } = useTranslation();
  const [removed, setRemoved] = useState<Removed>();
  const [said, setSaid] = useState('');
  const dragged = useRef<string>();
  const total = planRecoveryTime(steps);

  const setSteps = (patch: (before: PlanStep[]) => PlanStep[]) =>
    onChange(before => ({ ...before, steps: patch(before.steps) }));
  const move = (id: string, to: number) => {
    const from = steps.findIndex(step => step.id === id);
    if (from < 0 || to < 0 || to >= steps.length || from === to) return;
    setSteps(before => moved(before, from, to));
    setSaid(
      t('plan.steps.moved', {
        name: steps[from].title || t('plan.steps.untitled'),
        position: to + 1,
      }),
    );
  };
  const add = () =>
    setSteps(before => [
      ...before,
      {
        id: freePlanId(
          'step',
          before.map(step => step.id),
        ),
        title: '',
        what: '',
        who: [],
        expectedDuration: null,
        entities: [],
        // most steps wait for the one before; it can be taken away
        after: before.length ? [before[before.length - 1].id] : [],
      },
    ]);
  const remove = (step: PlanStep) => {
    setRemoved({
      step,
      at: steps.indexOf(step),
      followers: steps
        .filter(({ after }) => after.includes(step.id))
        .map(({ id }) => id),
    });
    setSteps(before =>
      before
        .filter(({ id }) => id !== step.id)
        .map(each => ({
          ...each,
          after: each.after.filter(id => id !== step.id),
        })),
    );
  };
  const putBack = () => {
    if (!removed) return;
    const { step, at, followers } = removed;
    setSteps(before => {
      const known = new Set(before.map(({ id }) => id));
      const next = before.map(each =>
        followers.includes(each.id)
          ? { ...each, after: [...each.after, step.id] }
          : each,
      );
      next.splice(Math.min(at, next.length), 0, {
        ...step,
        after: step.after.filter(id => known.has(id)),
      });
      return next;
    });
    setRemoved(undefined);
  };

  return (
    <>
      {steps.length > 0 && (
        <div className={classes.sum}>
          {t(total.isComplete ? 'plan.steps.sum' : 'plan.steps.sumAtLeast', {
            time: describeDuration(total.seconds),
          })}
        </div>
      )}
      <ol className={classes.list} aria-label={t('plan.section.steps')}>
        {steps.map((step, at) => (
          <PlanStepEditor
            key={step.id}
            step={step}
            at={at}
            steps={steps}
            contacts={contents.contacts}
            titles={titles}
            onChange={next =>
              setSteps(before =>
                before.map(each => (each.id === step.id ? next : each)),
              )
            }
            onMove={to => move(step.id, to)}
            onRemove={() => remove(step)}
            onDragStart={() => {
              dragged.current = step.id;
            }}
            onDrop={() => {
              if (dragged.current) move(dragged.current, at);
              dragged.current = undefined;
            }}
          />
        ))}
      </ol>
      <div aria-live="polite">
        {said && <Typography variant="body2">{said}</Typography>}
      </div>
      {removed && (
        <div className={classes.undo} role="status">
          {t('plan.steps.removed', {
            name: removed.step.title || t('plan.steps.untitled'),
          })}{' '}
          <Button size="small" color="primary" onClick={putBack}>
            {t('plan.steps.undo')}
          </Button>
        </div>
      )}
      <Button size="small" variant="outlined" color="primary" onClick={add}>
        {t('plan.steps.add')}
      </Button>
    </>
  );
};
