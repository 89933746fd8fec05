import type { BiaInput } from '../plan/analysis/bia';
import type { RiskInput } from '../plan/analysis/riskAssessment';
import type { BiaAnswer, RiskAnswer } from './entityAnalyses';
import type { EntityContinuity } from './entityContinuity';

/**
 * The calls about business impact analyses and risk assessments. `revision` is the one that an edit started from: the `revision` of the section `bia` or
 * `risk` of the entity's answer.
 *
 * @public
 */
export interface AnalysisApi {
  getBia(entityRef: string): Promise<BiaAnswer>;

  recordBia(
    entityRef: string,
    bia: BiaInput,
    options: { revision: number },
  ): Promise<EntityContinuity>;

  /** As the second person, lets an analysis that asks for less come into force. */
  confirmBia(
    entityRef: string,
    biaId: string,
    decision?: { reason?: string },
  ): Promise<EntityContinuity>;

  /** As the second person, declines an analysis that asks for less. */
  rejectBia(
    entityRef: string,
    biaId: string,
    decision?: { reason?: string },
  ): Promise<EntityContinuity>;

  /** Puts a draft away. */
  discardBia(
    entityRef: string,
    biaId: string,
    decision?: { reason?: string },
  ): Promise<EntityContinuity>;

  getRiskAssessment(entityRef: string): Promise<RiskAnswer>;

  recordRiskAssessment(
    entityRef: string,
    risk: RiskInput,
    options: { revision: number },
  ): Promise<EntityContinuity>;

  /** Puts a draft away. */
  discardRiskAssessment(
    entityRef: string,
    riskId: string,
    decision?: { reason?: string },
  ): Promise<EntityContinuity>;
}
