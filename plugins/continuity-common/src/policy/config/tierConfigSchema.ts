import { z } from 'zod';
import {
  configBoolean,
  configCadence,
  configRpo,
  configTargetDuration,
  configText,
  configWord,
} from './configScalars';
import { isLonger } from '../isLonger';
import { testDepths, type TestRequirement, type Tier } from '../policy';
import { strictSection } from './strictSection';

const environments = ['production', 'production-like', 'other'] as const;

/** The value syntax of Kubernetes labels: the catalog module writes tier ids as labels. */
const LABEL_VALUE = /^[a-z0-9](?:[a-z0-9._-]{0,61}[a-z0-9])?$/i;

const tierId = configText('Write a short id such as "tier-1".').check(
  payload => {
    const id = payload.value;
    if (!LABEL_VALUE.test(id)) {
      payload.issues.push({
        code: 'custom',
        message: `"${id}" can't be written as a label. Write at most 63 letters, digits, "-", "_" and "..", with a letter or digit at both ends, such as "tier-1".`,
        input: id,
      });
    } else if (id.toLowerCase() === 'none') {
      payload.issues.push({
        code: 'custom',
        message: `"${id}" stands for "has no tier" in filters. Write another id, such as "tier-4".`,
        input: id,
      });
    }
  },
);

/** `P1Y` and `{every: P1Y}` are the same. */
const requirement = z
  .unknown()
  .transform((value, ctx): { every: string } => {
    const isSection = typeof value === 'object' && value !== null;
    const parsed = isSection
      ? strictSection({ every: configCadence }).safeParse(value, {
          reportInput: true,
        })
      : configCadence.safeParse(value, { reportInput: true });
    if (parsed.success) {
      return typeof parsed.data === 'string'
        ? { every: parsed.data }
        : parsed.data;
    }
    for (const issue of parsed.error.issues) {
      ctx.issues.push({ ...issue, input: issue.input } as z.core.$ZodRawIssue);
    }
    return z.NEVER;
  })
  .optional();

const testRequirement = strictSection({
  depth: configWord(testDepths),
  every: configCadence,
  environments: z
    .array(configWord(environments), {
      error: `Write a list of ${environments.join(', ')}.`,
    })
    .min(1, {
      error: 'Leave environments out if every environment counts.',
    })
    .optional(),
  partial: configBoolean.optional(),
}).transform(
  ({ depth, every, environments: named, partial }): TestRequirement => ({
    depth,
    every,
    ...(named && {
      environments: environments.filter(each => named.includes(each)),
    }),
    ...(partial === false && { partial }),
  }),
);

/** A requirement is known by its depth, so that a tier can have only one per depth. */
const tests = z
  .array(testRequirement, {
    error: 'Write a list such as [{depth: restore, every: P3M}].',
  })
  .check(payload => {
    payload.value.forEach(({ depth }, index) => {
      if (payload.value.findIndex(test => test.depth === depth) === index) {
        return;
      }
      payload.issues.push({
        code: 'custom',
        path: [index, 'depth'],
        message: `"${depth}" is required twice in this tier. Write one requirement per depth.`,
        input: depth,
      });
    });
  });

/** A tier under `continuity.tiers`. */
export const tierConfigSchema = strictSection({
  id: tierId,
  title: configText('Write a title such as "Mission critical".').optional(),
  description: configText('Write a text, or leave it out.').optional(),
  targets: strictSection({
    rto: configTargetDuration.optional(),
    rpo: configRpo.optional(),
    mtpd: configTargetDuration.optional(),
  }).prefault({}),
  requires: strictSection({
    plan: requirement,
    bia: requirement,
    risk: requirement,
    agreement: requirement,
    tests: tests.prefault([]),
  }).prefault({}),
})
  .transform((tier): Tier => ({ ...tier, title: tier.title ?? tier.id }))
  .check(payload => {
    const { rto, mtpd } = payload.value.targets;
    if (!isLonger(rto, mtpd)) return;
    payload.issues.push({
      code: 'custom',
      path: ['targets', 'rto'],
      message: `"${rto}" is longer than the mtpd "${mtpd}": it would come back only after the harm is intolerable. Write an rto of at most "${mtpd}", or a longer mtpd.`,
      input: rto,
    });
  });
