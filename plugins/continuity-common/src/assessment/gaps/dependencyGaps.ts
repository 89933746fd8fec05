import type {
  DependencyStanding,
  NamedEntities,
} from '../../dependency/standing/dependencyStanding';
import type { GapRule } from '../assessmentContext';
import type { GapFinding } from '../gapFinding';

const targets = ['rto', 'rpo'] as const;

/** It may take longer than what depends on it: one gap, at the dependency. */
function slowerThanNeeded({ slower = {} }: DependencyStanding): GapFinding[] {
  return targets.flatMap(field => {
    const conflict = slower[field];
    if (!conflict) return [];
    return {
      code: 'slower-than-needed' as const,
      requirement: `dependencies:${field}`,
      params: {
        field,
        seconds: conflict.seconds,
        neededSeconds: conflict.neededSeconds,
        neededBy: conflict.neededBy,
        path: conflict.path.join(' → '),
      },
    };
  });
}

function waitsForSlower({ waitsFor = {} }: DependencyStanding): GapFinding[] {
  return targets.flatMap(field => {
    const waits = waitsFor[field];
    if (!waits) return [];
    return {
      code: 'waits-for-slower-dependency' as const,
      requirement: `dependencies:${field}`,
      params: {
        field,
        seconds: waits.seconds,
        slowest: waits.slowest,
        slowestSeconds: waits.slowestSeconds,
      },
    };
  });
}

function beyondRto({ beyondRto: beyond }: DependencyStanding): GapFinding[] {
  if (!beyond) return [];
  return [
    {
      code: 'recovery-beyond-rto',
      requirement: 'rto',
      params: {
        rtoSeconds: beyond.rtoSeconds,
        expectedSeconds: beyond.expectedSeconds,
        atLeast: beyond.atLeast ? 1 : 0,
        longestStep: beyond.longestStep,
        longestSeconds: beyond.longestSeconds,
      },
    },
  ];
}

function listing(
  code:
    | 'dependency-unprotected'
    | 'dependency-unresolved'
    | 'dependency-unclassified',
  found: NamedEntities | undefined,
  more: Partial<GapFinding> = {},
): GapFinding[] {
  if (!found) return [];
  const { total, refs } = found;
  return [
    {
      code,
      requirement: 'dependencies',
      ...more,
      params: { count: total, refs: refs.join(', '), ...more.params },
    },
  ];
}

/** What the dependency graph says: targets that don't fit, recovery that takes too long, dependencies nobody can rely on. */
export const dependencyGaps: GapRule = ({ facts: { dependencies } }) => {
  if (!dependencies) return [];
  const { unprotected, tierless, unresolved, unclassified } = dependencies;
  return [
    ...slowerThanNeeded(dependencies),
    ...beyondRto(dependencies),
    ...listing('dependency-unprotected', unprotected, {
      byPlan: true,
      params: { tierless: 0 },
    }),
    ...listing('dependency-unprotected', tierless, {
      requirement: 'dependencies:tier',
      severity: 'information',
      params: { tierless: 1 },
    }),
    ...listing('dependency-unresolved', unresolved),
    ...listing('dependency-unclassified', unclassified),
    ...waitsForSlower(dependencies),
  ];
};
