import { describeCadence } from '../terms/cadence';
import { durationSeconds } from '../terms/durationSeconds';
import { describeDuration } from '../terms/formatDuration';
import { dayText } from './dayText';
import type { Gap } from './gap';
import type { GapText } from './gapText';
import { partyProblems } from './partyProblems';

type Params = Gap['params'];

const staleTargets: Record<string, string> = {
  rto: 'RTO',
  rpo: 'RPO',
  mtpd: 'MTPD',
  mbco: 'minimum service level',
};

function staleValue(value: string | number | undefined): string {
  if (value === undefined || value === '') return 'not set';
  const text = String(value);
  if (text === 'none') return '"holds no data"';
  return /^P[\dT]/.test(text) ? describeDuration(durationSeconds(text)) : text;
}

/** Another entity provides an API, or the API came or went. */
function providerText({ subject, before, after }: Params): string {
  const used = `${subject}, which it uses,`;
  if (after === 'missing') {
    return `Since the plan was approved, ${used} has left the catalog.`;
  }
  if (before === 'missing') {
    return `Since the plan was approved, ${used} has come into the catalog.`;
  }
  const whoever = (ref: typeof after) => {
    if (ref === subject) return 'nobody';
    return ref ?? 'nobody it depends on';
  };
  return `When the plan was approved, ${used} was provided by ${whoever(
    before,
  )}; now it is provided by ${whoever(after)}.`;
}

/** What changed, by the code of the first reason. */
function staleText(params: Params): string {
  const { reason, subject, before, after } = params;
  const name = staleTargets[String(subject)] ?? '';
  switch (reason) {
    case 'dependency-added':
      return `Since the plan was approved, it has come to depend on ${after}.`;
    case 'dependency-removed':
      return `Since the plan was approved, it has ceased to depend on ${before}.`;
    case 'provider-changed':
      return providerText(params);
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
        partyProblems[String(after)] ?? 'is gone'
      }.`;
    case 'change-request-open':
      return after === undefined
        ? 'A change that was made asks for another plan.'
        : `The change “${after}” was made and asks for another plan.`;
    default:
      return 'Something that the plan rests on is not the same any more.';
  }
}

function asEnd(text: string | number | undefined): string {
  const tidy = String(text ?? '').trim();
  return /[.!?]$/.test(tidy) ? tidy : `${tidy}.`;
}

/** The words for the gaps of plans. */
export const planGapTexts = {
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
  'emergency-copy-old': {
    message: ({ copiedOn, every }) =>
      `${
        copiedOn === undefined
          ? 'No emergency copy of the plans was ever made'
          : `The last emergency copy of the plans was made on ${dayText(
              copiedOn,
            )}`
      }, and one is to be made ${describeCadence(
        String(every),
      )}: when the portal is away, its plan can’t be read as it is now.`,
    action: () =>
      'Have an emergency copy made from the list of plans, and keep it where it can be read without the portal.',
  },
} satisfies Record<string, GapText>;
