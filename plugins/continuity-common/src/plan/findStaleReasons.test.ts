import { anEntity } from '../profile/anEntity';
import {
  acceptStaleReason,
  canBeConfirmed,
  findDeadContacts,
  findStaleReasons,
  staleReason,
} from './findStaleReasons';
import { hardDependenciesOf } from './hardDependencies';
import type { WatchedFacts } from './watchedFacts';

const atApproval: WatchedFacts = {
  dependencies: ['resource:default/db'],
  owner: 'group:default/payments',
  recoveryOwner: 'group:default/payments',
  rto: 'PT4H',
  rpo: 'PT1H',
  mtpd: 'P1D',
  mbcoPercent: 30,
  bia: { mtpd: 'P1D', isBeyond: false, rpo: 'PT1H' },
};
const since = (changed: Partial<WatchedFacts>) =>
  findStaleReasons(
    atApproval,
    { ...atApproval, ...changed },
    { joined: null },
  ).map(({ key, before, after }) => [key, before, after]);

describe('findStaleReasons', () => {
  it.each<
    [
      string,
      Partial<WatchedFacts>,
      Array<[string, string | null, string | null]>,
    ]
  >([
    ['nothing', {}, []],
    [
      'a dependency was added',
      { dependencies: ['component:default/ledger', 'resource:default/db'] },
      [
        [
          'dependency-added:component:default/ledger',
          null,
          'component:default/ledger',
        ],
      ],
    ],
    [
      'a dependency was exchanged',
      { dependencies: ['resource:default/db2'] },
      [
        ['dependency-added:resource:default/db2', null, 'resource:default/db2'],
        ['dependency-removed:resource:default/db', 'resource:default/db', null],
      ],
    ],
    [
      'its owner changed, who answers for recovery, too: one reason',
      { owner: 'group:default/shop', recoveryOwner: 'group:default/shop' },
      [['owner-changed:owner', 'group:default/payments', 'group:default/shop']],
    ],
    [
      'only the recovery owner changed',
      { recoveryOwner: 'group:default/sre' },
      [
        [
          'owner-changed:recoveryOwner',
          'group:default/payments',
          'group:default/sre',
        ],
      ],
    ],
    [
      'its owner is gone',
      { owner: null, recoveryOwner: null },
      [['owner-changed:owner', 'group:default/payments', null]],
    ],
    [
      'the RTO became stricter',
      { rto: 'PT1H' },
      [['target-stricter:rto', 'PT4H', 'PT1H']],
    ],
    ['the RTO became looser', { rto: 'P1D' }, []],
    ['the RTO was written in another way', { rto: 'PT240M' }, []],
    ['the RTO was taken away', { rto: null }, []],
    [
      'no loss of data is tolerated any more',
      { rpo: 'PT0S' },
      [['target-stricter:rpo', 'PT1H', 'PT0S']],
    ],
    ['it holds no data any more', { rpo: 'none' }, []],
    [
      'a new analysis asks for more',
      { bia: { mtpd: 'PT4H', rpo: 'PT1H' } },
      [['bia-changed:mtpd', 'P1D', 'PT4H']],
    ],
    [
      'a new analysis asks for less, which is a change, too',
      { bia: { mtpd: 'P3D', rpo: 'P1D' } },
      [
        ['bia-changed:mtpd', 'P1D', 'P3D'],
        ['bia-changed:rpo', 'PT1H', 'P1D'],
      ],
    ],
    [
      'the yearly analysis was renewed unchanged',
      { bia: { mtpd: 'PT24H', rpo: 'PT60M' } },
      [],
    ],
    [
      'a new analysis finds no time intolerable any more',
      { bia: { mtpd: 'P1D', isBeyond: true, rpo: 'PT1H' } },
      [['bia-changed:mtpd', 'P1D', null]],
    ],
    ['the analysis was withdrawn', { bia: null }, []],
    [
      'more of its service is demanded while the plan is invoked',
      { mbcoPercent: 50 },
      [['target-stricter:mbco', '30 %', '50 %']],
    ],
    ['less of its service is demanded', { mbcoPercent: 10 }, []],
    ['no percentage is demanded any more', { mbcoPercent: null }, []],
  ])('finds, when %s, %#', (_, changed, expected) => {
    expect(since(changed)).toEqual(expected);
  });

  it.each<[string, Partial<WatchedFacts>, string[]]>([
    ['says what held already', { bia: { mtpd: 'P1D', rpo: null } }, []],
    [
      'says something new',
      { bia: { mtpd: 'PT2H', rpo: null } },
      ['bia-changed:mtpd'],
    ],
  ])('compares a first analysis that %s with the targets', (_, now, keys) => {
    const before = { ...atApproval, bia: null };
    expect(
      findStaleReasons(before, { ...before, ...now }, { joined: null }).map(
        ({ key }) => key,
      ),
    ).toEqual(keys);
  });

  it.each<[string | null, string]>([
    [null, 'PT4H'],
    ['none', 'PT1H'],
  ])('takes a target of %s that became %s as stricter', (before, after) => {
    expect(
      findStaleReasons(
        { ...atApproval, rpo: before },
        { ...atApproval, rpo: after },
        { joined: null },
      ).map(({ key }) => key),
    ).toEqual(['target-stricter:rpo']);
  });

  it('compares what was remembered before more was watched with what was remembered', () => {
    const { mbcoPercent: _, ...earlier } = atApproval;
    const before = { ...earlier, bia: { mtpd: 'P1D', rpo: 'PT1H' } };
    const now: WatchedFacts = {
      ...atApproval,
      mbcoPercent: 90,
      bia: { mtpd: 'P1D', isBeyond: true, rpo: 'PT1H' },
    };
    expect(findStaleReasons(before, now, { joined: null })).toEqual([]);
  });

  it('finds that a time became intolerable that was endured before', () => {
    const before: WatchedFacts = {
      ...atApproval,
      bia: { mtpd: 'P7D', isBeyond: true, rpo: 'PT1H' },
    };
    const now: WatchedFacts = {
      ...before,
      bia: { mtpd: 'P7D', isBeyond: false, rpo: 'PT1H' },
    };
    const [reason, ...others] = findStaleReasons(before, now, { joined: null });
    expect(reason).toMatchObject({
      key: 'bia-changed:mtpd',
      before: null,
      after: 'P7D',
    });
    expect(others).toEqual([]);
    const accepted = acceptStaleReason(before, reason, now);
    expect(findStaleReasons(accepted, now, { joined: null })).toEqual([]);
    expect(findStaleReasons(accepted, before, { joined: null })).toHaveLength(
      1,
    );
  });

  it('says through which system an entity joined after approval', () => {
    expect(
      findStaleReasons(null, atApproval, { joined: 'system:default/shop' }),
    ).toEqual([
      staleReason('joined-system', 'system:default/shop', {
        after: 'system:default/shop',
      }),
    ]);
  });

  it('finds contacts that no longer resolve', () => {
    const states: Record<string, string> = {
      'user:default/gone': 'missing',
      'group:default/empty': 'empty-group',
    };
    expect(
      findDeadContacts(
        ['user:default/gone', 'user:default/here', 'group:default/empty'],
        ref => states[ref] ?? 'ok',
      ).map(({ key, after }) => [key, after]),
    ).toEqual([
      ['contact-unresolved:user:default/gone', 'missing'],
      ['contact-unresolved:group:default/empty', 'empty-group'],
    ]);
  });
});

