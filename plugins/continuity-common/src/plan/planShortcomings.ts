import type { PlanContentKey, PlanContents } from './planContents';
import type { PlanShortcoming } from './planDetail';
import { planLevelOf, type PlanKind } from './planKind';
import { findStepCycle } from './stepOrder';

/** What each content is called, and what it is for: the end of "… is missing: …". */
const asked: Record<PlanContentKey, string> = {
  purpose: 'The purpose is missing: say what the plan is for.',
  scope: 'The scope is empty: name what the plan brings back.',
  strategy:
    'The strategy is missing: choose how service is kept up or brought back.',
  invocationCriteria:
    'The invocation criteria are missing: say when the plan is invoked.',
  invokers:
    'Nobody may invoke the plan: name the roles that may, among its contacts.',
  contacts: 'There are no roles and contacts: name who does what.',
  minimumService:
    'The minimum service while the plan is invoked is missing: say what must work, and how well.',
  recoveryRequirements:
    'The recovery requirements are missing: say what must be there before service can come back.',
  steps: 'There are no recovery steps: write down what is done, in order.',
  lossOfService:
    'The procedures for loss of service are missing: say what users and staff do meanwhile.',
  returnToNormal:
    'The return to normal is missing: say how the emergency ends, and who decides that it has.',
  basis:
    'What the plan rests on is missing: name the business impact analysis or risk assessment, with its day.',
};

/** What every plan must have, whatever is written about it. */
const neverNotApplicable: readonly PlanContentKey[] = [
  'purpose',
  'invocationCriteria',
  'invokers',
];

function isFilled(key: PlanContentKey, contents: PlanContents): boolean {
  switch (key) {
    case 'scope':
      return contents.scope.length > 0;
    case 'strategy':
      return contents.strategy.kind !== null;
    case 'invocationCriteria':
      return contents.invocation.criteria !== '';
    case 'invokers':
      return contents.invocation.invokers.length > 0;
    case 'contacts':
      return contents.contacts.length > 0;
    case 'steps':
      return contents.steps.length > 0;
    case 'basis':
      return contents.basis.bia !== null || contents.basis.risk !== null;
    default:
      return contents[key] !== '';
  }
}

/** Whether a content may be marked as not applicable in plans of a kind: a service recovery without scope or steps recovers nothing. @public */
export function mayBeNotApplicable(
  key: PlanContentKey,
  kind: PlanKind,
): boolean {
  if (neverNotApplicable.includes(key)) return false;
  return planLevelOf(kind) === 'coordination'
    ? true
    : key !== 'scope' && key !== 'steps';
}

function missing(kind: PlanKind, contents: PlanContents): PlanShortcoming[] {
  const elsewhere = contents.reference?.contents ?? [];
  return (Object.keys(asked) as PlanContentKey[]).flatMap(content => {
    if (isFilled(content, contents)) return [];
    // what a plan covers must be known here, wherever the rest is written
    if (content !== 'scope' && elsewhere.includes(content)) return [];
    const reason = contents.notApplicable[content] ?? '';
    if (reason !== '' && mayBeNotApplicable(content, kind)) return [];
    const hint = mayBeNotApplicable(content, kind)
      ? ' Or mark it as not applicable and say why.'
      : '';
    return [
      {
        content,
        problem: 'missing' as const,
        message: `${asked[content]}${hint}`,
        items: [],
      },
    ];
  });
}

function quoted(ids: string[]): string {
  return ids.map(id => `"${id}"`).join(', ');
}

function twice(ids: string[]): string[] {
  return [...new Set(ids.filter((id, at) => ids.indexOf(id) !== at))];
}

function wrong(
  content: PlanShortcoming['content'],
  message: string,
  items: string[],
): PlanShortcoming {
  return { content, problem: 'wrong', message, items };
}

