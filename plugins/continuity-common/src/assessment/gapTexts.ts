import { describeCadence } from '../terms/cadence';
import {
  describeProfileValue,
  profileFieldNames,
} from '../profile/describeProfileValue';
import { durationSeconds } from '../terms/durationSeconds';
import { describeDuration } from '../terms/formatDuration';
import type { ProfileField } from '../terms/profileField';
import { analysisGapTexts } from './analysisGapTexts';
import { dayText } from './dayText';
import type { Gap } from './gap';
import type { GapText } from './gapText';
import { ownUnit } from './ownUnit';
import { placeText } from './placeText';
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

const depthActions: Record<string, string> = {
  restore: 'Plan a test that restores from a backup copy.',
};

const ownerProblems: Record<string, string> = {
  missing: 'is not in the catalog',
  'empty-group': 'has no members',
  'wrong-kind': 'is neither a user nor a group',
};

function moreThanNamed(count: number, refs: string): string {
  return count > refs.split(', ').length ? ' …' : '';
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

const staleTargets: Record<string, string> = {
  rto: 'RTO',
  rpo: 'RPO',
  mtpd: 'MTPD',
};

function staleValue(value: string | number | undefined): string {
  if (value === undefined || value === '') return 'not set';
  const text = String(value);
  if (text === 'none') return '"holds no data"';
  return /^P[\dT]/.test(text) ? describeDuration(durationSeconds(text)) : text;
}

/** What changed, by the code of the first reason. */
function staleText({ reason, subject, before, after }: Params): string {
  const name = staleTargets[String(subject)] ?? '';
  switch (reason) {
    case 'dependency-added':
      return `Since the plan was approved, it has come to depend on ${after}.`;
    case 'dependency-removed':
      return `Since the plan was approved, it has ceased to depend on ${before}.`;
    case 'owner-changed':
      return `Its ${
        subject === 'owner' ? 'owner' : 'recovery owner'
      } was ${staleValue(
        before,
      )} when the plan was approved and is ${staleValue(after)} now.`;
    case 'target-stricter':
      return `Its ${name} was ${staleValue(
        before,
      )} when the plan was approved and is ${staleValue(after)} now.`;
    case 'joined-system':
      return after === undefined
        ? 'It came into the catalog after the plan that names it was approved.'
        : `It joined ${after} after the plan for that was approved.`;
    case 'bia-changed':
      return `A business impact analysis that was agreed since makes the ${name} ${staleValue(
        after,
      )}, and it was ${staleValue(before)}.`;
    case 'contact-unresolved':
      return `${subject}, whom the plan names, can’t be reached: it ${
        ownerProblems[String(after)] ?? 'is gone'
      }.`;
    default:
      return 'A change that was made asks for another plan.';
  }
}

function asEnd(text: string | number | undefined): string {
  const tidy = String(text ?? '').trim();
  return /[.!?]$/.test(tidy) ? tidy : `${tidy}.`;
}

/**
 * The words for every gap that is found now; a room that finds others adds its own. Other entities are named by their full refs, by which they are
 * found and replaced for whoever may not see them.
 */
export const gapTexts = {
  'plan-missing': {
    message: ({ tier, plan }) =>
      plan === undefined
        ? `No recovery plan in force covers it, and ${tier} requires one: nobody knows how it is brought back.`
        : `The plan “${plan}” names it and has no recovery step for it, and ${tier} requires a plan that does: nobody knows how it is brought back.`,
    action: ({ plan, inWork }) => {
      if (plan !== undefined) {
        return 'Add a recovery step for it, or for its system, in the next version of that plan.';
      }
      return inWork === undefined
        ? 'Write a recovery plan and have it approved.'
        : 'Finish the plan that is being written and have it approved: a draft does not count.';
    },
  },
  'plan-review-overdue': {
    message: ({ plan, dueOn, tier }) =>
      `The plan “${plan}” was to be reviewed by ${dayText(
        dueOn,
      )}, as ${tier} requires. It stays in force; nobody has said since that it still holds.`,
    action: () =>
      'Look through the plan and confirm that it holds, or write its next version.',
  },
  'plan-stale': {
    message: params =>
      `${staleText(params)}${
        Number(params.more) > 0
          ? ` ${
              Number(params.more) === 1
                ? 'One more thing'
                : `${params.more} more things`
            } changed, too.`
          : ''
      } The plan “${params.plan}” may not work as it is written.`,
    action: ({ confirmable }) =>
      confirmable === undefined
        ? 'Write the next version of the plan: this can’t be confirmed as still valid.'
        : 'Confirm on the plan’s page that it still holds, with a reason, or write its next version.',
  },
  'plan-overlap': {
    message: ({ plan, otherPlan, plans }) =>
      Number(plans) > 2
        ? `${plans} plans of one kind are in force for it, among them “${plan}” and “${otherPlan}”, and none is named primary: nobody knows which one to follow.`
        : `Two plans of one kind are in force for it, “${plan}” and “${otherPlan}”, and neither is named primary: nobody knows which one to follow.`,
    action: () =>
      'Name the one that decides as primary, or take it out of the scope of the others.',
  },
  'plan-source-invalid': {
    message: ({ location, line, reason }) =>
      `The plan file ${location} can’t be used${
        line === undefined ? '' : `, line ${line}`
      }: ${asEnd(reason)} The last good version stays in force.`,
    action: () => 'Correct the file; it is read again within the hour.',
  },
  'source-unreadable': {
    message: ({ location, reason }) =>
      `The plan file ${location} can’t be read: ${asEnd(
        reason,
      )} The last good version stays in force.`,
    action: () =>
      'Check the annotation continuity/plan and whether the portal may read the file.',
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
  'slower-than-needed': {
    message: ({ field, seconds, neededSeconds, neededBy, path }) => {
      const services =
        Number(neededBy) === 1 ? '1 service' : `${neededBy} services`;
      const may =
        field === 'rpo'
          ? `May lose ${describeDuration(
              Number(seconds),
            )} of data, while ${services} may lose only ${describeDuration(
              Number(neededSeconds),
            )}`
          : `May take ${describeDuration(
              Number(seconds),
            )}, needed in ${describeDuration(
              Number(neededSeconds),
            )} by ${services}`;
      return `${may}: ${path}.`;
    },
    action: ({ field }) =>
      field === 'rpo'
        ? 'Shorten its RPO, loosen those of the services, or declare the dependency soft.'
        : 'Shorten its RTO, loosen those of the services, or declare the dependency soft.',
  },
  'waits-for-slower-dependency': {
    message: ({ field, seconds, slowest, slowestSeconds }) =>
      field === 'rpo'
        ? `It may lose ${describeDuration(
            Number(seconds),
          )} of data, and needs ${slowest}, which may lose ${describeDuration(
            Number(slowestSeconds),
          )}.`
        : `It must be back in ${describeDuration(
            Number(seconds),
          )}, and needs ${slowest}, which may take ${describeDuration(
            Number(slowestSeconds),
          )}.`,
    action: () => 'Agree the target with those who answer for the dependency.',
  },
  'recovery-beyond-rto': {
    message: ({
      rtoSeconds,
      expectedSeconds,
      atLeast,
      longestStep,
      longestSeconds,
    }) =>
      `It is expected back after ${
        atLeast ? 'at least ' : ''
      }${describeDuration(
        Number(expectedSeconds),
      )}, with all that it needs; its RTO is ${describeDuration(
        Number(rtoSeconds),
      )}. The longest step is ${longestStep} with ${describeDuration(
        Number(longestSeconds),
      )}.`,
    action: () =>
      'Shorten the longest step, remove a dependency from the way, or correct the RTO.',
  },
  'dependency-unprotected': {
    message: ({ tierless, count, refs }) => {
      const one = Number(count) === 1;
      const more = moreThanNamed(Number(count), String(refs));
      if (tierless) {
        return one
          ? `It needs ${refs}, which has no tier: nobody has said whether that needs a plan.`
          : `It needs ${count} entities without a tier, of which nobody has said whether they need a plan: ${refs}${more}.`;
      }
      return one
        ? `It needs ${refs}, whose tier requires a plan, and none is in force.`
        : `It needs ${count} entities whose tier requires a plan, and which none in force covers: ${refs}${more}.`;
    },
    action: ({ tierless }) =>
      tierless
        ? 'Have a tier set there, or declare the dependency soft.'
        : 'Have a plan written there, or declare the dependency soft.',
  },
  'dependency-unresolved': {
    message: ({ count, refs }) =>
      Number(count) === 1
        ? `It depends on ${refs}, which the catalog does not have.`
        : `It depends on ${count} entities that the catalog does not have: ${refs}${moreThanNamed(
            Number(count),
            String(refs),
          )}.`,
    action: () =>
      'Correct the reference in the catalog file, or register what is missing.',
  },
  'dependency-unclassified': {
    message: ({ count, refs }) =>
      Number(count) === 1
        ? `Nobody has said whether its dependency on ${refs} is hard or soft: it counts as hard.`
        : `Nobody has said of ${count} dependencies whether they are hard or soft: they count as hard.`,
    action: () => 'Say which dependencies are hard and which are soft.',
  },
  ...analysisGapTexts,
  'due-soon': {
    message: params =>
      params.about === 'plan'
        ? `The plan “${params.plan}” must be reviewed by ${dayText(
            params.dueOn,
          )}.`
        : `${
            dueSoonNames[String(params.about)] ?? 'The agreement'
          } of ${dayText(
            params.assessedOn ?? params.agreedOn,
          )} must be renewed by ${dayText(params.dueOn)}.`,
    action: ({ unit, about }) =>
      `${
        dueSoonActions[String(about)] ?? 'Renew the agreement with the business'
      }${unit === 'system' ? ' and record it at its system' : ''}.`,
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
