import { z } from 'zod';
import {
  profileAnnotations,
  profileFields,
  resultLabels,
  type ProfileField,
} from '../../terms/profileField';
import { configBoolean, configText, configWord } from './configScalars';
import { checkMappedText } from '../mappedText';
import type { Mapping } from '../policy';
import { strictSection } from './strictSection';

const places = ['annotation', 'label', 'tag', 'spec'] as const;
type Place = (typeof places)[number];

/** The annotations that are read anyway (DOMAIN.md §1). */
const builtInAnnotations: readonly string[] = [
  ...Object.values(profileAnnotations),
  'continuity/soft-dependencies',
  'continuity/hard-dependencies',
  'continuity/plan',
];

/** What is written before a key by those who know the catalog's filters. */
const needlessPrefixes: Record<Place, string | undefined> = {
  annotation: 'metadata.annotations.',
  label: 'metadata.labels.',
  tag: undefined,
  spec: 'spec.',
};

const hints: Record<Place, string> = {
  annotation: 'Write the annotation, such as "contentful.com/service-tier".',
  label: 'Write the label, such as "iks.dev/criticality".',
  tag: 'Write "*" for every tag, or how the tag begins, such as "tier-".',
  spec: 'Write the path below spec, such as "tier".',
};

const scalarTable = z.record(
  z.string(),
  z.union([z.string(), z.number(), z.boolean()], {
    error: 'Write a text such as "tier-1".',
  }),
  { error: 'Write a table such as {"4": tier-4}.' },
);

function refuseKey(place: Place, key: string): string | undefined {
  if ((resultLabels as readonly string[]).includes(key)) {
    return `"${key}" is a result that this software writes to the catalog: read as an input, a value from the portal would come back as one from the catalog. Name another ${place}.`;
  }
  if (place === 'annotation' && builtInAnnotations.includes(key)) {
    return `"${key}" is read anyway and comes before every mapping. Leave this mapping out.`;
  }
  const prefix = needlessPrefixes[place];
  if (prefix && key.startsWith(prefix)) {
    return `"${key}" is read below ${prefix.slice(
      0,
      -1,
    )} already. Write "${key.slice(prefix.length)}".`;
  }
  if (place === 'spec' && !/^[^\s.,[\]]+(?:\.[^\s.,[\]]+)*$/.test(key)) {
    return `"${key}" is no path of keys. Write such as "tier" or "continuity.rto"; entries of lists can't be named.`;
  }
  return place !== 'tag' && /[\s,]/.test(key)
    ? `"${key}" has a space or a comma. ${hints[place]}`
    : undefined;
}

interface ReadTable {
  values: Record<string, string>;
  problems: Array<{ key: string; message: string }>;
}

function readTable(
  field: ProfileField,
  table: Record<string, string | number | boolean>,
): ReadTable {
  const values: Record<string, string> = {};
  const problems: ReadTable['problems'] = [];
  for (const [key, value] of Object.entries(table)) {
    const checked = checkMappedText(field, String(value));
    const trimmed = key.trim();
    if (!checked.ok) {
      problems.push({ key, message: checked.message });
    } else if (Object.hasOwn(values, trimmed)) {
      problems.push({
        key,
        message: `"${trimmed}" stands twice in this table. Write it once.`,
      });
    } else {
      values[trimmed] = checked.text;
    }
  }
  return { values, problems };
}

/** A mapping under `continuity.mappings`: `{field: tier, annotation: contentful.com/service-tier, values: {"4": tier-4}}`. */
export const mappingConfigSchema = strictSection({
  field: configWord(profileFields),
  annotation: configText(hints.annotation).optional(),
  label: configText(hints.label).optional(),
  tag: configText(hints.tag).optional(),
  spec: configText(hints.spec).optional(),
  values: scalarTable.optional(),
  authoritative: configBoolean.prefault(false),
}).transform((config, ctx): Mapping => {
  const refuse = (path: string[], message: string) =>
    ctx.issues.push({ code: 'custom', path, message, input: config });

  const named = places.filter(place => config[place] !== undefined);
  if (named.length !== 1) {
    refuse(
      [],
      named.length === 0
        ? `It does not say where to read ${
            config.field
          }. Write one of ${places.join(', ')}.`
        : `It names ${named.join(
            ' and ',
          )}. Write exactly one of them; several places are several mappings, tried in order.`,
    );
    return z.NEVER;
  }
  const [place] = named;
  const key = config[place]!;
  const wrongKey = refuseKey(place, key);
  if (wrongKey) refuse([place], wrongKey);

  const table = config.values && readTable(config.field, config.values);
  for (const problem of table?.problems ?? []) {
    refuse(['values', problem.key], problem.message);
  }
  if (table && Object.keys(config.values!).length === 0) {
    refuse(
      ['values'],
      'The table is empty. Write such as {"4": tier-4}, or leave values out to read the text as it is.',
    );
  }
  if (place === 'tag' && key === '*' && !table) {
    refuse(
      ['values'],
      `There is no table, so that every tag would be read as ${config.field}. Write such as {tier2: tier-2}, or how the tag begins instead of "*".`,
    );
  }
  return {
    field: config.field,
    from: { [place]: key } as Mapping['from'],
    ...(table && { values: table.values }),
    authoritative: config.authoritative,
  };
});
