import type { ApiFacts } from '../catalog/apiFacts';
import { anEntity } from '../profile/anEntity';
import { acceptStaleReason, findStaleReasons } from './findStaleReasons';
import { hardDependenciesOf, needsThroughApis } from './hardDependencies';
import type { WatchedFacts } from './watchedFacts';

const x = 'api:default/x';
const y = 'api:default/y';
const p = 'component:default/p';
const q = 'component:default/q';

/** What the shop names, what is said of its dependencies, and who provides which API. */
interface Situation {
  /** Default: it consumes x. */
  uses?: Array<[type: 'dependsOn' | 'consumesApi', ref: string]>;
  soft?: string[];
  hard?: string[];
  softInPortal?: string[];
  /** By API; null: the API is not in the catalog, and nobody provides it. */
  provided?: Record<string, string[] | null>;
  /** Provided, and not in the catalog. */
  missing?: string[];
}

function watched(said: Situation): WatchedFacts {
  const { uses = [['consumesApi', x]], provided = {}, missing = [] } = said;
  const annotations: Record<string, string> = {};
  if (said.soft) {
    annotations['continuity/soft-dependencies'] = said.soft.join(', ');
  }
  if (said.hard) {
    annotations['continuity/hard-dependencies'] = said.hard.join(', ');
  }
  const entity = {
    ...anEntity({ ref: 'component:default/shop', annotations }),
    relations: uses.map(([type, targetRef]) => ({ type, targetRef })),
  };
  const apis = Object.fromEntries(
    Object.entries(provided).map(([api, providers]): [string, ApiFacts] => [
      api,
      {
        providers: providers ?? [],
        inCatalog: providers !== null && !missing.includes(api),
      },
    ]),
  );
  return {
    dependencies: hardDependenciesOf(entity, said.softInPortal),
    apis: needsThroughApis(entity, { ...said, apis }),
    owner: null,
    recoveryOwner: null,
    rto: null,
    rpo: null,
    mtpd: null,
    bia: null,
  };
}

const reasons = (before: WatchedFacts, now: WatchedFacts) =>
  findStaleReasons(before, now, { joined: null }).map(reason => [
    reason.key,
    reason.before,
    reason.after,
  ]);

const changed = (before: string | null, after: string | null, api = x) => [
  `provider-changed:${api}`,
  before,
  after,
];

const byP: Situation = { provided: { [x]: [p] } };
const byQ: Situation = { provided: { [x]: [q] } };
const dependsOnX: Situation['uses'] = [['dependsOn', x]];
const alsoOnP: Situation['uses'] = [
  ['consumesApi', x],
  ['dependsOn', p],
];
const both: Situation['uses'] = [
  ['consumesApi', x],
  ['consumesApi', y],
];

const cases: Array<
  [string, before: Situation, now: Situation, expected: unknown[]]
