import {
  canonicalJson,
  profileFields,
  type AgreedValues,
  type ProfileField,
  type RecordEntry,
} from 'backstage-plugin-continuity-common';
import { agreedValuesText } from '../profile/agreedValuesText';
import { partyName, valueText } from '../profile/valueText';
import { exemptedName } from '../exemption/exemptedName';
import { pointText } from '../profile/pointText';
import { formatDay } from '../status/formatDay';
import type { Translate } from '../translation/Translate';

const ACTIONS = {
  'profile:updated': 'record.action.profile.updated',
  'profile:seeded': 'record.action.profile.seeded',
  'agreement:recorded': 'record.action.agreement.recorded',
  'agreement:confirmed': 'record.action.agreement.confirmed',
  'agreement:rejected': 'record.action.agreement.rejected',
  'agreement:superseded': 'record.action.agreement.superseded',
  'bia:drafted': 'record.action.bia.drafted',
  'bia:recorded': 'record.action.bia.recorded',
  'bia:seeded': 'record.action.bia.recorded',
  'bia:confirmed': 'record.action.bia.confirmed',
  'bia:rejected': 'record.action.bia.rejected',
  'bia:discarded': 'record.action.bia.discarded',
  'risk-assessment:drafted': 'record.action.risk.drafted',
  'risk-assessment:recorded': 'record.action.risk.recorded',
  'risk-assessment:seeded': 'record.action.risk.recorded',
  'risk-assessment:discarded': 'record.action.risk.discarded',
  'exemption:asked': 'record.action.exemption.asked',
  'exemption:approved': 'record.action.exemption.approved',
  'exemption:refused': 'record.action.exemption.refused',
  'exemption:withdrawn': 'record.action.exemption.withdrawn',
  'exemption:ended': 'record.action.exemption.ended',
  'exemption:seeded': 'record.action.exemption.seeded',
  'entity:appeared': 'record.action.entity.appeared',
  'entity:archived': 'record.action.entity.archived',
  'entity:returned': 'record.action.entity.returned',
  'carry-over:asked': 'record.action.carryOver.asked',
  'carry-over:carried-over': 'record.action.carryOver.carriedOver',
  'carry-over:declined': 'record.action.carryOver.declined',
} as const;

const STATES = {
  'in-force': 'record.state.inForce',
  'awaiting-second-person': 'record.state.awaitingSecondPerson',
  superseded: 'record.state.superseded',
  rejected: 'record.state.rejected',
  draft: 'analysis.state.draft',
  agreed: 'analysis.state.agreed',
  discarded: 'analysis.state.discarded',
  asked: 'exemption.state.asked',
  approved: 'exemption.state.approved',
  refused: 'exemption.state.refused',
  withdrawn: 'exemption.state.withdrawn',
  ended: 'exemption.state.ended',
} as const;

const FIELDS = {
  with: 'record.field.with',
  reference: 'record.field.reference',
  agreedOn: 'record.field.agreedOn',
  note: 'record.field.note',
  state: 'record.field.state',
  fromRef: 'record.field.fromRef',
  toRef: 'record.field.toRef',
  assessedOn: 'analysis.assessedOn',
  agreedWith: 'analysis.agreedWith',
  assessor: 'analysis.assessor',
  beyond: 'record.field.beyond',
  method: 'record.field.method',
  threats: 'record.field.threats',
  rated: 'record.field.rated',
  requirement: 'exemption.field.requirement',
  until: 'exemption.field.end',
} as const;

/** Bookkeeping that an entry says elsewhere (who, when), or that means nothing to a reader. */
const UNSPOKEN = [
  'id',
  'entityRef',
  'revision',
  'recordedBy',
  'recordedAt',
  'confirmedBy',
  'confirmedAt',
  'updatedAt',
  'updatedBy',
  'startsAt',
  'endsAt',
  'renewal',
  'renews',
];

/** What somebody did, as the words after their name. */
export function describeAction(t: Translate, entry: RecordEntry): string {
  const key = ACTIONS[`${entry.type}:${entry.action}` as keyof typeof ACTIONS];
  return key
    ? t(key)
    : t('record.action.other', { type: entry.type, action: entry.action });
}

/** What was before and what is after, a line for each thing that changed. */
export function describeChanges(
  t: Translate,
  entry: RecordEntry,
  options: { locale: string; names?: Record<string, string> },
): string[] {
  const before = flat(entry.before);
  const after = flat(entry.after);
  const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  return keys
    .filter(key => !UNSPOKEN.includes(key))
    .filter(key => !same(before[key], after[key]))
    .filter(key => !isNothing(before[key]) || !isNothing(after[key]))
    .map(key => {
      const field = fieldName(t, key);
      const to = text(t, key, after[key], options);
      // What was recorded for the first time has no "before"; for profiles "not set" is one.
      return !isProfileField(key) && isNothing(before[key])
        ? t('record.set', { field, after: to })
        : t('record.change', {
            field,
            before: text(t, key, before[key], options),
            after: to,
          });
    });
}

/** Profile values may stand below `values`; agreed values stay together, since they were agreed together. */
function flat(part: RecordEntry['before']): Record<string, unknown> {
  const { values, ...rest } = part ?? {};
  if (!values || typeof values !== 'object') return rest;
  const agreed = 'with' in rest || 'agreedOn' in rest || 'reference' in rest;
  return agreed ? { ...rest, values } : { ...rest, ...values };
}

function isProfileField(key: string): key is ProfileField {
  return profileFields.some(field => field === key);
}

function isNothing(value: unknown): boolean {
  return (
    value === undefined ||
    value === null ||
    (Array.isArray(value) && value.length === 0)
  );
}

function same(a: unknown, b: unknown): boolean {
  return canonicalJson(a ?? null) === canonicalJson(b ?? null);
}

function fieldName(t: Translate, key: string): string {
  if (isProfileField(key)) return t(`profile.field.${key}`);
  if (key === 'values') return t('profile.agreement.values');
  const name = FIELDS[key as keyof typeof FIELDS];
  return name ? t(name) : key;
}

/** Users and groups as values name them. */
function partiesOf(names: Record<string, string> = {}) {
  return Object.fromEntries(
    Object.entries(names).map(([ref, title]) => [ref, { title }]),
  );
}

function text(
  t: Translate,
  key: string,
  value: unknown,
  options: { locale: string; names?: Record<string, string> },
): string {
  if (isProfileField(key)) {
    return valueText(t, key, value, partiesOf(options.names));
  }
  if (isNothing(value)) return t('profile.value.none');
  if (key === 'values') return agreedValuesText(t, value as AgreedValues);
  if (key === 'requirement') return exemptedName(t, String(value));
  if (key === 'agreedOn' || key === 'assessedOn' || key === 'until') {
    return formatDay(String(value), options);
  }
  if (key === 'beyond') return pointText(t, String(value));
  if (key === 'assessor') {
    return partyName(String(value), partiesOf(options.names));
  }
  if (key === 'method') {
    return t(
      value === 'quick'
        ? 'analysis.bia.dialog.quick'
        : 'analysis.bia.dialog.full',
    );
  }
  if (key === 'state') {
    const state = STATES[value as keyof typeof STATES];
    return state ? t(state) : String(value);
  }
  if (typeof value === 'boolean') return t(value ? 'record.yes' : 'record.no');
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}
