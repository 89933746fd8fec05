import { stringify } from 'yaml';
import { insightsPolicy } from './insightsPolicy';
import { kpiIds } from './kpiId';
import type { ContinuityPolicy, ProgrammeDue, Tier } from './policy';

/**
 * A policy in the form in which it would be written under `continuity:` in app-config, with every default. Reading it gives the same policy.
 *
 * @public
 */
export function policyConfigOf(
  policy: ContinuityPolicy,
): Record<string, unknown> {
  const { tiers, mappings, programme, testing, changes, ...rest } = policy;
  const { factors, targets, reviewEvery } = insightsPolicy(policy);
  return {
    ...rest,
    tiers: tiers.map(tier => ({
      ...tier,
      requires: requirementsOf(tier.requires),
    })),
    mappings: mappings.map(({ field, from, values, authoritative }) => ({
      field,
      ...from,
      ...(values && { values }),
      ...(authoritative && { authoritative }),
    })),
    programme: {
      ...dueTexts(programme.defaults),
      newEntityGrace: programme.newEntityGrace,
      tiers: Object.fromEntries(
        Object.entries(programme.tiers).map(([tier, dues]) => [
          tier,
          dueTexts(dues),
        ]),
      ),
    },
    ...(testing && { testing }),
    ...(changes && { changes }),
    insights: {
      factors,
      // without a word the shipped target would come back
      targets: Object.fromEntries(kpiIds.map(id => [id, targets[id] ?? null])),
      reviewEvery,
    },
  };
}

/**
 * The policy as the text of a section `continuity:`, in YAML.
 *
 * @public
 */
export function writePolicyText(policy: ContinuityPolicy): string {
  const { timeZone, tiers, scope, mappings, inherit, ...others } =
    policyConfigOf(policy);
  return stringify(
    {
      // what is changed most stands first
      continuity: { timeZone, tiers, scope, mappings, inherit, ...others },
    },
    { lineWidth: 0, aliasDuplicateObjects: false },
  );
}

function requirementsOf({ tests, ...others }: Tier['requires']) {
  return {
    ...Object.fromEntries(
      Object.entries(others).map(([name, { every }]) => [name, every]),
    ),
    tests,
  };
}

function dueTexts(dues: Record<string, ProgrammeDue>) {
  return Object.fromEntries(
    Object.entries(dues).map(([name, due]) => [
      name,
      'on' in due ? due.on : due.after,
    ]),
  );
}
