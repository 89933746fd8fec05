import { durationSeconds } from '../terms/durationSeconds';
import { effectiveAgreement } from '../profile/effectiveAgreement';
import type { EffectiveProfile, PartyState } from '../profile/effectiveProfile';
import { policyIndex } from '../profile/policyIndex';
import { resolveProfile } from '../profile/resolveProfile';
import type { PeopleFacts } from '../catalog/entityFacts';
import { inScope as isInScope } from '../catalog/inScope';
import type { ContinuityPolicy } from '../policy/policy';
import type { Bia } from '../plan/analysis/bia';
import {
  effectiveBia,
  effectiveRisk,
  withBiaMtpd,
} from '../plan/analysis/effectiveAnalysis';
import type { PlanStanding } from '../plan/planStanding';
import { planStandings } from '../plan/planStandings';
import { watchedFacts } from '../plan/watchedFacts';
import {
  exemptionFrom,
  type ExemptionFacts,
} from '../exemption/exemptionFacts';
import { measuredOwnTime } from '../testing/standing/measuredOwnTime';
import { advance } from './calendarSteps';
import type {
  Assessment,
  AssessmentFacts,
  AssessmentMemory,
  Slack,
} from './assessment';
import type { AssessmentContext } from './assessmentContext';
import { entityTestPhases } from './entityTestPhases';
import { deriveStatus, deriveUnderlyingStatus } from './deriveStatus';
import type { Gap } from './gap';
import { gapCodes, type Severity } from '../terms/gapCode';
import type { GapFinding } from './gapFinding';
import { gapRules } from './gapRules';
import { describeGap } from './gapTexts';
import {
  appliedRequirements,
  earliestPlanDue,
  type RequirementKey,
} from './requirements';
import { sortGaps } from './sortGaps';
import { testStanding } from './testStanding';

/** Time to mend what no programme, cadence or grace gives a date for (DOMAIN.md §8). */
const TIME_TO_MEND = 'P30D';

const CANONICAL =
  /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|1\d|2[0-8])T([01]\d|2[0-3]):[0-5]\d:[0-5]\d\.\d{3}Z$/;

function canonical(instant: string): string {
  return new Date(instant).toISOString();
}

/** A remembered moment, never later than now: a clock that was set back makes nothing begin in the future. */
function recall(moment: string | undefined, now: string): string | undefined {
  if (moment === undefined) return undefined;
  // as it was written down: parsing it for each gap of each entity is what an assessment spends most time on
  if (CANONICAL.test(moment)) return moment < now ? moment : now;
  const time = Date.parse(moment);
  if (Number.isNaN(time)) return undefined;
  const iso = new Date(time).toISOString();
  return iso < now ? iso : now;
}

function recallFrom(
  memory: Record<string, string> | undefined,
  key: string,
  now: string,
): string | undefined {
  return memory && Object.hasOwn(memory, key)
    ? recall(memory[key], now)
    : undefined;
}

function slackOf(profile: EffectiveProfile): Slack | null {
  const { rto, wrt, mtpd } = profile;
  if (rto.value === null || mtpd.value === null) return null;
  const workRecovery = wrt.value === null ? 0 : durationSeconds(wrt.value);
  return {
    seconds:
      durationSeconds(mtpd.value) - durationSeconds(rto.value) - workRecovery,
    includesWorkRecovery: wrt.value !== null,
  };
}

function partyStates(
  profile: EffectiveProfile,
  people: PeopleFacts,
): Record<string, PartyState> {
  const states: Record<string, PartyState> = {};
  const owner = profile.recoveryOwner.value;
  const refs = [
    ...(owner === null ? [] : [owner]),
    ...(profile.recoveryAlternates.value ?? []),
  ];
  for (const ref of refs) {
    states[ref] = people.known ? people.stateOf(ref) : 'unknown';
  }
  return states;
}

/** How the plans in force stand; what nobody planned for costs nothing. */
function standingsOf(
  facts: AssessmentFacts,
  options: {
    profile: EffectiveProfile;
    bia: Bia | null;
    policy: ContinuityPolicy;
    every: string | null;
  },
): PlanStanding[] {
  const inForce = facts.plans?.inForce ?? [];
  if (inForce.length === 0) return [];
  const { profile, bia, policy, every } = options;
  const { entity, people, softInPortal, apis } = facts;
  return planStandings(inForce, {
    now: watchedFacts({ entity, profile, bia, softInPortal, apis }),
    people,
    policy,
    every,
  });
}

function severityOf(finding: GapFinding, policy: ContinuityPolicy): Severity {
  return (
    finding.severity ??
    policy.severities[finding.code] ??
    gapCodes[finding.code]
  );
}

/** What time makes of the findings: the gaps of now, what to remember, and when it changes next. */
class GapTimeline {
  readonly gaps: Gap[] = [];
  /** By `code|requirement`. */
  readonly since = new Map<string, string>();
  nextChangeAt: string | null = null;

  constructor(
    private readonly options: {
      policy: ContinuityPolicy;
      memory: AssessmentMemory | undefined;
      now: string;
      /** Since when something is so that nobody remembers. */
      began: string;
      exemptions: ExemptionFacts[] | undefined;
    },
  ) {}

