import { exemptionColumns } from './exemptionColumns';
import type { ImportKind } from './importKind';
import { testColumns } from './testColumns';

/** A column that an import reads. @public */
export interface ImportColumn {
  name: string;
  required: boolean;
  /** One sentence: what it says, and what is accepted. */
  about: string;
  /** As it stands in the example row of the template; empty where it is usually left empty. */
  example: string;
}

const entityRef: ImportColumn = {
  name: 'entity_ref',
  required: true,
  about: 'The entity in the catalog, as kind:namespace/name.',
  example: 'component:default/checkout',
};

const profileColumns: ImportColumn[] = [
  entityRef,
  {
    name: 'tier',
    required: false,
    about: 'The id of a tier of the policy, exactly as it is written there.',
    example: 'tier-2',
  },
  {
    name: 'rto',
    required: false,
    about:
      'Recovery time objective: a duration such as "4h", "1d 12h" or "PT4H"; "0" for no interruption.',
    example: '4h',
  },
  {
    name: 'rpo',
    required: false,
    about:
      'Recovery point objective: a duration; "0" for no loss, "none" for what holds no data.',
    example: '1h',
  },
  {
    name: 'mtpd',
    required: false,
    about: 'Maximum tolerable period of disruption: a duration.',
    example: '24h',
  },
  {
    name: 'wrt',
    required: false,
    about: 'Work recovery time, after systems are back: a duration.',
    example: '2h',
  },
  {
    name: 'minimum_service',
    required: false,
    about:
      'What must work while the plan is invoked; one percentage in it is what results are held against.',
    example: '30 % of orders',
  },
  {
    name: 'recovery_time',
    required: false,
    about:
      'Estimate of the entity’s own restore work once what it needs is up: a duration.',
    example: '',
  },
  {
    name: 'recovery_owner',
    required: false,
    about: 'Who answers for recovery: a user or group; a bare name is a group.',
    example: 'group:default/payments-oncall',
  },
  {
    name: 'recovery_alternates',
    required: false,
    about: 'Who stands in, in order: users and groups, separated by commas.',
    example: '',
  },
  {
    name: 'reason',
    required: false,
    about: 'Why the values change; it is kept in the history.',
    example: 'From the service register',
  },
];

const analysisColumns: ImportColumn[] = [
  entityRef,
  {
    name: 'intolerable_after',
    required: true,
    about:
      'After how long a disruption is intolerable: a duration, whole weeks such as "1w", or "beyond" where it is tolerable up to the last point.',
    example: '24h',
  },
  {
    name: 'rpo',
    required: false,
    about:
      'How much data may be lost: a duration, "0" for none, or "none" for what holds no data; needed unless it stays a draft.',
    example: '1h',
  },
  {
    name: 'agreed_with',
    required: false,
    about:
      'With whom in the business it was agreed; without it the analysis is a draft.',
    example: 'Head of sales',
  },
  {
    name: 'assessed_on',
    required: false,
    about: 'The day of the analysis, as 2026-01-31; without it today.',
    example: '2026-01-31',
  },
  {
    name: 'assessor',
    required: false,
    about: 'Who made it: a user or group; without it whoever imports.',
    example: '',
  },
  {
    name: 'data_loss',
    required: false,
    about: 'What losing data means, in words.',
    example: '',
  },
  {
    name: 'critical_periods',
    required: false,
    about: 'When it would be worst, such as "Month end"; several by semicolons.',
    example: 'Month end',
  },
  {
    name: 'note',
    required: false,
    about: 'A note; it is kept with the analysis.',
    example: '',
  },
];

const planColumns: ImportColumn[] = [
  {
    name: 'title',
    required: true,
    about: 'What the plan is called.',
    example: 'Recovery of the checkout',
  },
  {
    name: 'kind',
    required: false,
    about:
      'The kind of plan, such as "service-recovery", which it is without one.',
    example: 'service-recovery',
  },
  {
    name: 'owner',
    required: false,
    about:
      'Who keeps it up to date: a user or group; without it whoever imports.',
    example: 'group:default/payments-oncall',
  },
  {
    name: 'entities',
    required: true,
    about: 'What the plan brings back: entity refs, separated by commas.',
    example: 'system:default/shop',
  },
  {
    name: 'with_parts',
    required: false,
    about: '"yes" where it holds for the parts of its systems, too.',
    example: 'yes',
  },
  {
    name: 'document_url',
    required: true,
    about: 'Where the document is: an http or https address.',
    example: 'https://docs.example.com/continuity/checkout',
  },
  {
    name: 'document_title',
    required: false,
    about: 'What the document is called.',
    example: 'Checkout recovery handbook',
  },
  {
    name: 'document_version',
    required: true,
    about: 'The version of the document.',
    example: '2.1',
  },
  {
    name: 'document_date',
    required: true,
    about: 'The day of that version, as 2026-01-31.',
    example: '2026-01-31',
  },
  {
    name: 'document_contents',
    required: false,
    about:
      'Which contents of a plan the document has, separated by commas, or "all"; what it lacks keeps the plan a draft.',
    example: 'all',
  },
];

/** The columns of each kind, in the order of the template. @public */
export const importColumns: Record<ImportKind, ImportColumn[]> = {
  profiles: profileColumns,
  analyses: analysisColumns,
  plans: planColumns,
  tests: testColumns,
  exemptions: exemptionColumns,
};

/**
 * Columns that a file may have and that say nothing to an import: those of the coverage export that are computed, come from the catalog, or repeat a
 * duration in seconds.
 *
 * @public
 */
export const importIgnoredColumns: Record<ImportKind, string[]> = {
  profiles: [
    'title',
    'kind',
    'type',
    'status',
    'underlying_status',
    'tier_source',
    'rto_seconds',
    'rpo_seconds',
    'mtpd_seconds',
    'owner',
    'system',
    'domain',
    'gaps',
    'due_by',
    'late',
    'since',
    'as_of',
  ],
  analyses: [],
  plans: [],
  tests: [],
  exemptions: [],
};
