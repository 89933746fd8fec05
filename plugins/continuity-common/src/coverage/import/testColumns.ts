import type { ImportColumn } from './importColumns';

/** A moment of a recovery. */
function moment(name: string, about: string, example: string): ImportColumn {
  return {
    name,
    required: false,
    about: `${about}: a moment with "Z" or an offset.`,
    example,
  };
}

/** The columns of tests that were held: a row for each entity. */
export const testColumns: ImportColumn[] = [
  {
    name: 'title',
    required: true,
    about:
      'What the test is called; rows of the same title, depth and time are one test of several entities.',
    example: 'Failover to the second site',
  },
  {
    name: 'depth',
    required: true,
    about:
      'One of "review", "walkthrough", "tabletop", "simulation", "parallel", "failover", "restore".',
    example: 'failover',
  },
  {
    name: 'environment',
    required: true,
    about: 'One of "production", "production-like", "other".',
    example: 'production-like',
  },
  {
    name: 'entity_ref',
    required: true,
    about: 'The entity that was tested, as kind:namespace/name.',
    example: 'component:default/checkout',
  },
  {
    name: 'held_on',
    required: false,
    about:
      'The day on which it was held, as 2026-01-31, where no more is known; else started_at and ended_at.',
    example: '',
  },
  moment('started_at', 'When the test began', '2026-01-31T08:00:00Z'),
  moment('ended_at', 'When the test ended', '2026-01-31T12:00:00Z'),
  {
    name: 'outcome',
    required: true,
    about:
      'One of "passed", "passed-with-deficiencies", "inconclusive", "failed"; never kept as better than the times and targets allow.',
    example: 'passed',
  },
  moment(
    'last_consistent_data',
    'Up to when no data was lost',
    '2026-01-31T08:25:00Z',
  ),
  moment(
    'disruption_start',
    'When the disruption began',
    '2026-01-31T08:30:00Z',
  ),
  moment('dependencies_back', 'When the last hard dependency was back', ''),
  moment(
    'minimum_service',
    'When the minimum service was back, from which the recovery time is computed',
    '2026-01-31T09:10:00Z',
  ),
  moment('full_service', 'When full service was back', ''),
  {
    name: 'delivered_percent',
    required: false,
    about: 'The level that was reached, as a percentage of normal service.',
    example: '',
  },
  {
    name: 'recovered',
    required: false,
    about: '"no" where it did not come back to its minimum service.',
    example: '',
  },
  {
    name: 'restored_from_backup',
    required: false,
    about: '"yes" where data was restored from a backup copy.',
    example: '',
  },
  {
    name: 'partial',
    required: false,
    about: '"yes" where only a part of the service was tested.',
    example: '',
  },
  {
    name: 'facilitator',
    required: false,
    about: 'The user who held it; without it whoever imports.',
    example: 'user:default/jane',
  },
  {
    name: 'scenario',
    required: false,
    about: 'What was assumed to have happened, in words.',
    example: 'Loss of the first site',
  },
  {
    name: 'summary',
    required: false,
    about: 'What came out, or where the report is.',
    example: 'https://docs.example.com/tests/2026-01',
  },
  {
    name: 'note',
    required: false,
    about: 'A note on the result of this entity.',
    example: '',
  },
];
