import type { ConfigProblem } from './config/ConfigProblem';
import { isLonger } from './isLonger';
import type { Mapping, Tier } from './policy';

/** What is known of the config where some of it may be wrong: a list's entry is undefined where it could not be read. */
export interface ReadableParts {
  tiers: Array<Tier | undefined>;
  /** Ids of all tiers, also of those that could not be read. */
  tierIds: string[];
  mappings: Array<Mapping | undefined>;
  /** Tier ids that the programme has a section for. */
  programmeTiers: string[];
  /** Tier ids that a rule of changes has a word for. */
  enforcedTiers: Array<{ rule: string; tier: string }>;
}

/** What is wrong between the parts of a policy, each of which is right by itself. */
export function policyConflicts(parts: ReadableParts): ConfigProblem[] {
  return [
    ...repeatedIds(parts.tierIds),
    ...risingTargets(parts.tiers),
    ...unknownTiers(parts),
  ];
}

function repeatedIds(ids: string[]): ConfigProblem[] {
  const lower = ids.map(id => id.toLowerCase());
  return ids.flatMap((id, index) => {
    const first = lower.indexOf(lower[index]);
    return first === index
      ? []
      : [
          {
            path: ['tiers', index, 'id'],
            message: `"${id}" is the id of continuity.tiers[${first}] already. Write an id of its own for each tier; capital letters make no difference.`,
          },
        ];
  });
}

/** A less critical tier may not demand more: the tiers' order decides which of two is looser. */
function risingTargets(tiers: Array<Tier | undefined>): ConfigProblem[] {
  const problems: ConfigProblem[] = [];
  for (const target of ['rto', 'rpo', 'mtpd'] as const) {
    let before: Tier | undefined;
    tiers.forEach((tier, index) => {
      const value = tier?.targets[target];
      if (!tier || value === undefined || value === 'none') return;
      const bound = before?.targets[target];
      if (before && isLonger(bound, value)) {
        problems.push({
          path: ['tiers', index, 'targets', target],
          message: `"${value}" is stricter than the ${target} "${bound}" of "${before.id}", which stands before it and so is more critical. Write at least "${bound}", or put the tiers in order, most critical first.`,
        });
        return;
      }
      before = tier;
    });
  }
  return problems;
}

function unknownTiers(parts: ReadableParts): ConfigProblem[] {
  const known = parts.tierIds;
  const accepted = `The tiers are ${[...new Set(known)].join(', ')}.`;
  const inMappings = parts.mappings.flatMap((mapping, index) =>
    mapping?.field !== 'tier'
      ? []
      : Object.entries(mapping.values ?? {})
          .filter(([, tier]) => !known.includes(tier))
          .map(([key, tier]) => ({
            path: ['mappings', index, 'values', key],
            message: `"${tier}" is no tier of this policy. ${accepted}`,
          })),
  );
  const inProgramme = parts.programmeTiers
    .filter(tier => !known.includes(tier))
    .map(tier => ({
      path: ['programme', 'tiers', tier],
      message: `"${tier}" is no tier of this policy. ${accepted}`,
    }));
  const inChanges = parts.enforcedTiers
    .filter(({ tier }) => !known.includes(tier))
    .map(({ rule, tier }) => ({
      path: ['changes', 'enforcement', rule, 'tiers', tier],
      message: `"${tier}" is no tier of this policy. ${accepted}`,
    }));
  return [...inMappings, ...inProgramme, ...inChanges];
}
