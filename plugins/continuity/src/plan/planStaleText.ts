import {
  isHiddenEntity,
  mostConfirmations,
  type PlanDetail,
  type StaleReason,
} from 'backstage-plugin-continuity-common';
import { nameOfRef } from '../catalog/EntityName';
import { partyName, valueText } from '../profile/valueText';
import type { Translate } from '../translation/Translate';

export type ShownStaleReason =
  PlanDetail['staleness'][number]['reasons'][number];

type Names = Record<string, string>;

const isRef = (value: string) => /^[^:\s]+:[^/\s]+\/\S+$/.test(value);

/** What an entity is called by the answer that names it, else by its ref. */
function nameIn(t: Translate, names: Names, value: string): string {
  if (!isRef(value)) return value;
  if (isHiddenEntity(value)) return t('catalog.hidden');
  return Object.hasOwn(names, value) ? names[value] : nameOfRef(value);
}

/** Whoever provides an API; the API itself stands for nobody. */
function providersText(
  t: Translate,
  reason: { subject: string; names: Names },
  value: string | null,
): string {
  if (value === null) return t('plan.stale.nobodyNeeded');
  if (value === reason.subject) return t('plan.stale.nobody');
  return value
    .split(', ')
    .map(ref => nameIn(t, reason.names, ref))
    .join(', ');
}

/** A value of before or now, as people read it. */
export function staleValueText(
  t: Translate,
  reason: Pick<StaleReason, 'code' | 'subject'> & { names: Names },
  value: string | null,
): string {
  const { code, subject, names } = reason;
  if (code === 'target-stricter' || code === 'bia-changed') {
    return subject === 'tier' || subject === 'mbco'
      ? value ?? t('profile.value.unset')
      : valueText(t, subject as 'rto' | 'rpo' | 'mtpd', value);
  }
  if (code === 'provider-changed') return providersText(t, reason, value);
  if (value === null) return t('plan.stale.nothing');
  if (code === 'owner-changed') return names[value] ?? partyName(value);
  if (code === 'contact-unresolved' && !isRef(value)) {
    return value === 'empty-group' || value === 'wrong-kind'
      ? t(`plan.stale.contact.${value}`)
      : t('plan.stale.contact.missing');
  }
  return nameIn(t, names, value);
}

/**
 * What changed since approval, in one sentence.
 *
 * @param names - what the answer calls things, by ref
 */
export function staleText(
  t: Translate,
  reason: Pick<StaleReason, 'code' | 'subject' | 'before' | 'after'>,
  names: Names,
): string {
  const { code, subject, before, after } = reason;
  const named = { code, subject, names };
  const field =
    subject === 'rto' ||
    subject === 'rpo' ||
    subject === 'mtpd' ||
    subject === 'mbco' ||
    subject === 'tier'
      ? t(`profile.field.${subject}`)
      : subject;
  const values = {
    field,
    subject: nameIn(t, names, subject),
    before: staleValueText(t, named, before),
    after: staleValueText(t, named, after),
  };
  if (code === 'owner-changed') {
    return t(
      subject === 'owner'
        ? 'plan.stale.reason.owner-changed'
        : 'plan.stale.reason.recoveryOwner-changed',
      values,
    );
  }
  if (code === 'joined-system' && after === null) {
    return t('plan.stale.reason.joined-catalog', values);
  }
  if (code === 'provider-changed' && after === 'missing') {
    return t('plan.stale.reason.api-left', values);
  }
  if (code === 'provider-changed' && before === 'missing') {
    return t('plan.stale.reason.api-came', values);
  }
  return t(`plan.stale.reason.${code}`, values);
}

/** Why a reason can't be confirmed as still valid; undefined where it can. */
export function whyNotConfirmable(
  t: Translate,
  reason: ShownStaleReason,
): string | undefined {
  if (reason.canBeConfirmed) return undefined;
  switch (reason.code) {
    case 'target-stricter':
    case 'contact-unresolved':
    case 'entity-missing':
    case 'change-request-open':
      return t(`plan.stale.never.${reason.code}`);
    default:
      return reason.confirmedTimes >= mostConfirmations
        ? t('plan.stale.never.twice')
        : t('plan.stale.never.other');
  }
}
