import {
  importColumnsIn,
  planContentKeys,
  profileColumnOf,
  testOutcomeSchema,
  textLanguage,
  type ImportKind,
  type ImportRow,
  type ProfileField,
  type Refusal,
} from 'backstage-plugin-continuity-common';
import { fullMoment } from '../../record/relativeTime';
import { nameOfRef } from '../../catalog/EntityName';
import { formatLongDay } from '../../status/formatLongDay';
import { valueText } from '../../profile/valueText';
import type { Translate } from '../../translation/Translate';
import { refusedText } from '../refusedText';

const fieldOf = new Map(
  Object.entries(profileColumnOf).map(([field, column]) => [
    column,
    field as ProfileField,
  ]),
);
/** Computed, so that no column says them. */
const computed = ['state', 'held', 'rta', 'rpa'] as const;
const durations = ['rta', 'rpa'];
/** A test of which only the day is known. */
const DAY = /^\d{4}-\d{2}-\d{2}$/;
const REF = /^[a-z]+:[^\s,/]+\/[^\s,/]+$/i;

/** What a row changes, a line each. */
export function changeTexts(
  t: Translate,
  { changes }: ImportRow,
  options: { names: Record<string, string>; locale: string },
): string[] {
  return changes.map(({ field, before, after }) => {
    const name = (computed as readonly string[]).includes(field)
      ? t(`import.field.${field as (typeof computed)[number]}`)
      : field;
    const to = textOf(t, field, after, options);
    if (before === null) return t('import.set', { field: name, after: to });
    // what another source says already becomes the portal's own word
    if (before === after) return t('import.kept', { field: name, after: to });
    const from = textOf(t, field, before, options);
    // two groups may be called the same
    const isAlike = from === to && after !== null;
    return t('import.change', {
      field: name,
      before: isAlike ? before : from,
      after: isAlike ? after : to,
    });
  });
}

/** What is wrong with a file, a row or a cell, with what the column is for where that helps. */
export function problemText(
  t: Translate,
  problem: Refusal & { column?: string },
  options: { kind: ImportKind; locale: string },
): string {
  const { kind, locale } = options;
  const named = problem.column ?? problem.params.column;
  const column = importColumnsIn(kind, textLanguage(locale)).find(
    ({ name }) => name === named,
  );
  const message = refusedText(t, problem, { about: column?.about });
  return problem.column
    ? t('import.error', { column: problem.column, message })
    : message;
}

/** What is worth knowing of a row, a sentence each. */
export function noteTexts(
  t: Translate,
  { notes }: ImportRow,
  { locale }: { locale: string },
): string[] {
  return notes.map(({ code, detail }) => {
    if (code === 'stays-draft' && detail) {
      return t('import.note.stays-draft-lacks', {
        detail: contentNames(t, detail),
      });
    }
    const outcome = testOutcomeSchema.safeParse(detail);
    if (outcome.success) {
      return t(`import.note.${code}`, {
        detail: t(`testing.outcome.${outcome.data}`),
      });
    }
    return t(`import.note.${code}`, {
      detail: DAY.test(detail) ? formatLongDay(detail, locale) : detail,
    });
  });
}

/** The contents of a plan by their headings. */
function contentNames(t: Translate, keys: string): string {
  return keys
    .split(', ')
    .map(key => {
      const known = planContentKeys.find(each => each === key);
      return known ? t(`plan.section.${known}`) : key;
    })
    .join(', ');
}

function textOf(
  t: Translate,
  field: string,
  value: string | null,
  options: { names: Record<string, string>; locale: string },
): string {
  if (value === null) return t('import.unset');
  if (field === 'held') {
    return DAY.test(value)
      ? formatLongDay(value, options.locale)
      : fullMoment(value, options.locale);
  }
  if (durations.includes(field)) return valueText(t, 'recoveryTime', value);
  const profileField = fieldOf.get(field);
  if (profileField && !/recovery_(?:owner|alternates)/.test(field)) {
    return valueText(t, profileField, value);
  }
  const parts = value.split(', ');
  return parts.every(part => REF.test(part))
    ? parts.map(ref => options.names[ref] ?? nameOfRef(ref)).join(', ')
    : value;
}
