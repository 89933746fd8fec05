import { analysisDue } from '../../plan/analysis/effectiveAnalysis';
import {
  recommendTier,
  targetMisfits,
} from '../../plan/analysis/recommendTier';
import { durationSeconds } from '../../terms/durationSeconds';
import type { AssessmentContext, GapRule } from '../assessmentContext';
import { recede } from '../calendarSteps';
import type { GapFinding } from '../gapFinding';

const codes = {
  bia: { missing: 'bia-missing', overdue: 'bia-overdue' },
  risk: { missing: 'risk-missing', overdue: 'risk-overdue' },
} as const;

/** Whose analysis is wanted: a system's counts for its parts. */
function unitOf({ facts }: AssessmentContext): 'system' | 'entity' {
  return facts.system &&
    facts.system.entity.entityRef !== facts.entity.entityRef
    ? 'system'
    : 'entity';
}

/** Where the tier requires an analysis: none, one that must be renewed soon, or one that is past its renewal. */
function inDate(key: 'bia' | 'risk', context: AssessmentContext): GapFinding[] {
  const { requirements, tier, policy } = context;
  const requirement = requirements.get(key);
  if (!requirement) return [];
  const { current, from, draft } = context[key];
  const shared: GapFinding['params'] = {
    tier: tier!.id,
    unit: unitOf(context),
  };
  const due = analysisDue(current, requirement.every, policy.timeZone);
  if (!current || !due) {
    return [
      {
        code: codes[key].missing,
        requirement: key,
        params: { ...shared, ...(draft && { draft: 1 }) },
        dueBy: requirement.dueBy,
      },
    ];
  }
  const params: GapFinding['params'] = {
    ...shared,
    unit: from === null ? 'entity' : 'system',
    about: key,
    assessedOn: current.assessedOn,
    dueOn: due.dueOn,
  };
  return [
    {
      code: 'due-soon',
      requirement: key,
      params,
      since: recede(due.dueAt, policy.dueSoon, policy.timeZone),
      until: due.dueAt,
      dueBy: due.dueAt,
    },
    {
      code: codes[key].overdue,
      requirement: key,
      params,
      since: due.dueAt,
      dueBy: due.dueAt,
    },
  ];
}

/** An MTPD that somebody set and that is looser than the analysis: it gives way, and should go. */
const looserMtpd: GapRule = ({ bia, resolved: { profile } }) => {
  const { value, overruled } = profile.mtpd;
  if (!bia.current || !overruled || value === null) return [];
  if (durationSeconds(overruled.value) <= durationSeconds(value)) return [];
  const params: GapFinding['params'] = {
    bia: value,
    value: overruled.value,
    source: overruled.origin.source,
    assessedOn: bia.current.assessedOn,
    unit: bia.from === null ? 'entity' : 'system',
  };
  if (overruled.origin.key !== undefined) params.key = overruled.origin.key;
  return [{ code: 'mtpd-looser-than-bia', requirement: 'mtpd', params }];
};

/**
 * A tier that is less critical than the analysis asks for. Where no tier fits, the most critical one is as good as it gets: then the entity's own
 * targets have to keep to the analysis.
 */
const tierBelow: GapRule = ({ bia, tier, policy, resolved: { profile } }) => {
  if (!bia.current || !tier) return [];
  const recommended = recommendTier(bia.current.result, {
    policy,
    wrt: profile.wrt.value,
  });
  if (!recommended) return [];
  const rank = policy.tiers.indexOf(tier);
  const wanted =
    recommended.tier === null
      ? 0
      : policy.tiers.findIndex(({ id }) => id === recommended.tier);
  const params: GapFinding['params'] = {
    tier: tier.id,
    mtpd: recommended.mtpd,
    rpo: recommended.rpo,
    beyond: recommended.isBeyond ? 1 : 0,
    assessedOn: bia.current.assessedOn,
    unit: bia.from === null ? 'entity' : 'system',
  };
  if (rank > wanted) {
    params.recommended = policy.tiers[wanted].id;
    return [{ code: 'tier-below-bia', requirement: 'tier', params }];
  }
  const misfits = targetMisfits(
    { rto: profile.rto.value, rpo: profile.rpo.value },
    recommended,
  );
  if (recommended.tier === null && misfits.length > 0) {
    return [{ code: 'tier-below-bia', requirement: 'tier', params }];
  }
  if (misfits.includes('rpo-beyond')) {
    return [
      {
        code: 'looser-than-agreed',
        requirement: 'bia:rpo',
        params: {
          field: 'rpo',
          agreed: recommended.rpo,
          agreedOn: bia.current.assessedOn,
          effective: profile.rpo.value!,
          by: 'bia',
        },
      },
    ];
  }
  return [];
};

/** Business impact analysis and risk assessment: there, in date, and kept to. */
export const analysisGaps: GapRule = context => [
  ...inDate('bia', context),
  ...inDate('risk', context),
  ...looserMtpd(context),
  ...tierBelow(context),
];
