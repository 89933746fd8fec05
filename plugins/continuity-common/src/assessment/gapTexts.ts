import { describeCadence } from '../terms/cadence';
import {
  describeProfileValue,
  profileFieldNames,
} from '../profile/describeProfileValue';
import { describeDuration } from '../terms/formatDuration';
import type { ProfileField } from '../terms/profileField';
import type { Gap } from './gap';
import type { GapCode } from '../terms/gapCode';

type Params = Gap['params'];

/** What is wrong and what it means; what to do. */
interface GapText {
  message(params: Params): string;
  action(params: Params): string;
}

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

const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

function dayText(day: string | number): string {
  const [year, month, date] = String(day).split('-').map(Number);
  return `${date} ${months[month - 1]} ${year}`;
}

function withSmallLetter(text: string): string {
  return text.replace(/^The /, 'the ');
}

/** A value inside a sentence: "holds no data" is no amount and stands in quotation marks. */
function valueInSentence(params: Params, key: string): string {
  const text = targetText(params, key);
  return params[key] === 'none' ? `"${text}"` : text;
}

function placeText(key: string): string {
  if (key.startsWith('portal:')) return 'The value saved in the portal';
  if (key.startsWith('label:')) return `The label ${key.slice(6)}`;
  if (key.startsWith('tag:')) return `The tag ${key.slice(4)}`;
  return key.startsWith('spec.') ? key : `The annotation ${key}`;
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

const depthActions: Record<string, string> = {
  restore: 'Plan a test that restores from a backup copy.',
};

const ownerProblems: Record<string, string> = {
  missing: 'is not in the catalog',
  'empty-group': 'has no members',
  'wrong-kind': 'is neither a user nor a group',
};

function ownUnit({ unit }: Params): string {
  return unit === 'system' ? 'its system' : 'it';
}

/**
 * The words for every gap that is found now; a room that finds others adds its own. Messages name no other entity than the owner
 * and alternates of the entity itself.
 */
export const gapTexts = {
  'plan-missing': {
    message: ({ tier }) =>
      `No recovery plan in force covers it, and ${tier} requires one: nobody knows how it is brought back.`,
    action: () => 'Write a recovery plan and have it approved.',
  },
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
        ownerProblems[String(state)]
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
          )}, looser than ${valueInSentence(
            params,
            'agreed',
          )} as agreed on ${dayText(params.agreedOn)}.`,
    action: params =>
      `Set the ${fieldName(
        params,
      )} as agreed, or record a new agreement that a second person confirms.`,
  },
  'bia-missing': {
    message: params =>
      `${
        params.tier
      } requires a business impact analysis, and none is recorded for ${ownUnit(
        params,
      )}.`,
    action: ({ unit }) =>
      `Make a business impact analysis${
        unit === 'system' ? ' of its system' : ''
      }.`,
  },
  'risk-missing': {
    message: params =>
      `${
        params.tier
      } requires a risk assessment, and none is recorded for ${ownUnit(
        params,
      )}.`,
    action: ({ unit }) =>
      `Assess the risks to continuity${
        unit === 'system' ? ' of its system' : ''
      }.`,
  },
  'test-never': {
    message: ({ tier, depth, every }) =>
      `${tier} requires a ${depth} test ${describeCadence(
        String(every),
      )}, and none is on record.`,
    action: ({ depth }) =>
      depthActions[String(depth)] ?? `Plan a ${depth} test.`,
  },
  'test-long-overdue': {
    message: ({ tier, depth, every }) =>
      `${tier} requires a ${depth} test ${describeCadence(
        String(every),
      )}; none is on record, long after the first one was due.`,
    action: ({ depth }) =>
      depthActions[String(depth)] ?? `Plan a ${depth} test.`,
  },
  'due-soon': {
    message: params =>
      `The agreement of ${dayText(
        params.agreedOn,
      )} must be renewed by ${dayText(params.dueOn)}.`,
    action: ({ unit }) =>
      `Renew the agreement with the business${
        unit === 'system' ? ' and record it at its system' : ''
      }.`,
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
