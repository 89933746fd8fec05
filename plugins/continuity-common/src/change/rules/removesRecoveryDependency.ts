import {
  hardDependenciesOf,
  needsThroughApis,
} from '../../plan/hardDependencies';
import type { EntityUnderChange } from '../changeFacts';
import type { ChangeRule, RuleContext, RuleFinding } from './ChangeRule';

/** Who hard-depends on a removed entity, and still would. */
function dependentsOf(removed: string, { facts }: RuleContext): string[] {
  const { before, after } = facts.graphs;
  const refs = new Set(
    before.graph
      .neededByOf(removed)
      .filter(edge => edge.class !== 'soft')
      .map(edge => edge.from)
      // A System doesn't need what is no part of it any more
      .filter(ref => {
        const edge = after.graph.edge(ref, removed);
        return edge !== undefined && edge.class !== 'soft';
      }),
  );
  if (removed.startsWith('api:')) {
    const consumers = new Set(after.graph.consumersOf(removed));
    for (const ref of before.graph.consumersOf(removed)) {
      if (consumers.has(ref)) refs.add(ref);
    }
  }
  const gone = new Set(
    facts.touched
      .filter(({ action }) => action === 'remove')
      .map(({ entityRef }) => entityRef),
  );
  return [...refs].filter(ref => !gone.has(ref)).sort();
}

function ofRemoved(removed: string, context: RuleContext): RuleFinding[] {
  const { facts } = context;
  return [
    ...dependentsOf(removed, context).map(ref => ({
      entityRef: ref,
      path: [ref, removed],
      ask: facts.askAbout(ref),
      params: { case: 'needed', entity: ref, removed },
    })),
    ...facts.plans
      .filter(
        ({ version, stepEntityRefs }) =>
          version !== null && stepEntityRefs.includes(removed),
      )
      .map(({ planId, title }) => ({
        entityRef: removed,
        planId,
        ask: context.askAboutPlan(planId, removed),
        params: { case: 'step', entity: removed, removed, plan: title },
      })),
  ];
}

/** What an entity needs, by itself or through an API. */
function needsOf(facts: EntityUnderChange): Set<string> {
  const throughApis = Object.values(
    needsThroughApis(facts.entity, facts) ?? {},
  );
  return new Set([
    ...hardDependenciesOf(facts.entity, facts.softInPortal),
    ...throughApis.flatMap(({ needs }) => needs),
  ]);
}

/** A plan brings something back by way of what the entity would not need any more. */
function ofLostDependencies(context: RuleContext): RuleFinding[] {
  const { facts, changed } = context;
  const gone = new Set(
    facts.touched
      .filter(({ action }) => action === 'remove')
      .map(({ entityRef }) => entityRef),
  );
  return changed.flatMap(({ entityRef, before, after }) => {
    const now = needsOf(after);
    const lost = [...needsOf(before)].filter(
      ref => !now.has(ref) && !gone.has(ref),
    );
    return lost.flatMap(removed =>
      facts.plans
        .filter(
          ({ version, entityRefs, stepEntityRefs }) =>
            version !== null &&
            entityRefs.includes(entityRef) &&
            stepEntityRefs.includes(removed),
        )
        .map(({ planId, title }) => ({
          entityRef,
          planId,
          path: [entityRef, removed],
          ask: context.askAboutPlan(planId, entityRef),
          params: { case: 'edge', entity: entityRef, removed, plan: title },
        })),
    );
  });
}

/**
 * What recovery counts on goes away. Params: `case` (`needed`: `entity` hard-depends on `removed`; `step`: a step of `plan` names `removed`; `edge`:
 * `entity` would not need `removed` any more, and a step of `plan` names it), `entity`, `removed`, `plan`.
 */
export const removesRecoveryDependency: ChangeRule = {
  id: 'removes-recovery-dependency',
  title: 'Something that recovery counts on goes away',
  severity: 'warning',
  find: context => [
    ...context.facts.touched
      .filter(({ action }) => action === 'remove')
      .flatMap(({ entityRef }) => ofRemoved(entityRef, context)),
    ...ofLostDependencies(context),
  ],
  why({ case: kind, entity, removed, plan }) {
    if (kind === 'needed') {
      return `${entity} needs ${removed} to be recovered, and the change removes it.`;
    }
    return kind === 'step'
      ? `The change removes ${removed}, and a recovery step of the plan “${plan}” names it.`
      : `With the change ${entity} doesn’t need ${removed} any more, and a recovery step of the plan “${plan}” names it.`;
  },
  what: ({ case: kind, entity, removed }) =>
    kind === 'needed'
      ? `Say what ${entity} is to use instead of ${removed}, and change its catalog-info with it.`
      : 'Have the plan’s recovery steps changed together with this change.',
};
