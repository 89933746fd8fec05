import type { AssessedThreat } from './riskAssessment';
import { riskLevel } from './riskLevel';
import { riskMatrix, topRisks } from './riskSummary';

function threat(
  id: string,
  rating: [number, number] | null,
  residual: [number, number] | null = null,
): AssessedThreat {
  const read = (pair: [number, number] | null) =>
    pair && { likelihood: pair[0], impact: pair[1] };
  return {
    id,
    title: id,
    notApplicable: false,
    rating: read(rating),
    treatment: null,
    owner: null,
    residual: read(residual),
    dueOn: null,
  };
}

describe('riskLevel', () => {
  it.each([
    [1, 1, 'low'],
    [2, 2, 'low'],
    [1, 5, 'medium'],
    [3, 3, 'medium'],
    [2, 5, 'high'],
    [4, 4, 'high'],
    [4, 5, 'extreme'],
    [5, 5, 'extreme'],
  ])('%i × %i is %s', (likelihood, impact, level) => {
    expect(riskLevel({ likelihood, impact })).toBe(level);
  });
});

describe('riskMatrix and topRisks', () => {
  const threats = [
    threat('a', [2, 2]),
    threat('b', [5, 4], [2, 2]),
    threat('c', null),
    threat('d', [4, 5]),
  ];

  it('counts each cell, before and after treatment', () => {
    const before = riskMatrix({ threats }, 'rating');
    expect([before[1][1], before[4][3], before[3][4]]).toEqual([1, 1, 1]);
    const after = riskMatrix({ threats }, 'residual');
    expect([after[1][1], after[4][3], after[3][4]]).toEqual([2, 0, 1]);
  });

  it('puts the greatest first, leaves out what was not rated, and does not move its input', () => {
    expect(topRisks({ threats }).map(({ id }) => id)).toEqual(['b', 'd', 'a']);
    expect(threats.map(({ id }) => id)).toEqual(['a', 'b', 'c', 'd']);
  });
});
