import { compareAgreedValues } from '../../profile/compareAgreedValues';
import { renewalDate } from '../../profile/renewalDate';
import type { AssessmentContext, GapRule } from '../assessmentContext';
import { recede } from '../calendarSteps';
import type { GapFinding } from '../gapFinding';

/** Whose agreement it is: a part's is its system's while it takes over the tier. */
function unitOf({ resolved }: AssessmentContext): 'system' | 'entity' {
  return resolved.tierTakenOverFrom === null ? 'entity' : 'system';
}

/** Where the tier requires an agreement: none, one that must be renewed soon, or one that is past its renewal. */
const inDate: GapRule = context => {
  const { agreement, requirements, tier, policy } = context;
  const requirement = requirements.get('agreement');
  if (!requirement) return [];
  const shared: GapFinding['params'] = {
    tier: tier!.id,
    every: requirement.every,
    unit: unitOf(context),
  };
  const { current, dueAt } = agreement;
  if (!current || dueAt === null) {
    return [
      {
        code: 'agreement-missing',
        requirement: 'agreement',
        params: shared,
        dueBy: requirement.dueBy,
      },
    ];
  }
  const params: GapFinding['params'] = {
    ...shared,
    unit: agreement.from === null ? 'entity' : 'system',
    agreedOn: current.agreedOn,
    dueOn: renewalDate(current.agreedOn, requirement.every, policy.timeZone)
      .dueOn,
  };
  return [
    {
      code: 'due-soon',
      requirement: 'agreement',
      params,
      since: recede(dueAt, policy.dueSoon, policy.timeZone),
      until: dueAt,
      dueBy: dueAt,
    },
    {
      code: 'agreement-missing',
      requirement: 'agreement',
      params,
      since: dueAt,
      dueBy: dueAt,
    },
  ];
};

/** Effective values that are looser than what the business agreed to. */
const looserThanAgreed: GapRule = ({ agreement, resolved, policy }) => {
  const { current } = agreement;
  if (!current) return [];
  const { profile } = resolved;
  const effective = {
    tier: profile.tier.value,
    rto: profile.rto.value,
    rpo: profile.rpo.value,
    mtpd: profile.mtpd.value,
  };
  return compareAgreedValues(current.values, effective, policy).map(
    (field): GapFinding => {
      const params: GapFinding['params'] = {
        field,
        agreed: current.values[field]!,
        agreedOn: current.agreedOn,
      };
      const value = effective[field];
      if (value !== null) params.effective = value;
      return { code: 'looser-than-agreed', requirement: field, params };
    },
  );
};

/** What was agreed with the business, whether it is in date and whether the values keep to it. */
export const agreementGaps: GapRule = context => [
  ...inDate(context),
  ...looserThanAgreed(context),
];
