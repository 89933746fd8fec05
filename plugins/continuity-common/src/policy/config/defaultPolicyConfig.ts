import { profileFields } from '../../terms/profileField';
import { defaultChangeConfig } from './defaultChangeConfig';
import { defaultExemptionConfig } from './defaultExemptionConfig';
import { defaultInsightsConfig } from './defaultInsightsConfig';
import { defaultTestingConfig } from './defaultTestingConfig';

/**
 * The shipped policy, in the form in which it would be written under `continuity:` in app-config (DOMAIN.md §2). A section that app-config
 * leaves out is taken from here.
 *
 * @public
 */
export const defaultPolicyConfig = {
  timeZone: 'UTC',
  tiers: [
    {
      id: 'tier-1',
      title: 'Mission critical',
      targets: { rto: 'PT1H', rpo: 'PT5M', mtpd: 'PT4H' },
      requires: {
        plan: 'P1Y',
        bia: 'P1Y',
        risk: 'P1Y',
        agreement: 'P1Y',
        tests: [
          { depth: 'restore', every: 'P3M' },
          { depth: 'failover', every: 'P1Y' },
        ],
      },
    },
    {
      id: 'tier-2',
      title: 'Business critical',
      targets: { rto: 'PT4H', rpo: 'PT1H', mtpd: 'PT24H' },
      requires: {
        plan: 'P1Y',
        bia: 'P1Y',
        risk: 'P1Y',
        agreement: 'P1Y',
        tests: [
          { depth: 'restore', every: 'P6M' },
          { depth: 'simulation', every: 'P1Y' },
        ],
      },
    },
    {
      id: 'tier-3',
      title: 'Important',
      targets: { rto: 'PT24H', rpo: 'PT24H', mtpd: 'P3D' },
      requires: {
        plan: 'P1Y',
        bia: 'P2Y',
        risk: 'P2Y',
        tests: [{ depth: 'tabletop', every: 'P1Y' }],
      },
    },
    {
      id: 'tier-4',
      title: 'Deferrable',
      targets: { rto: 'P3D', rpo: 'PT24H', mtpd: 'P14D' },
      requires: { tests: [] },
    },
  ],
  scope: {
    $all: [
      {
        $any: [
          { kind: { $in: ['System', 'Resource'] } },
          { kind: 'Component', 'spec.type': { $in: ['service', 'website'] } },
        ],
      },
      { $not: { 'spec.lifecycle': { $in: ['experimental', 'deprecated'] } } },
    ],
  },
  mappings: [],
  inherit: profileFields.filter(field => field !== 'recoveryAlternates'),
  severities: {},
  dueSoon: 'P30D',
  programme: {
    plan: 'P90D',
    bia: 'P60D',
    risk: 'P90D',
    agreement: 'P60D',
    firstTest: 'P90D',
    newEntityGrace: 'P30D',
    tiers: {},
  },
  plans: {
    satisfyingKinds: ['service-recovery', 'computer-systems-and-network'],
  },
  bia: {
    points: ['1h', '4h', '1d', '3d', '1w'],
    ratings: [
      { id: 'negligible', title: 'Negligible' },
      { id: 'minor', title: 'Minor' },
      { id: 'moderate', title: 'Moderate' },
      { id: 'serious', title: 'Serious' },
      { id: 'catastrophic', title: 'Catastrophic' },
    ],
    categories: [
      { id: 'financial', title: 'Financial', intolerableFrom: 'serious' },
      { id: 'safety', title: 'Safety', intolerableFrom: 'moderate' },
      { id: 'legal', title: 'Legal and contracts', intolerableFrom: 'serious' },
      { id: 'reputation', title: 'Reputation', intolerableFrom: 'serious' },
      { id: 'operations', title: 'Operations', intolerableFrom: 'serious' },
      { id: 'customers', title: 'Customers', intolerableFrom: 'serious' },
    ],
  },
  testing: defaultTestingConfig,
  exemptions: defaultExemptionConfig,
  insights: defaultInsightsConfig,
  changes: defaultChangeConfig,
  dependencies: {
    filterKeys: [
      'topology.kubernetes.io/region',
      'topology.kubernetes.io/zone',
      'region',
      'zone',
      'datacenter',
      'provider',
      'environment',
    ],
  },
  massLoss: { owners: 0.05, entities: 0.2 },
  returnWithin: 'P30D',
  retention: {
    analyses: 'P3Y',
    tests: 'P3Y',
    findings: 'P3Y',
    carryOvers: 'P3Y',
    calendarFeeds: 'P1Y',
    machineReports: 'P1Y',
    reminders: 'P1Y',
    evidencePacks: 'P1Y',
  },
};

/** What app-config may say beside the policy, where it says nothing. @public */
export const defaultOperationsConfig = {
  sweep: {
    frequency: 'PT10M',
    timeout: 'PT30M',
    initialDelay: 'PT10S',
    batchSize: 500,
  },
};
