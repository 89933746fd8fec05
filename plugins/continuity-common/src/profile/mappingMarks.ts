import type { JsonObject, JsonValue } from '@backstage/types';
import type { EntityFacts } from '../catalog/entityFacts';
import type { IndexedMapping } from './policyIndex';
import type { ProfileField } from '../terms/profileField';

/** A text on an entity that a mapping points at, and the texts to parse for it, the first that can be read. */
export interface MappingMark {
  /** As a gap names it: `example.com/tier`, `label:tier`, `tag:tier2`, `spec.tier`. */
  key: string;
  raw: string;
  /** What the text stands for; empty where it stands for nothing that is accepted. */
  readings: string[];
  /** Why there is no reading. */
  refusal?: string;
  /** A tag that can't be read is just a tag. */
  ignorable: boolean;
}

/** The value at a path below spec; a key that itself holds dots is found, too. */
function valueAtPath(object: JsonObject, path: string): JsonValue | undefined {
  if (Object.hasOwn(object, path)) return object[path];
  for (let dot = path.indexOf('.'); dot > 0; dot = path.indexOf('.', dot + 1)) {
    const head = path.slice(0, dot);
    const below = Object.hasOwn(object, head) ? object[head] : undefined;
    if (below && typeof below === 'object' && !Array.isArray(below)) {
      const found = valueAtPath(below as JsonObject, path.slice(dot + 1));
      if (found !== undefined) return found;
    }
  }
  return undefined;
}

function textOf(value: JsonValue, field: ProfileField): string | undefined {
  if (typeof value !== 'object' || value === null) return String(value);
  const isListOfTexts =
    Array.isArray(value) && value.every(item => typeof item === 'string');
  return field === 'recoveryAlternates' && isListOfTexts
    ? value.join(',')
    : undefined;
}

function tableRefusal(table: Map<string, string>): string {
  const keys = [...table.keys()];
  const shown = keys.slice(0, 10).map(key => `"${key}"`);
  const more = keys.length > shown.length ? ' …' : '';
  return `The policy's table knows ${shown.join(', ')}${more}.`;
}

function markOf(
  key: string,
  raw: string,
  table: Map<string, string> | undefined,
): MappingMark {
  if (!table) return { key, raw, readings: [raw], ignorable: false };
  const entry = table.get(raw.trim());
  return entry === undefined
    ? {
        key,
        raw,
        readings: [],
        refusal: tableRefusal(table),
        ignorable: false,
      }
    : { key, raw, readings: [entry], ignorable: false };
}

function tagMarks(
  tags: string[],
  prefix: string,
  table: Map<string, string> | undefined,
): MappingMark[] {
  const everyTag = prefix === '*';
  const marks: MappingMark[] = [];
  for (const tag of tags) {
    if (!everyTag && !tag.startsWith(prefix)) continue;
    const texts = everyTag ? [tag] : [tag.slice(prefix.length), tag];
    const readings = table
      ? texts.flatMap(text => table.get(text.trim()) ?? [])
      : texts;
    if (readings.length === 0) continue;
    marks.push({
      key: `tag:${tag}`,
      raw: tag,
      readings,
      ignorable: everyTag && !table,
    });
  }
  return marks;
}

/**
 * What a mapping finds on an entity: nothing, one mark, or several where it reads tags. A tag that the mapping's table
 * doesn't know is just a tag; any other text that it doesn't know is a mark that can't be read.
 */
export function mappingMarks(
  { mapping, table }: IndexedMapping,
  entity: EntityFacts,
): MappingMark[] {
  const { from, field } = mapping;
  const { annotations, labels, tags } = entity.metadata;
  if ('tag' in from) return tagMarks(tags, from.tag, table);
  if ('annotation' in from) {
    return Object.hasOwn(annotations, from.annotation)
      ? [markOf(from.annotation, annotations[from.annotation], table)]
      : [];
  }
  if ('label' in from) {
    return Object.hasOwn(labels, from.label)
      ? [markOf(`label:${from.label}`, labels[from.label], table)]
      : [];
  }
  const value = valueAtPath(entity.spec, from.spec);
  if (value === undefined || value === null) return [];
  const key = `spec.${from.spec}`;
  const text = textOf(value, field);
  if (text !== undefined) return [markOf(key, text, table)];
  const refusal = 'Write one text or number, not a list or an object.';
  const raw = JSON.stringify(value);
  return [{ key, raw, readings: [], refusal, ignorable: false }];
}
