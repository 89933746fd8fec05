import {
  decidePlanTransition,
  type PlanTransition,
} from './decidePlanTransition';
import { planVersionStateSchema, type PlanVersionState } from './planVersion';

const olivia = 'user:default/olivia';
const peter = 'user:default/peter';

function decide(
  transition: PlanTransition,
  state: PlanVersionState,
  options: { by: string; onBehalfOf?: string } = { by: peter },
) {
  const decision = decidePlanTransition(
    transition,
    { state, editedBy: [olivia] },
    options,
  );
  return decision.ok ? decision.to : decision.why;
}

describe('decidePlanTransition', () => {
  const allowed: Record<
    PlanTransition,
    Partial<Record<PlanVersionState, string>>
  > = {
    edit: { draft: 'draft' },
    submit: { draft: 'in-review' },
    return: { 'in-review': 'draft' },
    approve: { 'in-review': 'approved' },
  };

  it.each(
    (Object.keys(allowed) as PlanTransition[]).flatMap(transition =>
      planVersionStateSchema.options.map(
        state =>
          [
            transition,
            state,
            allowed[transition][state] ?? 'conflict',
          ] as const,
      ),
    ),
  )('%s in state %s: %s', (transition, state, result) => {
    expect(decide(transition, state)).toBe(result);
  });

  it.each<[string, { by: string; onBehalfOf?: string }, string]>([
    ['another person', { by: peter }, 'approved'],
    ['a writer', { by: olivia }, 'forbidden'],
    ['a writer for another', { by: olivia, onBehalfOf: peter }, 'forbidden'],
    ['a deputy of a writer', { by: peter, onBehalfOf: olivia }, 'forbidden'],
    [
      'a deputy of somebody else',
      { by: peter, onBehalfOf: 'user:default/rita' },
      'approved',
    ],
  ])('lets %s approve: %j', (_, options, result) => {
    expect(decide('approve', 'in-review', options)).toBe(result);
  });
});