function wrongSteps({ steps, contacts }: PlanContents): PlanShortcoming[] {
  const found: PlanShortcoming[] = [];
  const titles = new Map(steps.map(step => [step.id, step.title || step.id]));
  const doubled = twice(steps.map(step => step.id));
  if (doubled.length > 0) {
    found.push(
      wrong(
        'steps',
        `Several steps have the id ${quoted(
          doubled,
        )}. Give each its own, so that others can wait for it.`,
        doubled,
      ),
    );
  }
  const cycle = findStepCycle(steps);
  if (cycle) {
    const round = [...cycle, cycle[0]].map(id => `“${titles.get(id) ?? id}”`);
    found.push(
      wrong(
        'steps',
        `These steps wait for each other: ${round.join(
          ' waits for ',
        )}. Take one of the waits away.`,
        cycle,
      ),
    );
  }
  const roles = new Set(contacts.map(contact => contact.id));
  for (const step of steps) {
    const name = `“${titles.get(step.id)}”`;
    const strangers = step.after.filter(id => !titles.has(id));
    if (strangers.length > 0) {
      found.push(
        wrong(
          'steps',
          `The step ${name} waits for ${quoted(
            strangers,
          )}, and there is no such step.`,
          [step.id],
        ),
      );
    }
    const nobody = step.who.filter(id => !roles.has(id));
    if (nobody.length > 0) {
      found.push(
        wrong(
          'steps',
          `The step ${name} is done by ${quoted(
            nobody,
          )}, who is not among the contacts.`,
          [step.id],
        ),
      );
    }
    if (step.title === '') {
      found.push(
        wrong('steps', `The step "${step.id}" needs a title.`, [step.id]),
      );
    }
    if (step.who.length === 0) {
      found.push(
        wrong('steps', `Nobody is named who does the step ${name}.`, [step.id]),
      );
    }
  }
  return found;
}

function wrongContacts(contents: PlanContents): PlanShortcoming[] {
  const found: PlanShortcoming[] = [];
  const ids = contents.contacts.map(contact => contact.id);
  const doubled = twice(ids);
  if (doubled.length > 0) {
    found.push(
      wrong(
        'contacts',
        `Several contacts have the id ${quoted(doubled)}.`,
        doubled,
      ),
    );
  }
  for (const { id, role, alternateOf } of contents.contacts) {
    if (alternateOf !== null && !ids.includes(alternateOf)) {
      found.push(
        wrong(
          'contacts',
          `“${
            role || id
          }” stands in for "${alternateOf}", who is not among the contacts.`,
          [id],
        ),
      );
    }
    if (alternateOf === id) {
      found.push(
        wrong('contacts', `“${role || id}” can’t stand in for itself.`, [id]),
      );
    }
  }
  const strangers = contents.invocation.invokers.filter(
    id => !ids.includes(id),
  );
  if (strangers.length > 0) {
    found.push(
      wrong(
        'invokers',
        `${quoted(
          strangers,
        )} may invoke the plan, and is not among the contacts.`,
        strangers,
      ),
    );
  }
  return found;
}

/** People and catalog bookkeeping are not recovered. */
const kindsWithout = ['user', 'group', 'location', 'template'];

function kindOf(ref: string): string {
  return ref.slice(0, ref.indexOf(':'));
}

function wrongScope({ scope }: PlanContents): PlanShortcoming[] {
  const refs = scope.map(entry => entry.entityRef);
  const found: PlanShortcoming[] = [];
  const add = (items: string[], message: string) => {
    if (items.length === 0) return;
    found.push(wrong('scope', `${items.join(', ')} ${message}`, items));
  };
  add(twice(refs), 'is in the scope twice.');
  add(
    refs.filter(ref => kindsWithout.includes(kindOf(ref))),
    'is nothing that a plan brings back.',
  );
  add(
    scope
      .filter(entry => entry.parts && kindOf(entry.entityRef) !== 'system')
      .map(entry => entry.entityRef),
    'is no system: only systems are covered with their parts.',
  );
  return found;
}

/**
 * What hinders submitting a version (DOMAIN.md §4, ISO/IEC 20000-1:2018 8.7.2): contents that are neither filled, nor in the referenced document,
 * nor marked as not applicable with a reason; and what can't be right, such as steps that wait for each other.
 *
 * @param options - `isFirst`: no version of the plan was approved before
 * @public
 */
export function planShortcomings(
  kind: PlanKind,
  contents: PlanContents,
  options: { isFirst: boolean } = { isFirst: true },
): PlanShortcoming[] {
  return [
    ...(options.isFirst || contents.changeReference !== ''
      ? []
      : [
          {
            content: 'changeReference' as const,
            problem: 'missing' as const,
            message:
              'Name the change that asks for this version: an RFC number, a link, or a few words such as “yearly review”.',
            items: [],
          },
        ]),
    ...missing(kind, contents),
    ...wrongScope(contents),
    ...wrongContacts(contents),
    ...wrongSteps(contents),
  ];
}
