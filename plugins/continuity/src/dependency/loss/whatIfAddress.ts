import type { LossFilter } from 'backstage-plugin-continuity-common';

/** A question about a loss, as an address says it. */
export interface LossQuestion {
  entities?: string[];
  filter?: LossFilter;
  /** As it was written: `4h`. */
  outage?: string;
}

/** The fields of a filter that are plain lists. */
export const lossLists = [
  'kind',
  'type',
  'lifecycle',
  'owner',
  'system',
  'domain',
  'tags',
] as const;

/** The fields of a filter that are keys with values. */
export const lossMarks = ['labels', 'annotations'] as const;

/** `key=value` and `key` in an address. */
function markParams(marks: Record<string, string[]>): string[] {
  return Object.entries(marks).flatMap(([key, values]) =>
    values.length ? values.map(value => `${key}=${value}`) : [key],
  );
}

/** `key=value` and `key`, several of them, as a filter says it. */
export function readMarks(
  texts: readonly string[],
): Record<string, string[]> | undefined {
  const marks: Record<string, string[]> = {};
  for (const text of texts) {
    const at = text.indexOf('=');
    const key = (at < 0 ? text : text.slice(0, at)).trim();
    if (!key) continue;
    marks[key] ??= [];
    if (at >= 0) marks[key].push(text.slice(at + 1).trim());
  }
  return Object.keys(marks).length ? marks : undefined;
}

/** The marks of a filter as one writes them: `region=eu, backup`. */
export function writeMarks(marks: Record<string, string[]> | undefined) {
  return markParams(marks ?? {}).join(', ');
}

/** The question in an address, so that a result can be shared. */
export function lossParams(question: LossQuestion): URLSearchParams {
  const { entities = [], filter = {}, outage } = question;
  const params = new URLSearchParams();
  for (const entity of entities) params.append('lose', entity);
  for (const key of lossLists) {
    for (const value of filter[key] ?? []) params.append(`lose.${key}`, value);
  }
  for (const key of lossMarks) {
    for (const mark of markParams(filter[key] ?? {})) {
      params.append(`lose.${key}`, mark);
    }
  }
  if (outage) params.set('outage', outage);
  return params;
}

/** Reads the question of an address; what can't be understood is left out. */
export function readLossParams(params: URLSearchParams): LossQuestion {
  const all = (name: string) =>
    [...new Set(params.getAll(name).map(value => value.trim()))].filter(
      value => value && value.length <= 500,
    );
  const entities = all('lose').slice(0, 500);
  const filter: LossFilter = {};
  for (const key of lossLists) {
    const values = all(`lose.${key}`).slice(0, 100);
    if (values.length) filter[key] = values;
  }
  for (const key of lossMarks) {
    const marks = readMarks(all(`lose.${key}`));
    if (marks) filter[key] = marks;
  }
  const outage = params.get('outage')?.trim().slice(0, 50);
  return {
    ...(entities.length && { entities }),
    ...(Object.keys(filter).length && { filter }),
    ...(outage && { outage }),
  };
}

/** Whether there is anything to be asked. */
export function hasLoss(question: LossQuestion): boolean {
  return Boolean(question.entities?.length || question.filter);
}

/** Where the page answers the question. `page` is the address of the page about dependencies. */
export function whatIfAddress(page: string, question: LossQuestion): string {
  const params = lossParams(question);
  return [`${page}?view=what-if`, params.toString()].filter(Boolean).join('&');
}
