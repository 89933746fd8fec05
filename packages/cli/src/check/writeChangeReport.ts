import type { ChangeAssessment } from 'backstage-plugin-continuity-common';
import { reportMarker } from './reportMarker';

export function writeChangeReport(
  assessment: ChangeAssessment,
  options: { format: 'text' | 'markdown' },
): string {
  const lines = assessment.findings.map(
    f =>
      `- ${f.rule} ${f.entityRef ?? ''}: ${f.why} ${f.what} (${f.path.join(
        ' → ',
      )})`,
  );
  return [
    ...(options.format === 'markdown' ? [reportMarker] : []),
    assessment.headline,
    ...lines,
    ...assessment.problems.map(p => `${p.at}: ${p.message}`),
    ...assessment.unmapped,
    '',
  ].join('\n');
}
