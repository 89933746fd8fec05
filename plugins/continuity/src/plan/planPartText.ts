import {
  describeDuration,
  durationSeconds,
  planContentKeySchema,
  recoveryStrategies,
  type PlanComparison,
  type PlanContents,
} from 'backstage-plugin-continuity-common';
import { nameOfRef } from '../catalog/EntityName';
import type { Translate } from '../translation/Translate';
import { contactName } from './planContactName';

type Difference = PlanComparison['differences'][number];

const PART_NAMES = {
  title: 'plan.new.title',
  purpose: 'plan.section.purpose',
  scope: 'plan.section.scope',
  'strategy.kind': 'plan.section.strategy',
  'strategy.description': 'plan.strategy.description',
  'strategy.resources': 'plan.strategy.resources',
  'invocation.criteria': 'plan.section.invocationCriteria',
  'invocation.invokers': 'plan.section.invokers',
  contacts: 'plan.section.contacts',
  minimumService: 'plan.section.minimumService',
  recoveryRequirements: 'plan.section.recoveryRequirements',
  steps: 'plan.section.steps',
  lossOfService: 'plan.section.lossOfService',
  returnToNormal: 'plan.section.returnToNormal',
  'basis.bia': 'plan.basis.biaName',
  'basis.risk': 'plan.basis.riskName',
  changeReference: 'plan.changeReference',
  reference: 'plan.reference.title',
  notApplicable: 'plan.document.notApplicableTitle',
} as const;

/** What a part of a plan is called. */
export function planPartName(t: Translate, part: string): string {
  return Object.hasOwn(PART_NAMES, part)
    ? t(PART_NAMES[part as keyof typeof PART_NAMES])
    : part;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function stepText(t: Translate, step: PlanContents['steps'][number]): string {
  const lines = [step.title];
  if (step.what) lines.push(step.what);
  if (step.expectedDuration) {
    lines.push(
      t('plan.steps.takes', {
        time: describeDuration(durationSeconds(step.expectedDuration)),
      }),
    );
  }
  if (step.who.length) {
    lines.push(t('plan.steps.who', { who: step.who.join(', ') }));
  }
  if (step.after.length) {
    lines.push(t('plan.steps.after', { steps: step.after.join(', ') }));
  }
  if (step.entities.length) {
    lines.push(
      step.entities.map(({ entityRef }) => nameOfRef(entityRef)).join(', '),
    );
  }
  return lines.join('\n');
}

/** One side of a difference as people read it; null where there is nothing. */
export function differenceText(
  t: Translate,
  difference: Difference,
  side: 'before' | 'after',
): string | null {
  const { part, item } = difference;
  const text = difference[side];
  if (text === null) return null;
  const value = parsed(text);
  switch (part) {
    case 'scope': {
      const { entityRef, parts } = value as PlanContents['scope'][number];
      const name = nameOfRef(entityRef);
      return parts ? `${name} ${t('plan.scope.withParts')}` : name;
    }
    case 'steps':
      return stepText(t, value as PlanContents['steps'][number]);
    case 'contacts': {
      const contact = value as PlanContents['contacts'][number];
      const name = contactName(t, contact) ?? contact.id;
      return contact.alternateOf
        ? `${name} (${t('plan.contacts.standsInFor')}: ${contact.alternateOf})`
        : name;
    }
    case 'invocation.invokers':
      return item;
    case 'strategy.kind': {
      const kind = recoveryStrategies.find(each => each === text);
      return kind ? t(`plan.strategy.${kind}`) : text;
    }
    case 'basis.bia':
    case 'basis.risk': {
      const { date, reference } = value as { date: string; reference: string };
      return reference ? `${date}: ${reference}` : date;
    }
    case 'reference': {
      const { url, title, version, date } = value as NonNullable<
        PlanContents['reference']
      >;
      return [title, url, version, date].filter(Boolean).join('\n');
    }
    case 'notApplicable': {
      const key = planContentKeySchema.safeParse(item);
      const reason = Array.isArray(value) ? String(value[1]) : text;
      return key.success
        ? `${t(`plan.section.${key.data}`)}: ${reason}`
        : reason;
    }
    default:
      return text;
  }
}
