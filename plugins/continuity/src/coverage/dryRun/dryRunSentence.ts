import type { DryRunSummary } from 'backstage-plugin-continuity-common';
import type { Translate } from '../../translation/Translate';

/** What a dry run found, in one sentence: how many change status, in which way, and how many become exposed. */
export function dryRunSentence(
  t: Translate,
  summary: DryRunSummary,
  options: { number: (value: number) => string },
): string {
  const { changes, moves, sections } = summary;
  const { number } = options;
  const services = number(summary.services);
  const { worse = 0, better = 0, enters = 0, leaves = 0, other = 0 } = changes;
  const changed = worse + better + enters + leaves + other;
  if (sections.length === 0 && changed === 0) return t('dryRun.result.same');
  if (changed === 0) return t('dryRun.result.nobody', { services });
  const exposed = moves
    .filter(({ from, to }) => to === 'exposed' && from !== 'exposed')
    .reduce((sum, { count }) => sum + count, 0);
  const part = (
    key:
      | 'worse'
      | 'better'
      | 'enters'
      | 'leaves'
      | 'leavesScope'
      | 'other'
      | 'exposed',
    count: number,
  ) =>
    count === 0
      ? []
      : [t(`dryRun.result.${key}`, { count, shown: number(count) })];
  const how = [
    ...part('worse', worse),
    ...part('better', better),
    ...part('enters', enters),
    ...part(enters > 0 ? 'leaves' : 'leavesScope', leaves),
    ...part('other', other),
  ].join(', ');
  const sentence = t('dryRun.result.sentence', {
    count: changed,
    changed: number(changed),
    services,
    how,
  });
  return `${[sentence, ...part('exposed', exposed)].join('; ')}.`;
}
