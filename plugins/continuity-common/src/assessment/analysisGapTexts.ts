import { describeProfileValue } from '../profile/describeProfileValue';
import type { GapText } from './gapText';
import { dayText } from './dayText';
import { ownUnit } from './ownUnit';
import { placeText } from './placeText';

function overruledPlace({
  source,
  key,
}: Parameters<GapText['message']>[0]): string {
  if (source === 'portal') return 'The value saved in the portal';
  if (source === 'inherited') return 'The value of its system';
  return key === undefined ? 'The catalog' : placeText(String(key));
}

/** The words for the gaps of business impact analyses and risk assessments. */
export const analysisGapTexts = {
  'bia-missing': {
    message: params =>
      params.draft === undefined
        ? `${
            params.tier
          } requires a business impact analysis, and none is recorded for ${ownUnit(
            params,
          )}.`
        : `${params.tier} requires a business impact analysis; there is a draft that nobody has agreed to yet.`,
    action: ({ unit, draft }) => {
      if (draft !== undefined) {
        return 'Agree the draft with the business and record it.';
      }
      return `Make a business impact analysis${
        unit === 'system' ? ' of its system' : ''
      }.`;
    },
  },
  'bia-overdue': {
    message: params =>
      `The business impact analysis of ${dayText(
        params.assessedOn,
      )} had to be renewed by ${dayText(params.dueOn)}.`,
    action: ({ unit }) =>
      `Look at the business impact again with the business and record it${
        unit === 'system' ? ' at its system' : ''
      }.`,
  },
  'risk-missing': {
    message: params =>
      params.draft === undefined
        ? `${
            params.tier
          } requires a risk assessment, and none is recorded for ${ownUnit(
            params,
          )}.`
        : `${params.tier} requires a risk assessment; there is a draft that nobody has agreed to yet.`,
    action: ({ unit, draft }) => {
      if (draft !== undefined) return 'Agree the draft and record it.';
      return `Assess the risks to continuity${
        unit === 'system' ? ' of its system' : ''
      }.`;
    },
  },
  'risk-overdue': {
    message: params =>
      `The risk assessment of ${dayText(
        params.assessedOn,
      )} had to be renewed by ${dayText(params.dueOn)}.`,
    action: ({ unit }) =>
      `Assess the risks again and record it${
        unit === 'system' ? ' at its system' : ''
      }.`,
  },
  'mtpd-looser-than-bia': {
    message: ({ bia, value, assessedOn, ...params }) =>
      `${overruledPlace(params)} says an MTPD of ${describeProfileValue(
        'mtpd',
        String(value),
      )}, looser than the ${describeProfileValue(
        'mtpd',
        String(bia),
      )} of the business impact analysis of ${dayText(
        assessedOn,
      )}, which counts.`,
    action: () =>
      'Remove that value, or make it no longer than the analysis says.',
  },
  'tier-below-bia': {
    message: ({ tier, recommended, mtpd, rpo, beyond, assessedOn }) => {
      const limit = describeProfileValue('mtpd', String(mtpd));
      const demand = [
        beyond === 1
          ? `tolerates at least ${limit} of disruption`
          : `tolerates ${limit} of disruption`,
        rpo === 'none'
          ? ''
          : `a data loss of ${describeProfileValue('rpo', String(rpo))}`,
      ]
        .filter(Boolean)
        .join(' and ');
      const analysis = `The business impact analysis of ${dayText(
        assessedOn,
      )} ${demand}`;
      return recommended === undefined
        ? `${analysis}: no tier fits, and the targets of ${tier} don’t keep to it either.`
        : `${analysis}, which asks for ${recommended}; it is ${tier}, which demands less.`;
    },
    action: ({ recommended }) =>
      recommended === undefined
        ? 'Set an RTO and an RPO of its own that keep to the analysis, or agree a new one with the business.'
        : `Set ${recommended}, or agree a new business impact analysis that a second person confirms.`,
  },
} satisfies Record<string, GapText>;