describe('acceptStaleReason', () => {
  const changes: Array<[string, Partial<WatchedFacts>]> = [
    ['an added dependency', { dependencies: ['a:b/c', 'resource:default/db'] }],
    ['a removed dependency', { dependencies: [] }],
    [
      'an owner',
      { owner: 'group:default/x', recoveryOwner: 'group:default/x' },
    ],
    ['a recovery owner', { recoveryOwner: 'group:default/x' }],
    ['an analysis', { bia: { mtpd: 'PT8H', rpo: 'PT8H' } }],
    [
      'an analysis in which nothing is intolerable',
      { bia: { mtpd: 'P7D', isBeyond: true, rpo: 'PT8H' } },
    ],
  ];

  it.each(changes)('clears %s, and nothing else', (_, changed) => {
    const now = { ...atApproval, ...changed };
    let remembered: WatchedFacts | null = atApproval;
    for (const reason of findStaleReasons(atApproval, now, { joined: null })) {
      remembered = acceptStaleReason(remembered, reason, now);
    }
    expect(findStaleReasons(remembered, now, { joined: null })).toEqual([]);
    expect(
      findStaleReasons(remembered, { ...now, rto: 'PT1H' }, { joined: null }),
    ).toHaveLength(1);
  });

  it('leaves the other reasons', () => {
    const now = { ...atApproval, dependencies: ['a:b/c', 'a:b/d'] };
    const [first] = findStaleReasons(atApproval, now, { joined: null });
    const remembered = acceptStaleReason(atApproval, first, now);
    expect(
      findStaleReasons(remembered, now, { joined: null }).map(({ key }) => key),
    ).toEqual([
      'dependency-added:a:b/d',
      'dependency-removed:resource:default/db',
    ]);
  });

  it('remembers an entity that joined from then on', () => {
    const reason = staleReason('joined-system', 'system:default/shop');
    expect(acceptStaleReason(null, reason, atApproval)).toEqual(atApproval);
  });

  it.each(['target-stricter', 'contact-unresolved', 'entity-missing'] as const)(
    'refuses %s',
    code => {
      const reason = staleReason(code, 'rto');
      expect(() => acceptStaleReason(atApproval, reason, atApproval)).toThrow(
        RangeError,
      );
      expect(canBeConfirmed(reason, 0)).toBe(false);
    },
  );

  it.each([
    [0, true],
    [1, true],
    [2, false],
    [3, false],
  ])('after %i confirmations in a row: %s', (times, expected) => {
    expect(
      canBeConfirmed(staleReason('dependency-added', 'a:b/c'), times),
    ).toBe(expected);
  });
});

