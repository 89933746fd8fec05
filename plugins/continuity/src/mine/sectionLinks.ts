import type { MineKind, MineSection } from 'backstage-plugin-continuity-common';
import { findingsAddress } from '../testing/testAddress';
import type { usePageAddresses } from './usePageAddresses';

type AllKey =
  | 'gaps'
  | 'plan'
  | 'test'
  | 'change'
  | 'exemption'
  | 'finding'
  | 'tests'
  | 'due'
  | 'plans'
  | 'requests'
  | 'findings'
  | 'exemptions';

/** The whole lists behind a section, with the filters that find what it is about, also where other things are more urgent than all of a list. */
export function sectionLinks(
  section: MineSection,
  pages: ReturnType<typeof usePageAddresses>,
): Array<{ all: AllKey; to: string }> {
  const { coverage, plans, tests, changes, exemptions } = pages;
  const findings = tests && findingsAddress(tests);
  const lists: Record<
    MineSection['name'],
    Array<{ all: AllKey; kind: MineKind; page?: string; query: string }>
  > = {
    decisions: [
      { all: 'plan', kind: 'plan', page: plans, query: 'waiting=true' },
      {
        all: 'test',
        kind: 'test',
        page: tests,
        query: 'view=list&waiting=true',
      },
      {
        all: 'change',
        kind: 'change',
        page: changes,
        query: 'view=list&waiting=true',
      },
      {
        all: 'exemption',
        kind: 'exemption',
        page: exemptions,
        query: 'waiting=true',
      },
      {
        all: 'finding',
        kind: 'finding',
        page: findings,
        query: 'waiting=true',
      },
    ],
    gaps: [{ all: 'gaps', kind: 'gap', page: coverage, query: 'mine=true' }],
    tests: [
      { all: 'tests', kind: 'test', page: tests, query: 'view=list&mine=true' },
      {
        all: 'due',
        kind: 'due-test',
        page: tests,
        query: 'view=due&mine=true',
      },
    ],
    plans: [
      { all: 'plans', kind: 'plan', page: plans, query: 'mine=true' },
      {
        all: 'requests',
        kind: 'plan-request',
        page: changes,
        query: 'view=requests&waiting=true',
      },
    ],
    findings: [
      {
        all: 'findings',
        kind: 'finding',
        page: findings,
        query: 'waiting=true',
      },
    ],
    // each is at its service
    analyses: [],
    exemptions: [
      {
        all: 'exemptions',
        kind: 'exemption',
        page: exemptions,
        query: 'mine=true&state=approved',
      },
    ],
  };
  return lists[section.name].flatMap(({ all, kind, page, query }) =>
    page && section.totals[kind] ? [{ all, to: `${page}?${query}` }] : [],
  );
}
