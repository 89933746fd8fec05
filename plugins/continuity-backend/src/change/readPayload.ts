import {
  changeDescriptionSchema,
  changeStateSchema,
  normaliseRef,
  type ChangeDescription,
  type ChangeState,
  type ChangeWebhook,
} from 'backstage-plugin-continuity-common';
import type { RequestIssue } from '../contract/WrongFieldsError';

type Mapping = ChangeWebhook['map'];

/** What an ITSM tool says of a change. */
export interface ToldChange {
  said: ChangeDescription & { id: string };
  /** Undefined: it says nothing of it. */
  state: ChangeState | undefined;
  implementedAt: string | undefined;
  requestedBy: string | undefined;
  reason: string | undefined;
  entityRefs: string[];
}

/** The values at a dotted path; `[]` goes through a list. */
export function valuesAt(payload: unknown, path: string): unknown[] {
  let values: unknown[] = [payload];
  for (const step of path.split('.')) {
    const name = step.replace(/\[\]$/, '');
    values = values.flatMap(value =>
      typeof value === 'object' && value !== null && Object.hasOwn(value, name)
        ? [(value as Record<string, unknown>)[name]]
        : [],
    );
    if (step.endsWith('[]')) {
      values = values.flatMap(value => (Array.isArray(value) ? value : []));
    }
  }
  return values.filter(value => value !== null && value !== undefined);
}

/** Reads a message by the configured paths. What is wrong is said by the field it would become. */
export function readPayload(
  payload: unknown,
  map: Mapping,
): { ok: true; told: ToldChange } | { ok: false; issues: RequestIssue[] } {
  const text = (path: string | undefined) => textAt(payload, path);
  const description = {
    id: text(map.id),
    title: text(map.title)?.slice(0, 300),
    url: text(map.url),
    type: mappedAt(payload, map.type),
    model: mappedAt(payload, map.model),
    major: mappedAt(payload, map.major),
    plannedStart: momentAt(payload, map.plannedStart),
    plannedEnd: momentAt(payload, map.plannedEnd),
  };
  const issues: RequestIssue[] = [];
  if (description.id === undefined) {
    issues.push({
      path: 'id',
      message: `There is nothing at "${map.id}" of the message.`,
    });
  }
  const parsed = changeDescriptionSchema.safeParse(
    Object.fromEntries(
      Object.entries(description).filter(([, value]) => value !== undefined),
    ),
  );
  for (const { path, message } of parsed.error?.issues ?? []) {
    issues.push({ path: path.join('.'), message });
  }
  const state = mappedAt(payload, map.state);
  const known = changeStateSchema.safeParse(state);
  if (state !== undefined && !known.success) {
    issues.push({
      path: 'state',
      message: `"${state}" is no state. Map it to planned, approved, implemented or withdrawn, or leave it out.`,
    });
  }
  if (!parsed.success || issues.length > 0) return { ok: false, issues };
  return {
    ok: true,
    told: {
      said: { ...parsed.data, id: description.id! },
      state: known.data,
      implementedAt: momentAt(payload, map.implementedAt),
      requestedBy: text(map.requestedBy),
      reason: text(map.reason)?.slice(0, 1_000),
      entityRefs: refsAt(payload, map.entities),
    },
  };
}

function textAt(payload: unknown, path: string | undefined) {
  if (path === undefined) return undefined;
  const [value] = valuesAt(payload, path);
  const isScalar = ['string', 'number', 'boolean'].includes(typeof value);
  const text = isScalar ? String(value).replace(/\s+/g, ' ').trim() : '';
  return text === '' ? undefined : text;
}

/** With a table what is not in it is not said; without one the value counts as it is. */
function mappedAt(
  payload: unknown,
  mapped: { path: string; values?: Record<string, unknown> } | undefined,
): unknown {
  const text = textAt(payload, mapped?.path);
  if (text === undefined || !mapped?.values) {
    return text === 'true' || text === 'false' ? text === 'true' : text;
  }
  return Object.hasOwn(mapped.values, text) ? mapped.values[text] : undefined;
}

/** ITSM tools write `2026-11-22 10:00:00` for UTC, whatever the zone of this process, Jira `2026-11-22T10:00:00.000+0100`. */
function momentAt(payload: unknown, path: string | undefined) {
  const text = textAt(payload, path);
  if (text === undefined) return undefined;
  const iso = text
    .replace(
      /^(\d{4}-\d{2}-\d{2})[ T](\d{2}:\d{2}(:\d{2}(\.\d+)?)?)$/,
      '$1T$2Z',
    )
    .replace(/([+-]\d{2})(\d{2})$/, '$1:$2');
  const millis = Date.parse(iso);
  return Number.isNaN(millis) ? text : new Date(millis).toISOString();
}

function refsAt(payload: unknown, entities: Mapping['entities']): string[] {
  const { path, values, kind, separator } = entities;
  const named = valuesAt(payload, path)
    .flatMap(value => (Array.isArray(value) ? value : [value]))
    .filter(value => typeof value === 'string')
    .flatMap(value => (separator ? value.split(separator) : [value]))
    .map(value => value.trim())
    .filter(value => value !== '');
  const refs = named.flatMap(name => {
    const written = values && Object.hasOwn(values, name) ? values[name] : name;
    return (
      normaliseRef(written, {
        defaultKind: kind,
        defaultNamespace: 'default',
      }) ?? []
    );
  });
  return [...new Set(refs)];
}
