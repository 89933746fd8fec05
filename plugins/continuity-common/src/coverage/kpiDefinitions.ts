import type { KpiId, KpiUnit } from '../policy/kpiId';

/** What a figure means (DOMAIN.md §8). @public */
export interface KpiDefinition {
  title: string;
  /** What is counted, so that two people count the same. */
  definition: string;
  unit: KpiUnit;
  /** Which way is better. */
  better: 'more' | 'less';
  /** `end`: how it is at the end of the period; `period`: what happened in it. */
  measured: 'end' | 'period';
}

/** The figures as they are defined; the target is policy. @public */
export const kpiDefinitions: Record<KpiId, KpiDefinition> = {
  coverage: {
    title: 'Requirements met',
    definition:
      'Services that meet every requirement of their tier with evidence in date, as a share of those that are met, at risk, exposed, exempt or without a tier. Neither an exemption nor a missing tier improves it.',
    unit: 'share',
    better: 'more',
    measured: 'end',
  },
  'tests-held': {
    title: 'Tests held when due',
    definition:
      'Results of tests that were held in the period, one for each service tested, as a share of these and of the required tests whose due date passed in the period without a test.',
    unit: 'share',
    better: 'more',
    measured: 'period',
  },
  'test-objectives-met': {
    title: 'Objectives met in tests',
    definition:
      'Measured results of tests held in the period that kept RTO, RPO and minimum service, as a share of all results with a measured recovery time or a failed recovery.',
    unit: 'share',
    better: 'more',
    measured: 'period',
  },
  'rta-to-rto': {
    title: 'Recovery time against objective',
    definition:
      'Median of the recovery time achieved divided by the RTO of that day, over the measured results of tests held in the period. Above 1 the objective was missed. An RTO of 0 or none has no ratio and is left out.',
    unit: 'ratio',
    better: 'less',
    measured: 'period',
  },
  'plan-reviews-overdue': {
    title: 'Plan reviews overdue',
    definition:
      'Services with a plan in force whose review date is past, at the end of the period.',
    unit: 'count',
    better: 'less',
    measured: 'end',
  },
  'plans-stale': {
    title: 'Stale plans',
    definition:
      'Services whose plan was overtaken by a change that nobody has looked at, at the end of the period.',
    unit: 'count',
    better: 'less',
    measured: 'end',
  },
  'findings-open': {
    title: 'Findings open',
    definition:
      'Findings that are neither verified nor accepted at the end of the period.',
    unit: 'count',
    better: 'less',
    measured: 'end',
  },
  'findings-overdue': {
    title: 'Findings overdue',
    definition:
      'Findings that nobody has resolved although their due day is past, at the end of the period.',
    unit: 'count',
    better: 'less',
    measured: 'end',
  },
  'findings-days-to-close': {
    title: 'Days to close a finding',
    definition:
      'Mean of the days between writing a finding down and its verification or acceptance, over those closed in the period.',
    unit: 'days',
    better: 'less',
    measured: 'period',
  },
  'changes-assessed': {
    title: 'Changes assessed',
    definition:
      'Changes whose impact on continuity was assessed before they were implemented, as a share of all recorded changes that were implemented in the period.',
    unit: 'share',
    better: 'more',
    measured: 'period',
  },
  'change-requests-on-time': {
    title: 'Plan change requests closed on time',
    definition:
      'Plan change requests that were closed by their due date, as a share of those that were closed in the period or are overdue at its end. What went away with a withdrawn change is left out.',
    unit: 'share',
    better: 'more',
    measured: 'period',
  },
  'exemptions-in-force': {
    title: 'Exemptions in force',
    definition:
      'Approved exemptions that hold at the end of the period. Each is a risk that somebody accepted for a time.',
    unit: 'count',
    better: 'less',
    measured: 'end',
  },
};
