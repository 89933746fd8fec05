import {
  describeProfileValue,
  profileFieldNames,
} from '../profile/describeProfileValue';
import { describeDuration } from '../terms/formatDuration';
import type { ProfileField } from '../terms/profileField';
import { analysisGapTexts } from './analysisGapTexts';
import { changeGapTexts } from './changeGapTexts';
import { dayText } from './dayText';
import type { Gap } from './gap';
import type { GapText } from './gapText';
import { dependencyGapTexts } from './dependencyGapTexts';
import { ownUnit } from './ownUnit';
import { partyProblems } from './partyProblems';
import { planGapTexts } from './planGapTexts';
import { placeText } from './placeText';
import { testDueSoon, testGapTexts } from './testGapTexts';
import type { GapCode } from '../terms/gapCode';

type Params = Gap['params'];

function fieldName({ field }: Params): string {
  return profileFieldNames[field as ProfileField];
}

function targetText(params: Params, key: string): string {
  const value = params[key] as string | undefined;
  return describeProfileValue(
    params.field as 'tier' | 'rto' | 'rpo' | 'mtpd',
    value,
  );
}

function withSmallLetter(text: string): string {
  return text.replace(/^The /, 'the ');
}

/** A value inside a sentence: "holds no data" is no amount and stands in quotation marks. */
function valueInSentence(params: Params, key: string): string {
  const text = targetText(params, key);
  return params[key] === 'none' ? `"${text}"` : text;
}

function sayText(key: string, value: string): string {
  return key.startsWith('tag:')
    ? placeText(key)
    : `${placeText(key)} ("${value}")`;
}

function fieldWithArticle(params: Params): string {
  const name = fieldName(params);
  if (params.field === 'recoveryAlternates') return name;
  const article = /^(?:RTO|RPO|MTPD)$/.test(name) ? 'an' : 'a';
  return `${article} ${name}`;
}

const dueSoonNames: Record<string, string> = {
  bia: 'The business impact analysis',
  risk: 'The risk assessment',
};

const dueSoonActions: Record<string, string> = {
  plan: 'Look through the plan and confirm that it holds, or write its next version',
  bia: 'Look at the business impact again with the business',
  risk: 'Assess the risks again',
};

/**
 * The words for every gap that is found now; a room that finds others adds its own. Other entities are named by their full refs, by which they are
 * found and replaced for whoever may not see them.
 */
