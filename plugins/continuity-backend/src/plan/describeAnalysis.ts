import type { Bia, RiskAssessment } from 'backstage-plugin-continuity-common';

/** What the history says of an analysis: what it comes to, not every cell of its grid, which stays with the analysis itself. */
export function describeAnalysis(
  analysis: Bia | RiskAssessment,
): Record<string, unknown> {
  const { id, state, assessedOn, agreedWith, assessor } = analysis;
  const shared = { id, state, assessedOn, agreedWith, assessor };
  if (!('result' in analysis)) {
    const { threats } = analysis.content;
    return {
      ...shared,
      threats: threats.length,
      rated: threats.filter(({ rating }) => rating !== null).length,
    };
  }
  const { result, content, looserThanBefore } = analysis;
  return {
    ...shared,
    method: content.method,
    mtpd: result.mtpd,
    ...(result.beyond !== null && { beyond: result.beyond }),
    rpo: result.rpo,
    ...(looserThanBefore.length > 0 && { looserThanBefore }),
  };
}
