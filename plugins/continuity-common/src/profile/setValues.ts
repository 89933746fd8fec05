import type { EntityFacts } from '../catalog/entityFacts';
import type { ContinuityPolicy } from '../policy/policy';
import type { ValueOrigin } from './effectiveProfile';
import { mappingMarks, type MappingMark } from './mappingMarks';
import {
  parseProfileValue,
  type ProfileValueContext,
} from './parseProfileValue';
import { policyIndex, type IndexedMapping } from './policyIndex';
import {
  profileAnnotations,
  profileFields,
  type ProfileField,
} from '../terms/profileField';
import type { PortalProfile } from './profileValues';

/**
 * A value that does not parse. Resolution goes on to the next source.
 *
 * @public
 */
export interface InvalidValue {
  field: ProfileField;
  /** `continuity/rto`, `label:tier`, `tag:tier-9`, `spec.tier`, `portal:tier`. */
  key: string;
  /** As it was written, cut where it is very long. */
  value: string;
  /** What is accepted, a sentence. */
  accepted: string;
  /** Identity of the gap: the key, with the field where several are read from it. */
  requirement: string;
}

/**
 * Marks of one field that disagree; the first is the one that counts.
 *
 * @public
 */
export interface ValueConflict {
  field: ProfileField;
  marks: Array<{ key: string; value: string }>;
}

/** A value with its origin. The type of the value is that of the field it was read for. */
export interface FoundValue {
  value: unknown;
  origin: ValueOrigin;
}

/** What is set for one entity itself: its sources 1 to 3 (DOMAIN.md §1), without inheritance and defaults. */
export interface SetValues {
  catalog: Partial<Record<ProfileField, FoundValue>>;
  portal: Partial<Record<ProfileField, FoundValue>>;
  mapped: Partial<Record<ProfileField, FoundValue>>;
  invalid: InvalidValue[];
  conflicts: ValueConflict[];
}

const LONGEST_SHOWN = 80;

function shorten(text: string): string {
  const tidy = text.trim();
  return tidy.length > LONGEST_SHOWN
    ? `${tidy.slice(0, LONGEST_SHOWN - 1)}…`
    : tidy;
}

interface ReadMark {
  key: string;
  raw: string;
  value: unknown;
  authoritative: boolean;
}

function readMark(
  mark: MappingMark,
  field: ProfileField,
  context: ProfileValueContext,
): { ok: true; value: unknown } | { ok: false; message: string } {
  let refusal = mark.refusal ?? '';
  for (const text of mark.readings) {
    const parsed = parseProfileValue(field, text, context);
    if (parsed.ok) return parsed;
    if (refusal === '') refusal = parsed.message;
  }
  return { ok: false, message: refusal };
}

function readMappings(
  field: ProfileField,
  mappings: IndexedMapping[],
  entity: EntityFacts,
  context: ProfileValueContext,
  invalid: InvalidValue[],
): ReadMark[] {
  const read: ReadMark[] = [];
  for (const indexed of mappings) {
    for (const mark of mappingMarks(indexed, entity)) {
      const { key, raw } = mark;
      const result = readMark(mark, field, context);
      if (result.ok) {
        const { authoritative } = indexed.mapping;
        read.push({ key, raw, value: result.value, authoritative });
      } else if (!mark.ignorable) {
        invalid.push({
          field,
          key,
          value: shorten(raw),
          accepted: result.message,
          requirement: indexed.sharedKey
            ? `metadata:${key}#${field}`
            : `metadata:${key}`,
        });
      }
    }
  }
  return read;
}

/**
 * Where marks disagree. Somebody who set the field on purpose, in the file or in the portal, has settled it for all marks of
 * lower rank; an authoritative mapping has the rank of the file.
 */
