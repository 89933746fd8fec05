import type { ImportColumn } from './importColumns';

/** The columns of exemptions. */
export const exemptionColumns: ImportColumn[] = [
  {
    name: 'entity_ref',
    required: true,
    about: 'The entity in the catalog, as kind:namespace/name.',
    example: 'component:default/checkout',
  },
  {
    name: 'requirement',
    required: true,
    about:
      'What it is exempt from: "all", "plan", "bia", "risk", "agreement", "test", one test such as "test:restore", or the requirement of a gap.',
    example: 'test:restore',
  },
  {
    name: 'reason',
    required: true,
    about: 'Why it can’t be met for now, and what is done about it.',
    example: 'Moves to the new platform by summer',
  },
  {
    name: 'until',
    required: true,
    about:
      'When it ends: a day, which ends at its end in the policy’s zone, or a moment with an offset.',
    example: '2027-01-31',
  },
  {
    name: 'from',
    required: false,
    about: 'When it starts: a day or a moment; without it once it is approved.',
    example: '',
  },
];