  add(finding: GapFinding): void {
    const { policy, memory, now, began } = this.options;
    if (finding.since !== undefined && finding.since > now) {
      this.changesAt(finding.since);
      return;
    }
    if (finding.until !== undefined && finding.until <= now) return;
    const id = `${finding.code}|${finding.requirement}`;
    if (this.since.has(id)) return;

    if (finding.until !== undefined) this.changesAt(finding.until);
    const known = finding.since ?? finding.began;
    // clocks differ: what is said to begin later has its moment changed then
    const isAhead = known !== undefined && known > now;
    if (isAhead) this.changesAt(known);
    const since =
      (isAhead ? undefined : known) ??
      recallFrom(memory?.gapSince, id, now) ??
      began;
    const dueBy = this.#dueBy(finding, since);
    const severity = severityOf(finding, policy);
    const canBeLate = severity !== 'information';
    if (canBeLate && dueBy > now) this.changesAt(dueBy);
    const params = finding.allParams?.() ?? finding.params;
    const { message, action } = describeGap(finding.code, params);
    const gap: Gap = {
      code: finding.code,
      severity,
      requirement: finding.requirement,
      since,
      dueBy,
      late: canBeLate && dueBy <= now,
      message,
      action,
      params,
    };
    // an information waives nothing that could be exempted
    if (canBeLate) this.#exempt(gap);
    this.gaps.push(gap);
    this.since.set(id, since);
  }

  changesAt(moment: string): void {
    if (this.nextChangeAt === null || moment < this.nextChangeAt) {
      this.nextChangeAt = moment;
    }
  }

  /** The gap stays listed and is marked; it counts again from the moment at which the exemption ends. */
  #exempt(gap: Gap): void {
    const { exemptions, now } = this.options;
    if (!exemptions) return;
    const { holding, changesAt } = exemptionFrom(
      gap.requirement,
      exemptions,
      now,
    );
    if (changesAt !== null) this.changesAt(changesAt);
    if (!holding) return;
    const { id, endsAt, reason } = holding;
    gap.exemption = { id, until: endsAt, reason };
  }

  #dueBy({ dueBy, within, byPlan }: GapFinding, since: string): string {
    if (dueBy !== undefined && within === undefined) return dueBy;
    const { policy } = this.options;
    const { timeZone } = policy;
    if (byPlan) {
      const planned = earliestPlanDue({ appliesSince: since, policy });
      if (planned !== undefined) return planned;
    }
    const mended = advance(since, within ?? TIME_TO_MEND, timeZone);
    return dueBy !== undefined && dueBy < mended ? dueBy : mended;
  }
}

/** Keys in order, so that equal memories have equal JSON. */
function inKeyOrder(record: Map<string, string>): Record<string, string> {
  const ordered: Record<string, string> = {};
  for (const key of [...record.keys()].sort()) ordered[key] = record.get(key)!;
  return ordered;
}

/**
 * Decides the continuity status of one entity, with its gaps (DOMAIN.md §8): a pure function of what is known, what is remembered, the
 * policy and the moment. Nobody else decides a status.
 *
 * The answer holds until `nextChangeAt`, as long as the facts and the policy stay the same: given its own `memory`, it is the same at every
 * moment before, and another one then.
 *
 * @param memory - `memory` of the assessment before; undefined for an entity that was never assessed
 * @param now - ISO instant
 * @throws RangeError when a moment, the policy's time zone or a cadence can't be read: what people wrote on entities never does that.
 * @public
 */
export function assess(
  facts: AssessmentFacts,
  memory: AssessmentMemory | undefined,
  policy: ContinuityPolicy,
  now: string,
): Assessment {
  const moment = canonical(now);
  const bia = effectiveBia(facts);
  const resolved = resolveProfile(withBiaMtpd(facts, bia), policy);
  const { profile } = resolved;
  const inScope = isInScope(policy, facts.entity);
  const tierId = profile.tier.value;
  const tier =
    inScope && tierId !== null
      ? policyIndex(policy).tiers.get(tierId)!.tier
      : null;
  const began = memory ? moment : recall(facts.appearedAt, moment) ?? moment;

  const requirements = appliedRequirements(tier, {
    rpo: profile.rpo.value,
    sinceOf: (key: RequirementKey) =>
      recallFrom(memory?.appliesSince, key, moment) ?? began,
    policy,
  });
  const agreement = effectiveAgreement(facts, resolved, policy);
  const plans = standingsOf(facts, {
    profile,
    bia: bia.current,
    policy,
    every: tier?.requires.plan?.every ?? null,
  });
  const context: AssessmentContext = {
    facts,
    policy,
    resolved,
    tier,
    requirements: new Map(requirements.map(item => [item.key, item])),
    agreement: inScope
      ? agreement
      : { ...agreement, required: false, dueAt: null },
    bia,
    risk: effectiveRisk(facts),
    slack: slackOf(profile),
    plans,
    tests: entityTestPhases(facts.tests, {
      tier,
      requirements,
      profile,
      plans,
      policy,
    }),
    parties: partyStates(profile, facts.people),
  };
  const timeline = new GapTimeline({
    policy,
    memory,
    now: moment,
    began,
    exemptions: facts.exemptions,
  });
  if (inScope) {
    for (const rule of gapRules) {
      for (const finding of rule(context)) timeline.add(finding);
    }
  }
  const gaps = sortGaps(timeline.gaps);
  const tests = testStanding(context.tests, { gaps, now: moment });
  for (const change of tests.changesAt) timeline.changesAt(change);
  const measured = facts.tests ? measuredOwnTime(facts.tests.results) : null;
  const standing = {
    inScope,
    tier: tierId,
    tierRequiresNothing: requirements.length === 0,
  };
  return {
    status: deriveStatus(gaps, standing),
    underlyingStatus: deriveUnderlyingStatus(gaps, standing),
    gaps,
    profile,
    parties: context.parties,
    agreement: context.agreement,
    slack: context.slack,
    plans: context.plans,
    tests: tests.standing,
    ...(measured !== null && { measuredOwnSeconds: measured }),
    memory: {
      appliesSince: inKeyOrder(
        new Map(requirements.map(item => [item.key, item.appliesSince])),
      ),
      gapSince: inKeyOrder(timeline.since),
    },
    nextChangeAt: timeline.nextChangeAt,
  };
}