export const gapTexts = {
  ...planGapTexts,
  'owner-missing': {
    message: () =>
      'Nobody is named who answers for its recovery, and the catalog names no owner either.',
    action: () =>
      'Name a recovery owner here, or an owner in the catalog file.',
  },
  'owner-unresolved': {
    message: ({ owner, state, source }) =>
      `${owner}${
        source === 'entity-owner' ? ', its owner in the catalog,' : ''
      } answers for its recovery, but ${
        partyProblems[String(state)]
      }: nobody would be called.`,
    action: ({ state }) =>
      state === 'empty-group'
        ? 'Add members to the group, or name another recovery owner.'
        : 'Name a user or group that exists as recovery owner.',
  },
  'alternate-unresolved': {
    message: ({ alternates, count }) =>
      Number(count) === 1
        ? `The alternate ${alternates} does not exist or has no members.`
        : `${count} alternates do not exist or have no members: ${alternates}.`,
    action: () => 'Name users or groups that exist as alternates.',
  },
  'metadata-invalid': {
    message: params =>
      `${placeText(String(params.key))} says "${
        params.value
      }", which can't be read as ${fieldWithArticle(
        params,
      )}, so that it counts as not written.`,
    action: ({ accepted }) => String(accepted),
  },
  'metadata-conflict': {
    message: params => {
      const first = sayText(String(params.key), String(params.value));
      const other = withSmallLetter(
        sayText(String(params.otherKey), String(params.otherValue)),
      );
      const more = Number(params.more) > 0 ? ` and ${params.more} more` : '';
      return `${first} and ${other}${more} disagree on the ${fieldName(
        params,
      )}; the first one counts.`;
    },
    action: params =>
      `Remove the mark that is wrong, or set the ${fieldName(
        params,
      )} on purpose.`,
  },
  'target-missing': {
    message: params =>
      params.field === 'rpo'
        ? 'No RPO is set: nobody has said how much data may be lost.'
        : 'No RTO is set: nobody has said how fast it must be back.',
    action: params =>
      params.field === 'rpo'
        ? 'Set an RPO, or "none" if it holds no data.'
        : 'Set an RTO.',
  },
  'rto-beyond-mtpd': {
    message: ({ rto, wrt, mtpd, beyondSeconds }) => {
      const recovery =
        wrt === undefined
          ? `The RTO of ${describeProfileValue('rto', String(rto))} is`
          : `The RTO of ${describeProfileValue(
              'rto',
              String(rto),
            )} and ${describeProfileValue(
              'wrt',
              String(wrt),
            )} of work recovery are`;
      return `${recovery} ${describeDuration(
        Number(beyondSeconds),
      )} longer than the ${describeProfileValue(
        'mtpd',
        String(mtpd),
      )} that can be tolerated${
        wrt === undefined ? ', before work recovery' : ''
      }.`;
    },
    action: ({ wrt }) =>
      wrt === undefined
        ? 'Shorten the RTO, or correct the MTPD.'
        : 'Shorten the RTO or the work recovery time, or correct the MTPD.',
  },
  'agreement-missing': {
    message: params =>
      params.agreedOn === undefined
        ? `${
            params.tier
          } requires that the targets are agreed with the business, and no agreement is recorded for ${ownUnit(
            params,
          )}.`
        : `The agreement of ${dayText(
            params.agreedOn,
          )} had to be renewed by ${dayText(params.dueOn)}.`,
    action: params => {
      const where = params.unit === 'system' ? ' at its system' : '';
      return params.agreedOn === undefined
        ? `Agree the targets with the business and record it${where}.`
        : `Renew the agreement with the business and record it${where}.`;
    },
  },
  'looser-than-agreed': {
    message: params =>
      params.effective === undefined
        ? `The ${fieldName(params)} is not set, and ${valueInSentence(
            params,
            'agreed',
          )} was agreed on ${dayText(params.agreedOn)}.`
        : `The ${fieldName(params)} is ${valueInSentence(
            params,
            'effective',
          )}, looser than ${valueInSentence(params, 'agreed')} as ${
            params.by === 'bia'
              ? 'the business impact analysis says since'
              : 'agreed on'
          } ${dayText(params.agreedOn)}.`,
    action: params =>
      params.by === 'bia'
        ? `Set the ${fieldName(
            params,
          )} as the analysis says, or agree a new one that a second person confirms.`
        : `Set the ${fieldName(
            params,
          )} as agreed, or record a new agreement that a second person confirms.`,
  },
  ...testGapTexts,
  ...dependencyGapTexts,
  ...changeGapTexts,
  ...analysisGapTexts,
  'due-soon': {
    message: params => {
      if (params.about === 'test') return testDueSoon.message(params);
      return params.about === 'plan'
        ? `The plan “${params.plan}” must be reviewed by ${dayText(
            params.dueOn,
          )}.`
        : `${
            dueSoonNames[String(params.about)] ?? 'The agreement'
          } of ${dayText(
            params.assessedOn ?? params.agreedOn,
          )} must be renewed by ${dayText(params.dueOn)}.`;
    },
    action: params => {
      const { unit, about } = params;
      if (about === 'test') return testDueSoon.action(params);
      return `${
        dueSoonActions[String(about)] ?? 'Renew the agreement with the business'
      }${unit === 'system' ? ' and record it at its system' : ''}.`;
    },
  },
} satisfies Partial<Record<GapCode, GapText>>;

/** The gap codes that have words. */
export type SpokenGapCode = keyof typeof gapTexts;

/**
 * What a gap says in English, from its code and params alone: for whoever must leave something out of the params, or shows it anew.
 *
 * @throws RangeError for a code that has no words yet.
 * @public
 */
export function describeGap(
  code: GapCode,
  params: Gap['params'],
): { message: string; action: string } {
  if (!Object.hasOwn(gapTexts, code)) {
    throw new RangeError(`There are no words for the gap "${code}"`);
  }
  const text: GapText = gapTexts[code as SpokenGapCode];
  return { message: text.message(params), action: text.action(params) };
}
