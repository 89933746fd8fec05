import { z } from 'zod';
import {
  configCadence,
  configNumber,
  configText,
  configWord,
} from './configScalars';
import type { InsightsPolicy } from '../insightsPolicy';
import { kpiIds, type KpiId } from '../kpiId';
import { strictSection } from './strictSection';

const shares: readonly KpiId[] = [
  'coverage',
  'tests-held',
  'test-objectives-met',
  'changes-assessed',
  'change-requests-on-time',
];

const target = (id: KpiId) =>
  shares.includes(id)
    ? configNumber({
        min: 0,
        max: 1,
        hint: 'Write a share from 0 to 1, such as 0.95 for 95 %.',
      })
    : configNumber({ min: 0, max: 1_000_000, hint: 'Write a number from 0.' });

const factor = strictSection({
  id: configText('Write a short name, such as "proven".').refine(
    text => /^[a-z0-9][a-z0-9-]{0,39}$/.test(text),
    { error: 'Write at most 40 small letters, digits and "-".' },
  ),
  title: configText('Write what has to go right.'),
  description: configText('Write a sentence.').optional(),
  kpis: z
    .array(configWord(kpiIds), {
      error: `Write a list of ${kpiIds.join(', ')}.`,
    })
    .min(1, { error: 'Name at least one KPI by which it is seen.' })
    .transform(named => [...new Set(named)]),
});

const factors = z
  .array(factor, { error: 'Write a list of critical success factors.' })
  .max(30, { error: 'Write at most 30.' })
  .check(payload => {
    const seen = new Set<string>();
    payload.value.forEach(({ id }, index) => {
      if (seen.has(id)) {
        payload.issues.push({
          code: 'custom',
          path: [index, 'id'],
          message: `"${id}" is there twice. Give each factor a name of its own.`,
          input: id,
        });
      }
      seen.add(id);
    });
  });

/** The section `continuity.insights`; what it leaves out is taken from `defaults`. A target of `null` takes the shipped one away. */
export function insightsConfigSchema(defaults: InsightsPolicy) {
  return strictSection({
    factors: factors.prefault(
      defaults.factors as Array<z.input<typeof factor>>,
    ),
    targets: strictSection(
      Object.fromEntries(
        kpiIds.map(id => [
          id,
          target(id)
            .nullable()
            .prefault(defaults.targets[id] ?? null),
        ]),
      ),
    ).prefault({}),
    reviewEvery: configCadence.prefault(defaults.reviewEvery),
  }).transform(
    ({ factors: named, targets, reviewEvery }): InsightsPolicy => ({
      factors: named as InsightsPolicy['factors'],
      targets: Object.fromEntries(
        Object.entries(targets as Record<string, number | null>).filter(
          ([, value]) => value !== null,
        ),
      ),
      reviewEvery,
    }),
  );
}
