import { z } from 'zod';
import {
  causedRuleIds,
  enforcementSchema,
  materialAspects,
  standingRuleIds,
  type CausedRuleId,
  type Enforcement,
} from '../../terms/changeTerms';
import type { ChangePolicy } from '../changePolicy';
import type { defaultChangeConfig } from './defaultChangeConfig';
import {
  configBoolean,
  configCadence,
  configText,
  configWord,
} from './configScalars';
import { strictSection } from './strictSection';

const enforcementWords = enforcementSchema.options;

/** YAML reads a bare `off` as false, where people mean the word. */
function offAsWord(value: unknown): unknown {
  return value === false ? 'off' : value;
}

const enforcement = z.preprocess(offAsWord, configWord(enforcementWords));

const byTier = strictSection({
  default: enforcement.prefault('warn'),
  tiers: z
    .record(z.string(), enforcement, {
      error: 'Write a section such as {tier-1: block}.',
    })
    .prefault({}),
});

type Defaults = typeof defaultChangeConfig;

type RuleEnforcement = {
  default: Enforcement;
  tiers: Record<string, Enforcement>;
};

/** `block` and `{default: block}` are the same. */
function enforcementOfRule(rule: CausedRuleId, defaults: Defaults) {
  return z
    .preprocess(
      value =>
        typeof value === 'string' || value === false
          ? { default: value }
          : value,
      byTier,
    )
    .prefault(defaults.enforcement[rule])
    .transform((section): RuleEnforcement => section);
}

const aspects = z
  .array(configWord(materialAspects), {
    error: `Write a list of ${materialAspects.join(', ')}.`,
  })
  .transform(named => materialAspects.filter(each => named.includes(each)));

const standing = z.preprocess(
  offAsWord,
  z.enum(['off', 'warn'], {
    error: issue =>
      issue.input === 'block'
        ? 'What was there before the change never blocks it. Write off or warn.'
        : 'Write off or warn.',
  }),
);

const model = strictSection({
  id: configText('Write a short id such as "patch-window".'),
  title: configText('Write a title such as "Monthly patches".'),
  description: configText('Write a text, or leave it out.').optional(),
}).transform(({ description, ...rest }) => ({
  ...rest,
  ...(description !== undefined && { description }),
}));

const models = z
  .array(model, {
    error: 'Write a list such as [{id: patches, title: Patches}].',
  })
  .max(200, { error: 'Write at most 200 models.' })
  .check(payload => {
    payload.value.forEach(({ id }, index) => {
      const first = payload.value.findIndex(other => other.id === id);
      if (first === index) return;
      payload.issues.push({
        code: 'custom',
        path: [index, 'id'],
        message: `"${id}" is there already. Write an id of its own for each model.`,
        input: id,
      });
    });
  });

function eachOf<Key extends string, Schema extends z.ZodType>(
  keys: readonly Key[],
  schemaOf: (key: Key) => Schema,
): Record<Key, Schema> {
  return Object.fromEntries(keys.map(key => [key, schemaOf(key)])) as Record<
    Key,
    Schema
  >;
}

/** The section `continuity.changes`; what it leaves out is taken from `defaults`. */
export function changeConfigSchema(defaults: Defaults) {
  return strictSection({
    material: aspects.prefault([...defaults.material]),
    enforcement: strictSection(
      eachOf(causedRuleIds, rule => enforcementOfRule(rule, defaults)),
    ).prefault({}),
    alreadyThere: strictSection(
      eachOf(standingRuleIds, rule =>
        standing.prefault(defaults.alreadyThere[rule]),
      ),
    ).prefault({}),
    emergencyReview: configCadence.prefault(defaults.emergencyReview),
    requestDue: configCadence.prefault(defaults.requestDue),
    standardModels: models.prefault([...defaults.standardModels]),
    rootEntityTakesRest: configBoolean.prefault(defaults.rootEntityTakesRest),
  }).transform((section): ChangePolicy => section);
}
