import { defaultPolicy } from '../policy/defaultPolicy';
import type { ContinuityPolicy } from '../policy/policy';
import { anEntity } from './anEntity';
import { aPortalProfile } from './aPortalProfile';
import { resolveProfile, type ProfileFacts } from './resolveProfile';

const aSystem = (said: Parameters<typeof anEntity>[0] = {}) =>
  anEntity({ ref: 'system:default/shop', ...said });

const effective = (
  facts: ProfileFacts,
  policy: ContinuityPolicy = defaultPolicy,
) => resolveProfile(facts, policy).profile;

describe('resolveProfile', () => {
  it('leaves everything unset where nobody said anything', () => {
    const { profile, invalid, conflicts, tierTakenOverFrom } = resolveProfile(
      { entity: anEntity() },
      defaultPolicy,
    );
    for (const field of Object.values(profile)) {
      expect(field).toEqual({
        value: null,
        source: null,
        origin: null,
        locked: false,
        fallback: null,
      });
    }
    expect({ invalid, conflicts, tierTakenOverFrom }).toEqual({
      invalid: [],
      conflicts: [],
      tierTakenOverFrom: null,
    });
  });

  it('takes the annotation before the portal, locked, with what was written', () => {
    const { rto } = effective({
      entity: anEntity({ annotations: { 'continuity/rto': '90m' } }),
      portal: aPortalProfile({ rto: 'PT4H' }),
    });
    expect(rto).toEqual({
      value: 'PT1H30M',
      source: 'catalog',
      origin: { source: 'catalog', key: 'continuity/rto', raw: '90m' },
      locked: true,
      fallback: null,
    });
  });

  it('takes the portal before mapping, system and tier, with who saved it and what would be without it', () => {
    const { rto } = effective({
      entity: anEntity(),
      portal: aPortalProfile({ tier: 'tier-2', rto: 'PT0S' }),
    });
    expect(rto).toEqual({
      value: 'PT0S',
      source: 'portal',
      origin: {
        source: 'portal',
        by: 'user:default/jane',
        at: '2026-02-03T04:05:06.000Z',
      },
      locked: false,
      fallback: {
        value: 'PT4H',
        origin: { source: 'tier', key: 'tier-2' },
      },
    });
  });

  it('keeps zero, none and unset apart', () => {
    const portal = aPortalProfile({ rto: 'PT0S', rpo: 'none' });
    const { rto, rpo, mtpd } = effective({ entity: anEntity(), portal });
    expect([rto.value, rpo.value, mtpd.value]).toEqual(['PT0S', 'none', null]);
  });

  it("fills targets from the tier's defaults, each under its own name", () => {
    const { rto, rpo, mtpd, wrt } = effective({
      entity: anEntity({ annotations: { 'continuity/tier': 'tier-2' } }),
    });
    expect([rto.value, rpo.value, mtpd.value]).toEqual(['PT4H', 'PT1H', 'P1D']);
    expect([rto.source, rpo.source, mtpd.source]).toEqual(
      Array(3).fill('tier'),
    );
    expect(wrt.value).toBeNull();
  });

  it('names the catalog owner where no recovery owner is set', () => {
    const entity = anEntity({ ownedBy: ['group:default/gone'] });
    expect(effective({ entity }).recoveryOwner).toMatchObject({
      value: 'group:default/gone',
      source: 'entity-owner',
      locked: false,
    });
    const system = aSystem({
      annotations: { 'continuity/recovery-owner': 'shop-oncall' },
    });
    expect(
      effective({ entity, system: { entity: system } }).recoveryOwner,
    ).toMatchObject({
      value: 'group:default/shop-oncall',
      source: 'inherited',
      origin: {
        entityRef: 'system:default/shop',
        via: 'catalog',
        key: 'continuity/recovery-owner',
      },
    });
  });

  it("never takes the system's catalog owner: that is a fallback of the system's own", () => {
    const system = aSystem({ ownedBy: ['group:default/shop'] });
    const { recoveryOwner } = effective({
      entity: anEntity(),
      system: { entity: system },
    });
    expect(recoveryOwner.value).toBeNull();
  });

  describe('inheritance', () => {
    const system = {
      entity: aSystem({ annotations: { 'continuity/rto': 'PT30M' } }),
      portal: aPortalProfile(
        { tier: 'tier-1', wrt: 'PT10M', mbco: { text: 'read-only' } },
        'system:default/shop',
      ),
    };

    it('takes over what the system has set, with where the system has it from', () => {
      const { tierTakenOverFrom, profile } = resolveProfile(
        { entity: anEntity(), system },
        defaultPolicy,
      );
      expect(tierTakenOverFrom).toBe('system:default/shop');
      expect(profile.tier).toMatchObject({
        value: 'tier-1',
        source: 'inherited',
        origin: {
          source: 'inherited',
          entityRef: 'system:default/shop',
          via: 'portal',
          by: 'user:default/jane',
        },
        locked: false,
      });
      expect(profile.rto).toMatchObject({
        value: 'PT30M',
        source: 'inherited',
        origin: { via: 'catalog', key: 'continuity/rto', raw: 'PT30M' },
      });
      expect(profile.wrt.value).toBe('PT10M');
      expect(profile.mbco.value).toEqual({ text: 'read-only' });
    });

    it("takes the tier's default for what the system has not set, from the tier and not from the system", () => {
      const { rpo } = effective({ entity: anEntity(), system });
      expect(rpo).toMatchObject({ value: 'PT5M', source: 'tier' });
    });

    it.each(['tier-1', 'tier-3'])(
      'inherits no target with a tier of its own, %s',
      tier => {
        const { rto, wrt, mbco } = effective({
          entity: anEntity({ annotations: { 'continuity/tier': tier } }),
          system,
        });
        expect(rto.source).toBe('tier');
        expect(wrt.value).toBeNull();
        expect(mbco.value).toBeNull();
      },
    );

    it('inherits no target from a system without a tier', () => {
      const { rto } = effective({
        entity: anEntity(),
        system: {
          entity: aSystem({ annotations: { 'continuity/rto': 'PT30M' } }),
        },
      });
      expect(rto.value).toBeNull();
    });

    it('inherits owner and recovery time also with a tier of its own, and alternates never by default', () => {
      const profile = effective({
        entity: anEntity({ annotations: { 'continuity/tier': 'tier-3' } }),
        system: {
          entity: aSystem(),
          portal: aPortalProfile({
            recoveryOwner: 'user:default/jane',
            recoveryAlternates: ['user:default/joe'],
            recoveryTime: 'PT20M',
          }),
        },
      });
      expect(profile.recoveryOwner.value).toBe('user:default/jane');
      expect(profile.recoveryTime.value).toBe('PT20M');
      expect(profile.recoveryAlternates.value).toBeNull();
    });

    it('inherits only the fields that the policy names', () => {
      const policy: ContinuityPolicy = {
        ...defaultPolicy,
        inherit: ['tier', 'recoveryAlternates'],
      };
      const profile = effective(
        {
          entity: anEntity(),
          system: {
            ...system,
            portal: aPortalProfile({
              tier: 'tier-1',
              recoveryAlternates: ['user:default/joe'],
            }),
          },
        },
        policy,
      );
      expect(profile.tier.value).toBe('tier-1');
      expect(profile.rto).toMatchObject({ value: 'PT1H', source: 'tier' });
      expect(profile.recoveryAlternates.value).toEqual(['user:default/joe']);
    });

    it('shows what inheriting would give for a tier set in the portal', () => {
      const { tier } = effective({
        entity: anEntity(),
        portal: aPortalProfile({ tier: 'tier-3' }),
        system,
      });
      expect(tier).toMatchObject({
        value: 'tier-3',
        fallback: { value: 'tier-1', origin: { source: 'inherited' } },
      });
    });

    it("leaves a system's invalid value to the system and goes on", () => {
      const { profile, invalid } = resolveProfile(
        {
          entity: anEntity(),
          system: {
            entity: aSystem({
              annotations: {
                'continuity/tier': 'tier-1',
                'continuity/rto': 'TBD',
              },
            }),
          },
        },
        defaultPolicy,
      );
      expect(profile.rto).toMatchObject({ value: 'PT1H', source: 'tier' });
      expect(invalid).toEqual([]);
    });

    it('takes nothing from a system that names itself as its system', () => {
      const self = aSystem({ annotations: { 'continuity/tier': 'tier-1' } });
      const { tier } = effective({ entity: self, system: { entity: self } });
      expect(tier.source).toBe('catalog');
      const empty = aSystem();
      const { tierTakenOverFrom } = resolveProfile(
        {
          entity: empty,
          system: { entity: empty, portal: aPortalProfile({ tier: 'tier-1' }) },
        },
        defaultPolicy,
      );
      expect(tierTakenOverFrom).toBeNull();
    });
  });

  describe('values that do not parse', () => {
    it('names key, value and what is accepted, and goes on to the next source', () => {
      const { profile, invalid } = resolveProfile(
        {
          entity: anEntity({
            annotations: {
              'continuity/tier': 'tier-2',
              'continuity/rto': ' 4-6 h ',
              'continuity/recovery-owner': 'component:default/db',
            },
            ownedBy: ['group:default/shop'],
          }),
          portal: aPortalProfile({ rto: 'PT2H' }),
        },
        defaultPolicy,
      );
      expect(profile.rto).toMatchObject({ value: 'PT2H', source: 'portal' });
      expect(profile.recoveryOwner.value).toBe('group:default/shop');
      expect(invalid).toEqual([
        {
          field: 'rto',
          key: 'continuity/rto',
          value: '4-6 h',
          accepted: expect.stringContaining('is a range'),
          requirement: 'metadata:continuity/rto',
        },
        expect.objectContaining({
          field: 'recoveryOwner',
          key: 'continuity/recovery-owner',
          value: 'component:default/db',
        }),
      ]);
    });

    it('does not take an empty annotation for unset', () => {
      const { invalid } = resolveProfile(
        { entity: anEntity({ annotations: { 'continuity/rto': '' } }) },
        defaultPolicy,
      );
      expect(invalid).toMatchObject([{ key: 'continuity/rto', value: '' }]);
    });

    it('says so when the tier that was saved has left the policy', () => {
      const { profile, invalid } = resolveProfile(
        { entity: anEntity(), portal: aPortalProfile({ tier: 'gold' }) },
        defaultPolicy,
      );
      expect(profile.tier.value).toBeNull();
      expect(invalid).toMatchObject([
        {
          key: 'portal:tier',
          value: 'gold',
          requirement: 'metadata:portal:tier',
        },
      ]);
    });

    it('cuts a very long value', () => {
      const { invalid } = resolveProfile(
        {
          entity: anEntity({
            annotations: { 'continuity/tier': 'x'.repeat(5000) },
          }),
        },
        defaultPolicy,
      );
      expect(invalid[0].value).toHaveLength(80);
      expect(invalid[0].accepted.length).toBeLessThan(200);
    });
  });
});