> = [
  ['nothing', byP, byP, []],
  ['a provider was exchanged', byP, byQ, [changed(p, q)]],
  [
    'a provider was exchanged, of an API that is depended on',
    { ...byP, uses: dependsOnX },
    { ...byQ, uses: dependsOnX },
    [changed(p, q)],
  ],
  [
    'depending on it became consuming it',
    { ...byP, uses: dependsOnX },
    byP,
    [],
  ],
  [
    'a provider was added',
    byP,
    { provided: { [x]: [p, q] } },
    [changed(p, `${p}, ${q}`)],
  ],
  [
    'one of two providers was removed',
    { provided: { [x]: [p, q] } },
    byQ,
    [changed(`${p}, ${q}`, q)],
  ],
  [
    'the last provider was removed',
    byP,
    { provided: { [x]: [] } },
    [changed(p, x)],
  ],
  ['the first provider came', { provided: { [x]: [] } }, byP, [changed(x, p)]],
  [
    'the API left the catalog with its provider',
    byP,
    { provided: { [x]: null } },
    [changed(p, 'missing')],
  ],
  [
    'the API left the catalog, and who provides it goes on saying so',
    byP,
    { ...byP, missing: [x] },
    [changed(p, 'missing')],
  ],
  [
    'the API came into the catalog',
    { provided: { [x]: null } },
    byP,
    [changed('missing', p)],
  ],
  [
    'a provider was exchanged of an API that was never in the catalog',
    { ...byP, missing: [x] },
    { ...byQ, missing: [x] },
    [changed(p, q)],
  ],
  [
    'another API is used that has the same provider: the API says it',
    { ...byP, uses: [['consumesApi', x]] },
    { provided: { [y]: [p] }, uses: [['consumesApi', y]] },
    [
      [`dependency-added:${y}`, null, y],
      [`dependency-removed:${x}`, x, null],
    ],
  ],
  [
    'one of two ways to the provider leads elsewhere',
    { provided: { [x]: [p], [y]: [p] }, uses: both },
    { provided: { [x]: [p], [y]: [q] }, uses: both },
    [changed(p, q, y)],
  ],
  [
    'the provider is depended on as well, and the API is another’s now',
    { ...byP, uses: alsoOnP },
    { ...byQ, uses: alsoOnP },
    [changed(p, q)],
  ],
  [
    'the API is soft, whoever provides it',
    { ...byP, soft: [x] },
    { ...byQ, soft: [x] },
    [],
  ],
  [
    'the API is soft by the portal, whoever provides it',
    { ...byP, softInPortal: [x] },
    { ...byQ, softInPortal: [x] },
    [],
  ],
  [
    'the API is soft and has left the catalog',
    { ...byP, soft: [x] },
    { provided: { [x]: null }, soft: [x] },
    [],
  ],
  [
    'a provider that is soft by its own name was exchanged for one that is not',
    { ...byP, soft: [p] },
    { ...byQ, soft: [p] },
    [changed(null, q)],
  ],
  [
    'a provider was declared soft',
    byP,
    { ...byP, soft: [p] },
    [changed(p, null)],
  ],
  [
    'a provider was declared soft by the name of another way, which is not the API’s',
    { ...byP, uses: alsoOnP },
    { ...byP, uses: alsoOnP, soft: [p] },
    [[`dependency-removed:${p}`, p, null]],
  ],
  [
    'the API is soft, and the provider that its file calls hard has gone',
    { ...byP, soft: [x], hard: [p] },
    { ...byQ, soft: [x], hard: [p] },
    [changed(p, null)],
  ],
  [
    'a soft API with a hard provider is not used any more',
    { ...byP, soft: [x], hard: [p] },
    { ...byP, soft: [x], hard: [p], uses: [] },
    [changed(p, null)],
  ],
  [
    'the API was declared soft: one reason',
    byP,
    { ...byP, soft: [x] },
    [[`dependency-removed:${x}`, x, null]],
  ],
  [
    'it provides the API itself, and another does, too',
    { provided: { [x]: ['component:default/shop'] } },
    { provided: { [x]: [p, 'component:default/shop'] } },
    [changed(null, p)],
  ],
];

describe('findStaleReasons, of providers', () => {
  it.each(cases)('finds, when %s', (_, before, now, expected) => {
    expect(reasons(watched(before), watched(now))).toEqual(expected);
  });

  it('compares nothing with what was remembered before providers were', () => {
    const { apis: _, ...earlier } = watched(byP);
    expect(reasons(earlier, watched(byQ))).toEqual([]);
  });

  it('compares nothing of APIs of which nothing is known now', () => {
    expect(reasons(watched(byP), watched({ provided: {} }))).toEqual([]);
    const { apis: _, ...now } = watched(byQ);
    expect(reasons(watched(byP), now)).toEqual([]);
  });

  it('does not mind the order in which providers are remembered, as after a new name', () => {
    const before = watched({ provided: { [x]: [p, q] } });
    before.apis![x].needs.reverse();
    expect(reasons(before, watched({ provided: { [x]: [q, p] } }))).toEqual([]);
  });
});

describe('acceptStaleReason, of providers', () => {
  it.each(cases)('clears it, when %s', (_, before, now) => {
    const after = watched(now);
    let remembered: WatchedFacts = watched(before);
    for (const reason of findStaleReasons(remembered, after, {
      joined: null,
    })) {
      remembered = acceptStaleReason(remembered, reason, after);
    }
    expect(reasons(remembered, after)).toEqual([]);
  });

  it('leaves what is true of other APIs', () => {
    const before = watched({ provided: { [x]: [p], [y]: [p] }, uses: both });
    const now = watched({ provided: { [x]: [q], [y]: [q] }, uses: both });
    const [first] = findStaleReasons(before, now, { joined: null });
    expect(reasons(acceptStaleReason(before, first, now), now)).toEqual([
      changed(p, q, y),
    ]);
  });

  it('watches the providers of an added API from then on', () => {
    const before = watched({ uses: [] });
    const [added] = findStaleReasons(before, watched(byP), { joined: null });
    const remembered = acceptStaleReason(before, added, watched(byP));
    expect(reasons(remembered, watched(byQ))).toEqual([changed(p, q)]);
  });

  it('begins to watch providers where they were not remembered', () => {
    const { apis: _, ...before } = watched({ uses: [] });
    const [added] = findStaleReasons(before, watched(byP), { joined: null });
    const remembered = acceptStaleReason(before, added, watched(byP));
    expect(reasons(remembered, watched(byQ))).toEqual([changed(p, q)]);
  });
});
