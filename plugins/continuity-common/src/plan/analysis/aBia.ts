import { defaultPolicy } from '../../policy/defaultPolicy';
import type { Bia, BiaContent } from './bia';
import { deriveBia } from './deriveBia';
import type { RiskAssessment } from './riskAssessment';

/** Builds the content of a test: one letter a point of the shipped scale (n, m, o, s, c; `-` = not rated) for each category. */
export function biaContent(
  rated: Record<string, string>,
  said: Partial<BiaContent> = {},
): BiaContent {
  const { points, ratings, categories } = defaultPolicy.bia;
  const letters: Record<string, string> = {
    n: 'negligible',
    m: 'minor',
    o: 'moderate',
    s: 'serious',
    c: 'catastrophic',
  };
  return {
    method: 'full',
    points,
    ratings,
    categories: Object.entries(rated).map(([id, word]) => ({
      ...categories.find(category => category.id === id)!,
      impacts: Object.fromEntries(
        [...word].flatMap((letter, at) =>
          letter === '-' ? [] : [[points[at], letters[letter]]],
        ),
      ),
    })),
    rpo: 'PT1H',
    criticalPeriods: [],
    ...said,
  };
}

/** Builds an analysis of a test: agreed on 1 March 2026, intolerable from one day on. */
export function aBia(
  said: Partial<Omit<Bia, 'result' | 'content'>> & {
    rated?: Record<string, string>;
    rpo?: string | null;
  } = {},
): Bia {
  const { rated = { financial: 'nmscc' }, rpo = 'PT1H', ...rest } = said;
  const content = biaContent(rated, { rpo });
  return {
    id: 'b1',
    entityRef: 'component:default/checkout',
    state: 'agreed',
    content,
    result: deriveBia(content),
    assessor: 'user:default/jane',
    agreedWith: 'Head of sales',
    assessedOn: '2026-03-01',
    looserThanBefore: [],
    revision: 1,
    recordedBy: 'user:default/jane',
    recordedAt: '2026-03-01T09:00:00.000Z',
    ...rest,
  };
}

/** Builds a risk assessment of a test: agreed on 1 March 2026, without threats. */
export function aRiskAssessment(
  said: Partial<RiskAssessment> = {},
): RiskAssessment {
  return {
    id: 'r1',
    entityRef: 'component:default/checkout',
    state: 'agreed',
    content: { threats: [] },
    assessor: 'user:default/jane',
    agreedWith: 'Head of sales',
    assessedOn: '2026-03-01',
    revision: 1,
    recordedBy: 'user:default/jane',
    recordedAt: '2026-03-01T09:00:00.000Z',
    ...said,
  };
}
