import { InputError } from '@backstage/errors';
import type { HumanDuration } from '@backstage/types';
import {
  changeIntegrationsSchema,
  type ChangeIntegrations,
} from './changeIntegrationsSchema';
import type { ConfigProblem } from './ConfigProblem';
import { configPathText } from './configPathText';
import { describeConfigIssues } from './describeConfigIssues';
import { mappingConfigSchema } from './mappingConfigSchema';
import type { ContinuityPolicy, Mapping, Tier } from '../policy';
import { policyConfigSchema } from './policyConfigSchema';
import { policyConflicts, type ReadableParts } from '../policyConflicts';
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
  seed?: {
    file: string;
    /** How far back the history reaches that the file's records are played into, such as `P6M`; absent: it begins now. */
    history?: string;
  };
  /** How machines and ITSM tools ask about changes. */
  changes: ChangeIntegrations;
}

/** What a section `continuity:` says, or what is wrong with it. */
export type ReadContinuityConfig =
  | { ok: true; policy: ContinuityPolicy; operations: ContinuityOperations }
  | { ok: false; problems: ConfigProblem[] };

/** Reads the section `continuity:` of app-config; `undefined` and an empty section give the shipped default. All times come out normalised, all defaults filled in. */
export function readContinuityConfig(config: unknown): ReadContinuityConfig {
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
    return { ok: false, problems };
  }
  const { sweep, seed, ...policy } = parsed.data;
  return {
    ok: true,
    policy,
    operations: { sweep, changes: asking.data, ...(seed && { seed }) },
  };
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
  const read = readContinuityConfig(config);
  if (!read.ok) throw new InputError(describeProblems(read.problems));
  const { policy, operations } = read;
  return { policy, operations };
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
    ({ path, message }) => `- ${configPathText(path)}: ${message}`,
  );
  const count =
    problems.length === 1 ? '1 mistake' : `${problems.length} mistakes`;
  return `The continuity policy in app-config has ${count}:\n${lines.join(
    '\n',
  )}`;
}
