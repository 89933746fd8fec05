import type { TestRequirement, Tier } from 'backstage-plugin-continuity-common';
import type { Translate } from '../translation/Translate';
import { cadenceText } from './cadenceText';

const ENVIRONMENTS = {
  production: 'production',
  'production-like': 'productionLike',
  other: 'other',
} as const;

function testText(t: Translate, test: TestRequirement): string {
  const notes = [
    test.environments &&
      t('policy.tiers.environments', {
        list: test.environments
          .map(name => t(`policy.environment.${ENVIRONMENTS[name]}`))
          .join(', '),
      }),
    test.partial === false && t('policy.tiers.wholeOnly'),
  ].filter(Boolean);
  const text = t('policy.tiers.test', {
    depth: t(`policy.depth.${test.depth}`),
    every: cadenceText(t, test.every),
  });
  return notes.length ? `${text} (${notes.join(', ')})` : text;
}

/** What a tier requires, one sentence each: "Plan, reviewed every year", "Restore test every 3 months". */
export function requirementTexts(t: Translate, tier: Tier): string[] {
  const { plan, bia, risk, agreement, tests } = tier.requires;
  const renewed = { bia, risk, agreement };
  return [
    ...(plan
      ? [
          t('policy.tiers.reviewed', {
            what: t('policy.tiers.what.plan'),
            every: cadenceText(t, plan.every),
          }),
        ]
      : []),
    ...(['bia', 'risk', 'agreement'] as const).flatMap(what => {
      const requirement = renewed[what];
      return requirement
        ? [
            t('policy.tiers.renewed', {
              what: t(`policy.tiers.what.${what}`),
              every: cadenceText(t, requirement.every),
            }),
          ]
        : [];
    }),
    ...tests.map(test => testText(t, test)),
  ];
}
