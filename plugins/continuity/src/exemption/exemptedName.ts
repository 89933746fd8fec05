import { testDepths } from 'backstage-plugin-continuity-common';
import { requirementName } from '../status/requirementName';
import type { Translate } from '../translation/Translate';

const NAMED = {
  all: 'exemption.from.all',
  test: 'exemption.from.test',
  dependencies: 'exemption.from.dependencies',
  'emergency-copy': 'exemption.from.emergencyCopy',
  finding: 'exemption.from.finding',
  change: 'exemption.from.change',
} as const;

/** What an exemption is from, in words: "Everything but the tier", "All tests", "Plan". */
export function exemptedName(t: Translate, requirement: string): string {
  const [kind, detail] = requirement.split(':');
  const depth = testDepths.find(each => each === detail);
  if (kind === 'test' && depth) {
    return t('exemption.from.oneTest', { depth: t(`policy.depth.${depth}`) });
  }
  const named = NAMED[kind as keyof typeof NAMED];
  if (named) return t(named);
  // what is said after the colon is a detail of the same requirement
  return requirementName(t, kind === 'metadata' ? requirement : kind);
}
