import type { FilterPredicate } from '@backstage/filter-predicates';
import { z } from 'zod';
import { gapCodes, type GapCode } from '../../terms/gapCode';
import { timeZoneSchema } from '../../terms/deadlineZone';
import { profileFields, type ProfileField } from '../../terms/profileField';
import { normaliseRef } from '../../terms/normaliseRef';
import { biaConfigSchema } from './biaConfigSchema';
import { changeConfigSchema } from './changeConfigSchema';
import { exemptionConfigSchema } from './exemptionConfigSchema';
import { insightsConfigSchema } from './insightsConfigSchema';
import {
  configCadence,
  configNumber,
  configText,
  configWord,
} from './configScalars';
import { defaultPolicyConfig as defaults } from './defaultPolicyConfig';
import { mappingConfigSchema } from './mappingConfigSchema';
import { seedConfigSchema, sweepConfigSchema } from './operationsConfigSchema';
import { coordinationPlanKinds, recoveryPlanKinds } from '../planKinds';
import { programmeConfigSchema } from './programmeConfigSchema';
import { scopeProblems } from '../scopeProblems';
import { strictSection } from './strictSection';
import { testingConfigSchema } from './testingConfigSchema';
import { tierConfigSchema } from './tierConfigSchema';

const scope = z.custom<FilterPredicate>().check(payload => {
  for (const { path, message } of scopeProblems(payload.value)) {
    payload.issues.push({
      code: 'custom',
      path,
      message,
      input: payload.value,
    });
  }
});

const targets: readonly ProfileField[] = ['rto', 'rpo', 'mtpd'];

const inherit = z
  .array(configWord(profileFields), {
    error: `Write a list of ${profileFields.join(', ')}.`,
  })
  .transform(named => profileFields.filter(field => named.includes(field)))
  .check(payload => {
    const { value } = payload;
    const orphans = value.filter(field => targets.includes(field));
    if (value.includes('tier') || orphans.length === 0) return;
    payload.issues.push({
      code: 'custom',
      message: `It names ${orphans.join(
        ', ',
      )} without tier, and targets are taken over only together with the tier. Add tier, or leave them out.`,
      input: value,
    });
  });

const codes = Object.keys(gapCodes) as [GapCode, ...GapCode[]];

const severities = z.partialRecord(
  z.enum(codes),
  configWord(['critical', 'warning', 'information']),
  {
    error: ({ code }) =>
      (code as string) === 'unrecognized_keys'
        ? codes.join(', ')
        : 'Write a section such as {plan-stale: critical}.',
  },
);

const satisfyingKind = z.enum(recoveryPlanKinds, {
  error: issue =>
    (coordinationPlanKinds as readonly unknown[]).includes(issue.input)
      ? `A coordination plan recovers no service by itself. Write some of ${recoveryPlanKinds.join(
          ', ',
        )}.`
      : `Write some of ${recoveryPlanKinds.join(', ')}.`,
});

const plans = strictSection({
  satisfyingKinds: z
    .array(satisfyingKind, {
      error: `Write a list of ${recoveryPlanKinds.join(', ')}.`,
    })
    .min(1, {
      error: `Write at least one of ${recoveryPlanKinds.join(
        ', ',
      )}: else no plan could satisfy a tier.`,
    })
    .transform(named => recoveryPlanKinds.filter(kind => named.includes(kind)))
    .prefault(
      defaults.plans.satisfyingKinds as Array<
        (typeof recoveryPlanKinds)[number]
      >,
    ),
  emergencyCopy: configCadence.optional(),
});

const share = configNumber({
  min: 0,
  max: 1,
  hint: 'Write a share from 0 to 1, such as 0.05 for 5 %.',
});

const continuityManager = configText(
  'Write a group, such as "group:default/continuity-managers".',
).transform((text, ctx) => {
  const ref = normaliseRef(text, { defaultKind: 'group' });
  if (ref && /^(?:group|user):\S+$/.test(ref)) return ref;
  ctx.issues.push({
    code: 'custom',
    message: `"${text}" is no group or user. Write such as "group:default/continuity-managers".`,
    input: text,
  });
  return z.NEVER;
});

/**
 * The section `continuity:` of app-config, in the form in which people write it; its output has every default filled in. What one section
 * means for another is checked by {@link parsePolicy}.
 *
 * @public
 */
export const policyConfigSchema = strictSection({
  timeZone: timeZoneSchema.prefault(defaults.timeZone),
  tiers: z
    .array(tierConfigSchema, {
      error: 'Write a list of tiers, most critical first.',
    })
    .min(1, {
      error:
        'Write at least one tier, or leave tiers out for the shipped ones.',
    })
    .prefault(defaults.tiers as Array<z.input<typeof tierConfigSchema>>),
  scope: scope.prefault(defaults.scope as FilterPredicate),
  mappings: z
    .array(mappingConfigSchema, { error: 'Write a list of mappings.' })
    .prefault(defaults.mappings),
  inherit: inherit.prefault(defaults.inherit),
  severities: severities.prefault(defaults.severities),
  dueSoon: configCadence.prefault(defaults.dueSoon),
  programme: programmeConfigSchema(defaults.programme).prefault({}),
  plans: plans.prefault({}),
  bia: biaConfigSchema(defaults.bia).prefault({}),
  testing: testingConfigSchema(defaults.testing).prefault({}),
  exemptions: exemptionConfigSchema(defaults.exemptions).prefault({}),
  insights: insightsConfigSchema(defaults.insights).prefault({}),
  changes: changeConfigSchema(defaults.changes).prefault({}),
  dependencies: strictSection({
    filterKeys: z
      .array(
        configText(
          'Write the name of a label or annotation, such as "region".',
        ),
        { error: 'Write a list of labels and annotations.' },
      )
      .max(50, { error: 'Write at most 50.' })
      .transform(named => [...new Set(named)].sort())
      .prefault(defaults.dependencies.filterKeys),
  }).prefault({}),
  massLoss: strictSection({
    owners: share.prefault(defaults.massLoss.owners),
    entities: share.prefault(defaults.massLoss.entities),
  }).prefault({}),
  returnWithin: configCadence.prefault(defaults.returnWithin),
  retention: strictSection({
    analyses: configCadence.prefault(defaults.retention.analyses),
    planVersions: configCadence.optional(),
    agreements: configCadence.optional(),
    tests: configCadence.prefault(defaults.retention.tests),
    findings: configCadence.prefault(defaults.retention.findings),
    carryOvers: configCadence.prefault(defaults.retention.carryOvers),
    calendarFeeds: configCadence.prefault(defaults.retention.calendarFeeds),
    machineReports: configCadence.prefault(defaults.retention.machineReports),
    reminders: configCadence.prefault(defaults.retention.reminders),
    evidencePacks: configCadence.prefault(defaults.retention.evidencePacks),
  }).prefault({}),
  continuityManager: continuityManager.optional(),
  sweep: sweepConfigSchema,
  seed: seedConfigSchema,
});