describe('hardDependenciesOf', () => {
  const related = (ref: string, ...relations: Array<[string, string]>) => ({
    ...anEntity({ ref }),
    relations: relations.map(([type, targetRef]) => ({ type, targetRef })),
  });

  it('takes what it depends on, consumes, and a system’s parts', () => {
    expect(
      hardDependenciesOf(
        related(
          'system:default/shop',
          ['dependsOn', 'resource:default/db'],
          ['consumesApi', 'api:default/pay'],
          ['hasPart', 'component:default/cart'],
          ['hasPart', 'api:default/cart'],
          ['partOf', 'domain:default/sales'],
          ['dependencyOf', 'component:default/x'],
          ['dependsOn', 'system:default/shop'],
        ),
      ),
    ).toEqual([
      'api:default/pay',
      'component:default/cart',
      'resource:default/db',
    ]);
  });

  it('takes what a file calls both hard and soft as hard, as the graph does', () => {
    const entity = related('component:default/checkout', [
      'dependsOn',
      'resource:default/db',
    ]);
    entity.metadata.annotations = {
      'continuity/soft-dependencies': 'resource:db',
      'continuity/hard-dependencies': 'resource:db',
    };
    expect(hardDependenciesOf(entity)).toEqual(['resource:default/db']);
  });

  it('leaves out what is soft, in the file or in the portal; the file comes first', () => {
    const entity = related(
      'component:default/checkout',
      ['dependsOn', 'resource:default/cache'],
      ['dependsOn', 'resource:default/db'],
      ['dependsOn', 'resource:default/mail'],
    );
    entity.metadata.annotations = {
      'continuity/soft-dependencies': 'resource:cache',
      'continuity/hard-dependencies': 'resource:db',
    };
    expect(
      hardDependenciesOf(entity, [
        'resource:default/db',
        'resource:default/mail',
      ]),
    ).toEqual(['resource:default/db']);
  });
});
