import { defaultPolicy } from '../policy/defaultPolicy';
import type { ContinuityPolicy } from '../policy/policy';
import { anAgreement } from '../profile/anAgreement';
import { anEntity } from '../profile/anEntity';
import { aPortalProfile } from '../profile/aPortalProfile';
import { assess } from './assess';
import type { AssessmentFacts } from './assessment';
import { aPolicyOf, people, someFacts } from './someFacts';

const NOW = '2026-01-01T00:00:00.000Z';

const assessed = (
  facts: AssessmentFacts,
  policy: ContinuityPolicy = defaultPolicy,
  now = NOW,
) => assess(facts, undefined, policy, now);

const codes = (
  facts: AssessmentFacts,
  policy: ContinuityPolicy = defaultPolicy,
) =>
  assessed(facts, policy)
    .gaps.map(gap => `${gap.severity} ${gap.code}|${gap.requirement}`)
    .sort();

const tier = (id: string) => ({ annotations: { 'continuity/tier': id } });

describe('assess', () => {
  describe('status', () => {
    it.each<[string, AssessmentFacts, ContinuityPolicy]>([
      [
        'out-of-scope',
        someFacts({
          entity: { ...tier('tier-1'), spec: { type: 'library' } },
        }),
        defaultPolicy,
      ],
      ['unassessed', someFacts(), defaultPolicy],
      ['exposed', someFacts({ entity: tier('tier-1') }), defaultPolicy],
      [
        'at-risk',
        someFacts({ portal: { tier: 'gold' } }),
        aPolicyOf({ agreement: { every: 'P1Y' } }),
      ],
      ['not-required', someFacts({ entity: tier('tier-4') }), defaultPolicy],
      [
        'met',
        someFacts({
          portal: { tier: 'gold' },
          agreements: [
            anAgreement({ agreedOn: '2025-12-01', values: { rto: 'PT4H' } }),
          ],
        }),
        aPolicyOf({ agreement: { every: 'P1Y' } }),
      ],
    ])('is %s', (status, facts, policy) => {
      const { status: got, underlyingStatus } = assessed(facts, policy);
      expect(got).toBe(status);
      expect(underlyingStatus).toBe(status);
    });

    it('is never met for want of a room: BIA, risk and tests that are required and not known are missing', () => {
      const facts = someFacts({ portal: { tier: 'gold' } });
      const policy = aPolicyOf({
        bia: { every: 'P1Y' },
        risk: { every: 'P1Y' },
        tests: [{ depth: 'tabletop', every: 'P1Y' }],
      });
      expect(codes(facts, policy)).toEqual([
        'warning bia-missing|bia',
        'warning risk-missing|risk',
        'warning test-never|test:tabletop',
      ]);
      expect(assessed(facts, policy).status).toBe('at-risk');
    });

    it('lists no gap of an entity out of scope and remembers nothing of it', () => {
      const { gaps, memory, nextChangeAt, agreement } = assessed(
        someFacts({
          entity: {
            annotations: { 'continuity/tier': 'tier-1', 'continuity/rto': 'x' },
            spec: { lifecycle: 'Experimental' },
          },
          agreements: [anAgreement()],
        }),
      );
      expect(gaps).toEqual([]);
      expect(memory).toEqual({ appliesSince: {}, gapSince: {} });
      expect(nextChangeAt).toBeNull();
      expect(agreement).toMatchObject({ required: false, dueAt: null });
    });

    it('lists what is wrong on the way to a tier while there is none', () => {
      const facts = someFacts({
        entity: { ...tier('TBD'), ownedBy: ['group:default/gone'] },
        people: people({ 'group:default/gone': 'missing' }),
      });
      expect(assessed(facts).status).toBe('unassessed');
      expect(codes(facts)).toEqual([
        'information owner-unresolved|owner',
        'warning metadata-invalid|metadata:continuity/tier',
      ]);
    });
  });

  it('lists all that tier-1 requires of an entity about which nothing is known', () => {
    expect(codes(someFacts({ entity: tier('tier-1') }))).toEqual([
      'critical plan-missing|plan',
      'warning agreement-missing|agreement',
      'warning bia-missing|bia',
      'warning risk-missing|risk',
      'warning test-never|test:failover',
      'warning test-never|test:restore',
    ]);
  });

  describe('targets', () => {
    const noDefaults = aPolicyOf({});
    noDefaults.tiers[0].targets = {};
    const targets = (values: object) =>
      codes(someFacts({ portal: { tier: 'gold', ...values } }), noDefaults);

    it.each<[string, object, string[]]>([
      [
        'nothing',
        {},
        ['warning target-missing|rpo', 'warning target-missing|rto'],
      ],
      ['an RTO of zero', { rto: 'PT0S' }, ['warning target-missing|rpo']],
      ['an RPO of zero', { rpo: 'PT0S' }, ['warning target-missing|rto']],
      ['no data to lose', { rpo: 'none' }, ['warning target-missing|rto']],
      ['zero and none', { rto: 'PT0S', rpo: 'none' }, []],
    ])('are missing or not with %s', (_, values, expected) => {
      expect(targets(values)).toEqual(expected);
    });

    it('are not missed by an entity without a tier', () => {
      expect(codes(someFacts())).toEqual([]);
    });

    it.each<[string, object, object | null, boolean]>([
      [
        'RTO = MTPD',
        { rto: 'P1D', mtpd: 'P1D' },
        { seconds: 0, includesWorkRecovery: false },
        false,
      ],
      [
        'RTO > MTPD',
        { rto: 'P2D', mtpd: 'P1D' },
        { seconds: -86400, includesWorkRecovery: false },
        true,
      ],
      [
        'RTO + WRT = MTPD',
        { rto: 'PT20H', wrt: 'PT4H', mtpd: 'P1D' },
        { seconds: 0, includesWorkRecovery: true },
        false,
      ],
      [
        'RTO + WRT > MTPD',
        { rto: 'PT20H', wrt: 'PT5H', mtpd: 'P1D' },
        { seconds: -3600, includesWorkRecovery: true },
        true,
      ],
      [
        'a WRT of zero',
        { rto: 'PT20H', wrt: 'PT0S', mtpd: 'P1D' },
        { seconds: 14400, includesWorkRecovery: true },
        false,
      ],
      [
        'an MTPD of zero',
        { rto: 'PT1S', mtpd: 'PT0S' },
        { seconds: -1, includesWorkRecovery: false },
        true,
      ],
      [
        'an RPO longer than all of them',
        { rto: 'PT1H', rpo: 'P30D', mtpd: 'PT4H' },
        { seconds: 10800, includesWorkRecovery: false },
        false,
      ],
      ['no MTPD', { rto: 'P2D', wrt: 'P2D' }, null, false],
      ['no RTO', { wrt: 'P2D', mtpd: 'PT1H' }, null, false],
    ])('%s', (_, values, slack, isBeyond) => {
      const result = assessed(
        someFacts({ portal: { tier: 'gold', ...values } }),
        noDefaults,
      );
      expect(result.slack).toEqual(slack);
      expect(result.gaps.some(gap => gap.code === 'rto-beyond-mtpd')).toBe(
        isBeyond,
      );
    });

    it('say by how much they are beyond, and whether work recovery is in it', () => {
      const message = (values: object) =>
        assessed(
          someFacts({ portal: { tier: 'gold', ...values } }),
          noDefaults,
        ).gaps.find(gap => gap.code === 'rto-beyond-mtpd')?.message;
      expect(message({ rto: 'PT25H', mtpd: 'P1D' })).toBe(
        'The RTO of 1 d 1 h is 1 h longer than the 24 h that can be tolerated, before work recovery.',
      );
      expect(message({ rto: 'PT20H', wrt: 'PT6H', mtpd: 'P1D' })).toBe(
        'The RTO of 20 h and 6 h of work recovery are 2 h longer than the 24 h that can be tolerated.',
      );
    });
  });

  describe('recovery owner', () => {
    const owned = (
      tierId: string,
      states: Parameters<typeof people>[0],
      ownedBy = ['group:default/payments'],
    ) =>
      someFacts({
        entity: { ...tier(tierId), ownedBy },
        people: people(states),
      });
    const ownerGaps = (facts: AssessmentFacts) =>
      codes(facts).filter(code => /owner|alternate/.test(code));

    it.each(['missing', 'empty-group', 'wrong-kind'] as const)(
      'who is %s stays the owner; it is critical where a plan is required, else information',
      state => {
        const states = { 'group:default/payments': state };
        expect(ownerGaps(owned('tier-3', states))).toEqual([
          'critical owner-unresolved|owner',
        ]);
        expect(ownerGaps(owned('tier-4', states))).toEqual([
          'information owner-unresolved|owner',
        ]);
        const { profile, parties, gaps } = assessed(owned('tier-3', states));
        expect(profile.recoveryOwner.value).toBe('group:default/payments');
        expect(parties).toEqual(states);
        const gap = gaps.find(({ code }) => code === 'owner-unresolved');
        expect(gap?.message).toContain('group:default/payments');
      },
    );

    it('who is missing altogether is critical where a plan is required, else nothing', () => {
      expect(ownerGaps(owned('tier-3', {}, []))).toEqual([
        'critical owner-missing|owner',
      ]);
      expect(ownerGaps(owned('tier-4', {}, []))).toEqual([]);
    });

    it('is not doubted at each entity where the catalog holds no people at all', () => {
      const nobody = { known: false, stateOf: () => 'missing' as const };
      const facts = {
        ...owned('tier-1', {}),
        people: nobody,
        portal: aPortalProfile({ recoveryAlternates: ['user:default/joe'] }),
      };
      expect(ownerGaps(facts)).toEqual([]);
      expect(assessed(facts).parties).toEqual({
        'group:default/payments': 'unknown',
        'user:default/joe': 'unknown',
      });
      expect(ownerGaps({ ...owned('tier-1', {}, []), people: nobody })).toEqual(
        ['critical owner-missing|owner'],
      );
    });

    it('has alternates, of whom those who are gone are named in one information', () => {
      const facts = someFacts({
        portal: {
          recoveryAlternates: [
            'user:default/joe',
            'user:default/gone',
            'group:default/empty',
          ],
        },
        people: people({
          'user:default/gone': 'missing',
          'group:default/empty': 'empty-group',
        }),
      });
      const [gap, ...others] = assessed(facts).gaps;
      expect(others).toEqual([]);
      expect(gap).toMatchObject({
        code: 'alternate-unresolved',
        severity: 'information',
        requirement: 'alternates',
        message:
          '2 alternates do not exist or have no members: user:default/gone, group:default/empty.',
        late: false,
      });
    });

    it('keeps its mildness where the policy changes the severity of the code', () => {
      const policy: ContinuityPolicy = {
        ...defaultPolicy,
        severities: { 'owner-unresolved': 'warning' },
      };
      const states = { 'group:default/payments': 'missing' as const };
      expect(codes(owned('tier-3', states), policy)).toContain(
        'warning owner-unresolved|owner',
      );
      expect(codes(owned('tier-4', states), policy)).toEqual([
        'information owner-unresolved|owner',
      ]);
    });
  });

  it('names key, value and what is accepted of an invalid value, also of two from one place', () => {
    const policy: ContinuityPolicy = {
      ...defaultPolicy,
      mappings: [
        { field: 'tier', from: { spec: 'dr' }, authoritative: false },
        { field: 'rto', from: { spec: 'dr' }, authoritative: false },
      ],
    };
    const { gaps } = assessed(
      someFacts({ entity: { spec: { dr: '30+ days' } } }),
      policy,
    );
    expect(gaps).toHaveLength(2);
    expect(gaps[1]).toMatchObject({
      code: 'metadata-invalid',
      requirement: 'metadata:spec.dr#tier',
      message:
        'spec.dr says "30+ days", which can\'t be read as a tier, so that it counts as not written.',
      action:
        '"30+ days" is no tier of the policy. Write one of "tier-1", "tier-2", "tier-3", "tier-4".',
    });
  });

  it('names both marks that disagree', () => {
    const policy: ContinuityPolicy = {
      ...defaultPolicy,
      mappings: [
        { field: 'tier', from: { spec: 'tier' }, authoritative: false },
        { field: 'tier', from: { label: 'tier' }, authoritative: false },
      ],
    };
    const { gaps } = assessed(
      someFacts({
        entity: { spec: { tier: 'tier-4' }, labels: { tier: 'tier-1' } },
      }),
      policy,
    );
    expect(gaps).toMatchObject([
      {
        code: 'metadata-conflict',
        requirement: 'metadata:tier',
        message:
          'spec.tier ("tier-4") and the label tier ("tier-1") disagree on the tier; the first one counts.',
      },
    ]);
  });

  it("does not make a system's invalid value a gap of its parts", () => {
    const system = {
      entity: anEntity({
        ref: 'system:default/shop',
        annotations: { 'continuity/tier': 'tier-4', 'continuity/rto': 'TBD' },
      }),
      agreements: [],
    };
    const result = assessed(someFacts({ system }));
    expect(result.gaps).toEqual([]);
    expect(result.status).toBe('not-required');
  });

  it('does not require a restore test of what holds no data', () => {
    const required = (values: object) =>
      codes(someFacts({ portal: { tier: 'tier-2', ...values } }));
    expect(required({ rpo: 'none' })).not.toContain(
      'warning test-never|test:restore',
    );
    expect(required({ rpo: 'PT0S' })).toContain(
      'warning test-never|test:restore',
    );
  });

  it('takes the severity of a gap from the policy', () => {
    const facts = someFacts({ portal: { tier: 'gold' } });
    const policy = aPolicyOf(
      { plan: { every: 'P1Y' } },
      { severities: { 'plan-missing': 'information' } },
    );
    expect(codes(facts, policy)).toEqual(['information plan-missing|plan']);
    expect(assessed(facts, policy, '2027-01-01T00:00:00Z').gaps[0].late).toBe(
      false,
    );
  });
});
