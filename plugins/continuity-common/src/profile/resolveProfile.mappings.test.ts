import type { JsonObject } from '@backstage/types';
import { defaultPolicy } from '../policy/defaultPolicy';
import type { ContinuityPolicy, Mapping } from '../policy/policy';
import { anEntity } from './anEntity';
import { aPortalProfile } from './aPortalProfile';
import { resolveProfile } from './resolveProfile';

const aMapping = (
  from: Mapping['from'],
  said: Partial<Mapping> = {},
): Mapping => ({ field: 'tier', from, authoritative: false, ...said });

const mapping = (...mappings: Mapping[]): ContinuityPolicy => ({
  ...defaultPolicy,
  mappings,
});

const byNumber = { '0': 'tier-1', '4': 'tier-4' };

describe('mappings', () => {
  it.each<[string, Mapping, Parameters<typeof anEntity>[0], string, string]>([
    [
      'an annotation',
      aMapping(
        { annotation: 'contentful.com/service-tier' },
        { values: byNumber },
      ),
      { annotations: { 'contentful.com/service-tier': ' 4 ' } },
      'tier-4',
      'contentful.com/service-tier',
    ],
    [
      'a label',
      aMapping(
        { label: 'iks.dev/criticality' },
        { values: { high: 'tier-1' } },
      ),
      { labels: { 'iks.dev/criticality': 'high' } },
      'tier-1',
      'label:iks.dev/criticality',
    ],
    [
      'a tag, whole',
      aMapping({ tag: '*' }, { values: { tier2: 'tier-2' } }),
      { tags: ['java', 'tier2'] },
      'tier-2',
      'tag:tier2',
    ],
    [
      'a tag, by what follows the prefix',
      aMapping({ tag: 'criticality-' }, { values: { high: 'tier-1' } }),
      { tags: ['criticality-high'] },
      'tier-1',
      'tag:criticality-high',
    ],
    [
      'a tag that is a tier by itself',
      aMapping({ tag: 'tier-' }),
      { tags: ['tier-3'] },
      'tier-3',
      'tag:tier-3',
    ],
    [
      'a spec field that is a text',
      aMapping({ spec: 'tier' }, { values: byNumber }),
      { spec: { tier: '0' } },
      'tier-1',
      'spec.tier',
    ],
    [
      'a spec field that is the number zero',
      aMapping({ spec: 'tier' }, { values: byNumber }),
      { spec: { tier: 0 } },
      'tier-1',
      'spec.tier',
    ],
    [
      'a spec field that is a boolean',
      aMapping({ spec: 'critical' }, { values: { true: 'tier-1' } }),
      { spec: { critical: true } },
      'tier-1',
      'spec.critical',
    ],
    [
      'a spec field below another',
      aMapping({ spec: 'continuity.tier' }),
      { spec: { continuity: { tier: 'tier-2' } } },
      'tier-2',
      'spec.continuity.tier',
    ],
    [
      'a spec field whose name has a dot',
      aMapping({ spec: 'example.com/a.tier' }),
      { spec: { 'example.com/a': { tier: 'tier-2' } } },
      'tier-2',
      'spec.example.com/a.tier',
    ],
  ])('reads %s', (_, one, said, tier, key) => {
    const { profile, invalid } = resolveProfile(
      { entity: anEntity(said) },
      mapping(one),
    );
    expect(profile.tier).toMatchObject({
      value: tier,
      source: 'mapped',
      locked: false,
      origin: { source: 'mapped', key },
    });
    expect(invalid).toEqual([]);
  });

  it('reads other fields by their own rules', () => {
    const { profile } = resolveProfile(
      {
        entity: anEntity({
          annotations: { 'example.com/dr': '1.5 hr' },
          spec: { data: 'no', deputies: ['jane', 'user:default/joe'] },
        }),
      },
      mapping(
        aMapping({ annotation: 'example.com/dr' }, { field: 'rto' }),
        aMapping({ spec: 'data' }, { field: 'rpo', values: { no: 'none' } }),
        aMapping({ spec: 'deputies' }, { field: 'recoveryAlternates' }),
      ),
    );
    expect(profile.rto.value).toBe('PT1H30M');
    expect(profile.rpo.value).toBe('none');
    expect(profile.recoveryAlternates.value).toEqual([
      'group:default/jane',
      'user:default/joe',
    ]);
  });

  it.each<[string, Mapping, Parameters<typeof anEntity>[0], object]>([
    [
      'an annotation',
      aMapping({ annotation: 'x/tier' }, { values: byNumber }),
      { annotations: { 'x/tier': 'TBD' } },
      { key: 'x/tier', value: 'TBD' },
    ],
    [
      'a placeholder in a label, without a table',
      aMapping({ label: 'tier' }),
      { labels: { tier: '{{ values.tier }}' } },
      { key: 'label:tier', value: '{{ values.tier }}' },
    ],
    [
      'a word of every JavaScript object',
      aMapping({ spec: 'tier' }, { values: byNumber }),
      { spec: { tier: 'constructor' } },
      { key: 'spec.tier', value: 'constructor' },
    ],
    [
      'a list where one value belongs',
      aMapping({ spec: 'tier' }, { values: byNumber }),
      { spec: { tier: ['4'] } },
      { key: 'spec.tier', value: '["4"]' },
    ],
    [
      'an other spelling than in the table',
      aMapping({ spec: 'tier' }, { values: { high: 'tier-1' } }),
      { spec: { tier: 'High' } },
      { key: 'spec.tier', value: 'High' },
    ],
    [
      'a bare number as a time',
      aMapping({ spec: 'rto' }, { field: 'rto' }),
      { spec: { rto: 4 } },
      { key: 'spec.rto', value: '4' },
    ],
    [
      'a tag with the prefix but without a meaning, where there is no table',
      aMapping({ tag: 'tier-' }),
      { tags: ['tier-x'] },
      { key: 'tag:tier-x', value: 'tier-x' },
    ],
  ])('reports %s that it does not know', (_, one, said, found) => {
    const { profile, invalid } = resolveProfile(
      { entity: anEntity(said) },
      mapping(one),
    );
    expect(profile.tier.value).toBeNull();
    expect(invalid).toEqual([expect.objectContaining(found)]);
    expect(invalid[0].accepted).not.toBe('');
  });

  it.each<[string, Mapping, Parameters<typeof anEntity>[0]]>([
    [
      'a tag without an entry',
      aMapping({ tag: 'tier-' }, { values: { gold: 'tier-1' } }),
      { tags: ['tier-x', 'java'] },
    ],
    ['a field that is not there', aMapping({ spec: 'tier' }), {}],
    [
      'a field that is null',
      aMapping({ spec: 'tier' }),
      { spec: { tier: null } },
    ],
    ['a path through a text', aMapping({ spec: 'type.tier' }), {}],
    ['an inherited property', aMapping({ annotation: 'toString' }), {}],
    ['an inherited spec property', aMapping({ spec: 'constructor.name' }), {}],
  ])('takes %s for nothing at all', (_, one, said) => {
    const { profile, invalid } = resolveProfile(
      { entity: anEntity(said as { spec?: JsonObject }) },
      mapping(one),
    );
    expect(profile.tier.value).toBeNull();
    expect(invalid).toEqual([]);
  });

  it('gives an authoritative mapping the rank of the file: before the portal, and locked', () => {
    const facts = {
      entity: anEntity({ spec: { tier: 'tier-1' } }),
      portal: aPortalProfile({ tier: 'tier-3' }),
    };
    const tierBy = (authoritative: boolean) =>
      resolveProfile(
        facts,
        mapping(aMapping({ spec: 'tier' }, { authoritative })),
      ).profile.tier;
    expect(tierBy(true)).toMatchObject({
      value: 'tier-1',
      source: 'catalog',
      locked: true,
      origin: { key: 'spec.tier' },
    });
    expect(tierBy(false)).toMatchObject({
      value: 'tier-3',
      source: 'portal',
      fallback: { value: 'tier-1', origin: { source: 'mapped' } },
    });
  });

  it('tells two fields apart that are read wrongly from one place', () => {
    const { invalid } = resolveProfile(
      { entity: anEntity({ annotations: { 'x/dr': 'soon' } }) },
      mapping(
        aMapping({ annotation: 'x/dr' }),
        aMapping({ annotation: 'x/dr' }, { field: 'rto' }),
      ),
    );
    expect(invalid.map(({ requirement }) => requirement)).toEqual([
      'metadata:x/dr#tier',
      'metadata:x/dr#rto',
    ]);
  });

  it('makes a mapped value of the system inherited', () => {
    const { profile } = resolveProfile(
      {
        entity: anEntity(),
        system: {
          entity: anEntity({
            ref: 'system:default/shop',
            spec: { tier: 'tier-2' },
          }),
        },
      },
      mapping(aMapping({ spec: 'tier' })),
    );
    expect(profile.tier).toMatchObject({
      value: 'tier-2',
      source: 'inherited',
      origin: { via: 'mapped', key: 'spec.tier' },
    });
  });

  describe('marks that disagree', () => {
    const tags = aMapping(
      { tag: '*' },
      { values: { t1: 'tier-1', t2: 'tier-2' } },
    );
    const spec = aMapping({ spec: 'tier' });

    it('names both and lets the first in policy order win', () => {
      const { profile, conflicts } = resolveProfile(
        { entity: anEntity({ tags: ['t1'], spec: { tier: 'tier-2' } }) },
        mapping(spec, tags),
      );
      expect(profile.tier.value).toBe('tier-2');
      expect(conflicts).toEqual([
        {
          field: 'tier',
          marks: [
            { key: 'spec.tier', value: 'tier-2' },
            { key: 'tag:t1', value: 't1' },
          ],
        },
      ]);
    });

    it('sees two tags that disagree within one mapping', () => {
      const { profile, conflicts } = resolveProfile(
        { entity: anEntity({ tags: ['t2', 't1'] }) },
        mapping(tags),
      );
      expect(profile.tier.value).toBe('tier-2');
      expect(conflicts).toHaveLength(1);
    });

    it('compares what is meant, not what is written', () => {
      const { conflicts } = resolveProfile(
        { entity: anEntity({ spec: { a: '24h', b: 'P1D' } }) },
        mapping(
          aMapping({ spec: 'a' }, { field: 'rto' }),
          aMapping({ spec: 'b' }, { field: 'rto' }),
        ),
      );
      expect(conflicts).toEqual([]);
    });

    it.each<[string, Parameters<typeof anEntity>[0], string | undefined]>([
      ['the file', { annotations: { 'continuity/tier': 'tier-3' } }, undefined],
      ['the portal', {}, 'tier-3'],
    ])('are settled by a value set on purpose in %s', (_, said, saved) => {
      const { profile, conflicts } = resolveProfile(
        {
          entity: anEntity({ tags: ['t1', 't2'], ...said }),
          portal: saved ? aPortalProfile({ tier: saved }) : undefined,
        },
        mapping(tags),
      );
      expect(profile.tier.value).toBe('tier-3');
      expect(conflicts).toEqual([]);
    });

    it('still disagree with the file where the policy gave them its rank', () => {
      const { profile, conflicts } = resolveProfile(
        {
          entity: anEntity({
            annotations: { 'continuity/tier': 'tier-3' },
            spec: { tier: 'tier-1' },
          }),
        },
        mapping({ ...spec, authoritative: true }),
      );
      expect(profile.tier.value).toBe('tier-3');
      expect(conflicts[0].marks).toEqual([
        { key: 'continuity/tier', value: 'tier-3' },
        { key: 'spec.tier', value: 'tier-1' },
      ]);
    });

    it('are no conflict where one of them can not be read', () => {
      const { conflicts, invalid } = resolveProfile(
        { entity: anEntity({ tags: ['t1'], spec: { tier: 'TBD' } }) },
        mapping(spec, tags),
      );
      expect(conflicts).toEqual([]);
      expect(invalid).toHaveLength(1);
    });
  });
});
