import { parseEntityRef } from '@backstage/catalog-model';
import type { BiaInput } from '../plan/analysis/bia';
import type { RiskInput } from '../plan/analysis/riskAssessment';
import type { AnalysisApi } from './AnalysisApi';
import type { BiaAnswer, RiskAnswer } from './entityAnalyses';
import type { EntityContinuity } from './entityContinuity';
import type { HttpCaller } from './HttpCaller';

type Decision = { reason?: string };

/** The calls about business impact analyses and risk assessments over HTTP. */
export class AnalysisClient implements AnalysisApi {
  readonly #call: HttpCaller['json'];

  constructor(call: HttpCaller['json']) {
    this.#call = call;
  }

  async getBia(entityRef: string): Promise<BiaAnswer> {
    return this.#call(pathOf(entityRef, 'bia'));
  }

  async recordBia(
    entityRef: string,
    bia: BiaInput,
    options: { revision: number },
  ): Promise<EntityContinuity> {
    return this.#put(pathOf(entityRef, 'bia'), bia, options);
  }

  async confirmBia(entityRef: string, biaId: string, decision: Decision = {}) {
    return this.#decide(entityRef, ['bia', biaId, 'confirm'], decision);
  }

  async rejectBia(entityRef: string, biaId: string, decision: Decision = {}) {
    return this.#decide(entityRef, ['bia', biaId, 'reject'], decision);
  }

  async discardBia(entityRef: string, biaId: string, decision: Decision = {}) {
    return this.#decide(entityRef, ['bia', biaId, 'discard'], decision);
  }

  async getRiskAssessment(entityRef: string): Promise<RiskAnswer> {
    return this.#call(pathOf(entityRef, 'risk-assessment'));
  }

  async recordRiskAssessment(
    entityRef: string,
    risk: RiskInput,
    options: { revision: number },
  ): Promise<EntityContinuity> {
    return this.#put(pathOf(entityRef, 'risk-assessment'), risk, options);
  }

  async discardRiskAssessment(
    entityRef: string,
    riskId: string,
    decision: Decision = {},
  ) {
    return this.#decide(
      entityRef,
      ['risk-assessment', riskId, 'discard'],
      decision,
    );
  }

  async #put(
    path: string,
    body: unknown,
    { revision }: { revision: number },
  ): Promise<EntityContinuity> {
    return this.#call(path, {
      method: 'PUT',
      body,
      headers: { 'If-Match': String(revision) },
    });
  }

  async #decide(
    entityRef: string,
    parts: string[],
    body: Decision,
  ): Promise<EntityContinuity> {
    return this.#call(pathOf(entityRef, ...parts), { method: 'POST', body });
  }
}

function pathOf(entityRef: string, ...below: string[]): string {
  const { kind, namespace, name } = parseEntityRef(entityRef);
  const parts = [kind, namespace, name].map(part =>
    part.toLocaleLowerCase('en-US'),
  );
  return `/entities/by-name/${[...parts, ...below]
    .map(encodeURIComponent)
    .join('/')}`;
}
