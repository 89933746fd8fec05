import {
  mostConfirmations,
  type PlanDetail,
  type StaleReason,
} from 'backstage-plugin-continuity-common';
import { nameOfRef } from '../catalog/EntityName';
import { partyName, valueText } from '../profile/valueText';
import type { Translate } from '../translation/Translate';

export type ShownStaleReason =
  PlanDetail['staleness'][number]['reasons'][number];

const isRef = (value: string) => /^[^:\s]+:[^/\s]+\/\S+$/.test(value);

/** A value of before or now, as people read it. */
export function staleValueText(
  t: Translate,
  reason: Pick<StaleReason, 'code' | 'subject'>,
  value: string | null,
): string {
  const { code, subject } = reason;
  if (code === 'target-stricter' || code === 'bia-changed') {
    return subject === 'tier' || subject === 'mbco'
      ? value ?? t('profile.value.unset')
      : valueText(t, subject as 'rto' | 'rpo' | 'mtpd', value);
  }
  if (value === null) return t('plan.stale.nothing');
  if (code === 'owner-changed') return partyName(value);
  if (code === 'contact-unresolved' && !isRef(value)) {
    return value === 'empty-group' || value === 'wrong-kind'
      ? t(`plan.stale.contact.${value}`)
      : t('plan.stale.contact.missing');
  }
  return isRef(value) ? nameOfRef(value) : value;
}

/** What changed since approval, in one sentence. */
export function staleText(
  t: Translate,
  reason: Pick<StaleReason, 'code' | 'subject' | 'before' | 'after'>,
): string {
  const { code, subject, before, after } = reason;
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
    subject: isRef(subject) ? nameOfRef(subject) : subject,
    before: staleValueText(t, reason, before),
    after: staleValueText(t, reason, after),
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
