import { renewalDate } from '../../profile/renewalDate';
import type { AnalysisState } from './analysisState';
import type { Bia } from './bia';
import type { BiaMtpd } from '../../profile/resolveProfile';
import type { RiskAssessment } from './riskAssessment';

/**
 * The analyses of one entity that may count, newest first; superseded and rejected ones may be left out. Part of `AssessmentFacts`.
 *
 * @public
 */
export interface AnalysisFacts {
  bia: Bia[];
  risk: RiskAssessment[];
}

/** @public */
export interface AnalysisSources {
  entity: { entityRef: string };
  analyses?: AnalysisFacts;
  system?: { entity: { entityRef: string }; analyses?: AnalysisFacts };
}

/**
 * The analysis that counts for an entity.
 *
 * @public
 */
export interface EffectiveAnalysis<T> {
  /** The agreed one; null if none. */
  current: T | null;
  /** Ref of the system whose analysis is taken over, where it is not the entity's own. */
  from: string | null;
  /** The entity's own draft. */
  draft: T | null;
  /** The entity's own that waits for a second person. */
  pending: T | null;
}

function effective<T extends { state: AnalysisState }>(
  own: T[] | undefined,
  systems: { entityRef: string; analyses: T[] | undefined } | undefined,
): EffectiveAnalysis<T> {
  const inState = (analyses: T[] | undefined, state: AnalysisState) =>
    analyses?.find(analysis => analysis.state === state) ?? null;
  const agreed = inState(own, 'agreed');
  const takenOver = agreed ? null : inState(systems?.analyses, 'agreed');
  return {
    current: agreed ?? takenOver,
    from: takenOver ? systems!.entityRef : null,
    draft: inState(own, 'draft'),
    pending: inState(own, 'awaiting-second-person'),
  };
}

function systemOf({ entity, system }: AnalysisSources) {
  // a system that is said to be part of itself takes nothing over
  return system && system.entity.entityRef !== entity.entityRef
    ? system
    : undefined;
}

/**
 * The business impact analysis that counts for an entity (DOMAIN.md §2 "Unit"): its own agreed one, else its system's. One that is past its renewal
 * still counts.
 *
 * @public
 */
export function effectiveBia(sources: AnalysisSources): EffectiveAnalysis<Bia> {
  const system = systemOf(sources);
  return effective(
    sources.analyses?.bia,
    system && {
      entityRef: system.entity.entityRef,
      analyses: system.analyses?.bia,
    },
  );
}

/**
 * The risk assessment that counts for an entity; see {@link effectiveBia}.
 *
 * @public
 */
export function effectiveRisk(
  sources: AnalysisSources,
): EffectiveAnalysis<RiskAssessment> {
  const system = systemOf(sources);
  return effective(
    sources.analyses?.risk,
    system && {
      entityRef: system.entity.entityRef,
      analyses: system.analyses?.risk,
    },
  );
}

/**
 * When an analysis must be renewed: its day plus the cadence, at the end of that day in the zone; null where none is required.
 *
 * @public
 */
export function analysisDue(
  analysis: { assessedOn: string } | null,
  every: string | undefined,
  timeZone: string,
): { dueOn: string; dueAt: string } | null {
  return analysis && every
    ? renewalDate(analysis.assessedOn, every, timeZone)
    : null;
}

/** Facts together with the MTPD of the analysis that counts, as `resolveProfile` wants them. @public */
export function withBiaMtpd<T extends object>(
  facts: T,
  { current, from }: EffectiveAnalysis<Bia>,
): T & { biaMtpd?: BiaMtpd } {
  const mtpd = current?.result.mtpd;
  return mtpd ? { ...facts, biaMtpd: { mtpd, from } } : facts;
}
