import { InputError } from '@backstage/errors';
import type { HumanDuration } from '@backstage/types';
import {
  changeIntegrationsSchema,
  type ChangeIntegrations,
} from './changeIntegrationsSchema';
import type { ConfigProblem } from './ConfigProblem';
import { describeConfigIssues } from './describeConfigIssues';
import { mappingConfigSchema } from './mappingConfigSchema';
import type { ContinuityPolicy, Mapping, Tier } from './policy';
import { policyConfigSchema } from './policyConfigSchema';
import { policyConflicts, type ReadableParts } from './policyConflicts';
import { takeChangeIntegrations } from './takeChangeIntegrations';
import { tierConfigSchema } from './tierConfigSchema';

/**
 * What app-config says beside the policy: how this installation runs. Changing it makes no new version of the policy.
 *
 * @public
 */
export interface ContinuityOperations {
  /** How the catalog is read. */
  sweep: {
    frequency: HumanDuration;
    timeout: HumanDuration;
    initialDelay: HumanDuration;
    /** Entities per page, and rows per write. */
    batchSize: number;
  };
  /** A file of continuity records to begin with, for development. */
  seed?: { file: string };
  /** How machines and ITSM tools ask about changes. */
  changes: ChangeIntegrations;
}

/**
 * Reads the section `continuity:` of app-config; `undefined` and an empty section give the shipped default. All times come out normalised, all defaults filled in.
 *
 * @throws InputError with one message that lists every mistake: its path, what was found, what is accepted.
 * @public
 */
export function parseContinuityConfig(config: unknown): {
  policy: ContinuityPolicy;
  operations: ContinuityOperations;
} {
  const { rest, integrations } = takeChangeIntegrations(config);
  const parsed = policyConfigSchema.safeParse(rest ?? {}, {
    reportInput: true,
  });
  const asking = changeIntegrationsSchema.safeParse(integrations, {
    reportInput: true,
  });
  const problems = [
    ...(parsed.success ? [] : describeConfigIssues(parsed.error.issues)),
    ...describeConfigIssues(asking.error?.issues ?? []).map(problem => ({
      ...problem,
      path: ['changes', ...problem.path],
    })),
    ...policyConflicts(
      parsed.success
        ? partsOf(parsed.data)
        : readableParts(config as Record<string, unknown>),
    ),
  ];
  if (!parsed.success || !asking.success || problems.length > 0) {
    throw new InputError(describeProblems(problems));
  }
  const { sweep, seed, ...policy } = parsed.data;
  return {
    policy,
    operations: { sweep, changes: asking.data, ...(seed && { seed }) },
  };
}

function partsOf(policy: ContinuityPolicy): ReadableParts {
  return {
    tiers: policy.tiers,
    tierIds: policy.tiers.map(tier => tier.id),
    mappings: policy.mappings,
    programmeTiers: Object.keys(policy.programme.tiers),
    enforcedTiers: enforcedTiers(policy.changes?.enforcement),
  };
}

/** Reads what can be read of a wrong config, so that one start-up tells about all mistakes. */
function readableParts(config: Record<string, unknown>): ReadableParts {
  const tiers = policyConfigSchema.shape.tiers.safeParse(config?.tiers);
  const written = listOf(config?.tiers);
  const programme = config?.programme as
    | Partial<Record<string, unknown>>
    | null
    | undefined;
  return {
    tiers: tiers.success
      ? tiers.data
      : written.map(
          (tier): Tier | undefined => tierConfigSchema.safeParse(tier).data,
        ),
    tierIds: tiers.success
      ? tiers.data.map(tier => tier.id)
      : written.map(tier => String((tier as Partial<Tier> | null)?.id ?? '')),
    mappings: listOf(config?.mappings).map(
      (mapping): Mapping | undefined =>
        mappingConfigSchema.safeParse(mapping).data,
    ),
    programmeTiers: Object.keys(programme?.tiers ?? {}),
    enforcedTiers: enforcedTiers(sectionOf(config?.changes).enforcement),
  };
}

/** The tiers that rules of changes have a word of their own for. */
function enforcedTiers(enforcement: unknown): ReadableParts['enforcedTiers'] {
  return Object.entries(sectionOf(enforcement)).flatMap(([rule, section]) =>
    Object.keys(sectionOf(sectionOf(section).tiers)).map(tier => ({
      rule,
      tier,
    })),
  );
}

function sectionOf(value: unknown): Partial<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? value
    : {};
}

function listOf(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}

function describeProblems(problems: ConfigProblem[]): string {
  const lines = problems.map(
    ({ path, message }) => `- ${describePath(path)}: ${message}`,
  );
  const count =
    problems.length === 1 ? '1 mistake' : `${problems.length} mistakes`;
  return `The continuity policy in app-config has ${count}:\n${lines.join(
    '\n',
  )}`;
}

/** `continuity.tiers[0].targets.rto`, `continuity.mappings[0].values["4"]`. */
function describePath(path: readonly PropertyKey[]): string {
  return path.reduce<string>((text, key) => {
    if (typeof key === 'number') return `${text}[${key}]`;
    const name = String(key);
    return /^[$a-z][\w$-]*$/i.test(name)
      ? `${text}.${name}`
      : `${text}[${JSON.stringify(name)}]`;
  }, 'continuity');
}