function findConflict(
  field: ProfileField,
  found: { annotation?: FoundValue; hasPortal: boolean; marks: ReadMark[] },
): ValueConflict | undefined {
  const { annotation, hasPortal, marks } = found;
  const authoritative = marks.filter(mark => mark.authoritative);
  let competing = marks;
  if (annotation || (hasPortal && authoritative.length === 0)) {
    competing = annotation ? authoritative : [];
  }
  const all = annotation
    ? [
        {
          key: annotation.origin.key!,
          raw: annotation.origin.raw!,
          value: annotation.value,
        },
        ...competing,
      ]
    : competing;
  if (all.length < 2) return undefined;
  const first = JSON.stringify(all[0].value);
  const others = all.filter(mark => JSON.stringify(mark.value) !== first);
  if (others.length === 0) return undefined;
  return {
    field,
    marks: [all[0], ...others].map(({ key, raw }) => ({
      key,
      value: shorten(raw),
    })),
  };
}

function readAnnotation(
  field: ProfileField,
  entity: EntityFacts,
  context: ProfileValueContext,
  into: SetValues,
): void {
  const key = profileAnnotations[field];
  const { annotations } = entity.metadata;
  if (!Object.hasOwn(annotations, key)) return;
  const raw = annotations[key];
  const parsed = parseProfileValue(field, raw, context);
  if (parsed.ok) {
    const origin: ValueOrigin = { source: 'catalog', key, raw };
    into.catalog[field] = { value: parsed.value, origin };
  } else {
    into.invalid.push({
      field,
      key,
      value: shorten(raw),
      accepted: parsed.message,
      requirement: `metadata:${key}`,
    });
  }
}

function readPortal(
  field: ProfileField,
  portal: PortalProfile,
  context: ProfileValueContext,
  into: SetValues,
): void {
  const saved = portal.values[field];
  if (saved === undefined || saved === null) return;
  let value: unknown = saved;
  // saved values were parsed; but a tier may have left the policy since
  if (typeof saved === 'string') {
    const parsed = parseProfileValue(field, saved, context);
    if (!parsed.ok) {
      const key = `portal:${field}`;
      into.invalid.push({
        field,
        key,
        value: shorten(saved),
        accepted: parsed.message,
        requirement: `metadata:${key}`,
      });
      return;
    }
    value = parsed.value;
  }
  const origin: ValueOrigin = { source: 'portal' };
  if (portal.updatedBy !== undefined) origin.by = portal.updatedBy;
  if (portal.updatedAt !== undefined) origin.at = portal.updatedAt;
  into.portal[field] = { value, origin };
}

function readMapped(
  field: ProfileField,
  mappings: IndexedMapping[],
  entity: EntityFacts,
  context: ProfileValueContext,
  into: SetValues,
): void {
  const marks = readMappings(field, mappings, entity, context, into.invalid);
  const annotation = into.catalog[field];
  const conflict = findConflict(field, {
    annotation,
    hasPortal: into.portal[field] !== undefined,
    marks,
  });
  if (conflict) into.conflicts.push(conflict);
  for (const { key, raw, value, authoritative } of marks) {
    const source = authoritative ? 'catalog' : 'mapped';
    into[source][field] ??= { value, origin: { source, key, raw } };
  }
}

/** Reads what annotations, the portal and the policy's mappings set for an entity itself, and what of it can't be read. */
export function readSetValues(
  entity: EntityFacts,
  portal: PortalProfile | undefined,
  policy: ContinuityPolicy,
): SetValues {
  const { mappings } = policyIndex(policy);
  const context = { policy, entityRef: entity.entityRef };
  const found: SetValues = {
    catalog: {},
    portal: {},
    mapped: {},
    invalid: [],
    conflicts: [],
  };
  for (const field of profileFields) {
    readAnnotation(field, entity, context, found);
    if (portal) readPortal(field, portal, context, found);
    const fieldMappings = mappings[field];
    if (fieldMappings) {
      readMapped(field, fieldMappings, entity, context, found);
    }
  }
  return found;
}
