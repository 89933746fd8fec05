import type { DependencyEdgesQuery } from 'backstage-plugin-continuity-common';

export const dependencyViews = [
  'concentration',
  'conflicts',
  'unresolved',
  'unclassified',
  'what-if',
] as const;

export type DependencyView = (typeof dependencyViews)[number];

export const listFilters = ['owner', 'system', 'tier', 'kind'] as const;

/** What the page about dependencies shows, as its URL says it. */
export interface DependenciesSearch {
  view: DependencyView;
  owner?: string[];
  system?: string[];
  tier?: string[];
  kind?: string[];
  search?: string;
  /** Of conflicts. */
  target?: 'rto' | 'rpo';
  /** Of the dependencies to be classified. */
  class?: NonNullable<DependencyEdgesQuery['class']>;
  to?: string;
  cursor?: string;
}

/** Entries of a page. */
export const pageSize = 50;

const oneOf = <T extends string>(
  values: readonly T[],
  value: string | null,
): T | undefined => values.find(each => each === value);

/** Reads the page's URL; what can't be understood is left out, since links outlive the software they were copied from. */
export function readDependenciesSearch(
  params: URLSearchParams,
): DependenciesSearch {
  const search: DependenciesSearch = {
    view: oneOf(dependencyViews, params.get('view')) ?? 'concentration',
  };
  for (const filter of listFilters) {
    const values = [...new Set(params.getAll(filter).filter(Boolean))];
    if (values.length) search[filter] = values;
  }
  const text = params.get('search')?.trim().slice(0, 200);
  if (text) search.search = text;
  if (search.view === 'conflicts') {
    const target = oneOf(['rto', 'rpo'] as const, params.get('target'));
    if (target) search.target = target;
  }
  if (search.view === 'unclassified') {
    const strength = oneOf(['soft', 'hard'] as const, params.get('class'));
    if (strength) search.class = strength;
    const to = params.get('to')?.trim().slice(0, 200);
    if (to) search.to = to;
  }
  const cursor = params.get('cursor');
  if (cursor) search.cursor = cursor;
  return search;
}

/** Writes the page's URL; what is as always is left out. */
export function writeDependenciesSearch(
  search: DependenciesSearch,
): URLSearchParams {
  const params = new URLSearchParams();
  if (search.view !== 'concentration') params.set('view', search.view);
  for (const filter of listFilters) {
    for (const value of search[filter] ?? []) params.append(filter, value);
  }
  for (const key of ['search', 'target', 'class', 'to', 'cursor'] as const) {
    const value = search[key];
    if (value && value !== 'unclassified') params.set(key, value);
  }
  return params;
}

/** Whether anything narrows the list down. */
export function isNarrowed(search: DependenciesSearch): boolean {
  return Boolean(
    search.search ||
      search.target ||
      search.to ||
      listFilters.some(key => search[key]),
  );
}
