import { inScope } from '../../catalog/inScope';
import { tierById } from '../../policy/tierById';
import type { ChangeRule } from './ChangeRule';

/** A change declared major ends what earlier tests prove of what it touches. Params: `entity`, `depths`, `tier`. */
export const retestNeeded: ChangeRule = {
  id: 'retest-needed',
  title: 'Tests have to be repeated',
  severity: 'warning',
  find({ facts, policy, profileOf }) {
    if (facts.change.major !== true) return [];
    return facts.touched.flatMap(({ entityRef, before, after }) => {
      // What is new was never tested, and what goes is not tested again
      if (!before || !after) return [];
      if (!inScope(policy, after.entity)) return [];
      const profile = profileOf(after);
      const tier = tierById(policy, profile.tier.value ?? '');
      const depths = (tier?.requires.tests ?? [])
        .map(({ depth }) => depth)
        .filter(depth => depth !== 'restore' || profile.rpo.value !== 'none');
      if (!tier || depths.length === 0) return [];
      return [
        {
          entityRef,
          ask: facts.askAbout(entityRef),
          params: {
            entity: entityRef,
            tier: tier.id,
            depths: depths.join(', '),
          },
        },
      ];
    });
  },
  why: ({ entity, tier, depths }) =>
    `The change to ${entity} is declared major, so its earlier tests prove nothing any more; ${tier} requires: ${depths}.`,
  what: () => 'Plan the tests again for after the change is implemented.',
};
