import {
  mayBeNotApplicable,
  type PlanContents,
  type PlanKind,
  type PlanShortcoming,
} from 'backstage-plugin-continuity-common';
import type { Translate } from '../translation/Translate';
import { contactName } from './planContactName';

/** How the rule's sentences begin or what they contain, and ours for them. */
const WRONG = [
  [/^Several steps have the id/, 'stepIds'],
  [/wait for each other/, 'cycle'],
  [/there is no such step/, 'unknownStep'],
  [/is done by .* not among the contacts/, 'unknownWho'],
  [/needs a title/, 'untitled'],
  [/^Nobody is named who does/, 'nobody'],
  [/^Several contacts have the id/, 'contactIds'],
  [/can’t stand in for itself/, 'selfAlternate'],
  [/stands in for/, 'unknownAlternate'],
  [/may invoke the plan/, 'unknownInvoker'],
  [/in the scope twice/, 'scopeTwice'],
] as const;

/** What hinders submitting, in the reader's language; in the rule's own words where there are none. */
export function planShortcomingText(
  t: Translate,
  shortcoming: PlanShortcoming,
  contents: PlanContents,
  kind: PlanKind,
): string {
  const { content, problem, message, items } = shortcoming;
  if (problem === 'missing') {
    const text = t(`plan.missing.${content}`);
    return content !== 'changeReference' && mayBeNotApplicable(content, kind)
      ? `${text} ${t('plan.missing.orNotApplicable')}`
      : text;
  }
  const found = WRONG.find(([pattern]) => pattern.test(message));
  if (!found) return message;
  const nameOf = (id: string) =>
    contents.steps.find(step => step.id === id)?.title ||
    contactName(
      t,
      contents.contacts.find(contact => contact.id === id),
    ) ||
    id;
  const round = found[1] === 'cycle' ? [...items, items[0]] : items;
  return t(`plan.wrong.${found[1]}`, {
    name: round
      .map(id => `“${nameOf(id)}”`)
      .join(found[1] === 'cycle' ? ' → ' : ', '),
  });
}
