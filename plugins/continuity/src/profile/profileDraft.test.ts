import { aPolicy } from '../../dev/fixtures/aPolicy';
import { aProfile, aValue, savedBy } from '../../dev/fixtures/aContinuity';
import { draftOf, readDraft, type FieldDraft } from './profileDraft';

const profile = aProfile({
  tier: aValue('tier-2', { source: 'mapped', key: 'spec.tier' }),
  rto: aValue('PT4H'),
  rpo: aValue('PT0S', savedBy('jonas'), null),
  mtpd: aValue('P1D', { source: 'catalog', key: 'continuity/mtpd' }),
  wrt: aValue('PT2H', savedBy('jonas'), null),
  mbco: aValue({ text: 'Orders', percent: 30 }, savedBy('jonas'), null),
  recoveryAlternates: aValue(['user:default/mira'], savedBy('jonas'), null),
});

function read(changes: Record<string, FieldDraft> = {}) {
  return readDraft({
    draft: { ...draftOf(profile), ...changes },
    profile,
    policy: aPolicy,
    entityRef: 'component:default/checkout',
  });
}

describe('draftOf', () => {
  it('says what is inherited, what is set here, and what holds no data', () => {
    const draft = draftOf({
      ...profile,
      rpo: aValue('none', savedBy('jonas'), null),
    });
    expect(draft.rto).toEqual({ mode: 'inherit', value: '4 h' });
    expect(draft.wrt).toEqual({ mode: 'set', value: '2 h' });
    expect(draft.rpo.mode).toBe('none');
  });

  it('opens a value of zero as a value', () => {
    expect(draftOf(profile).rpo).toEqual({ mode: 'set', value: '0' });
  });
});

describe('readDraft', () => {
  it('takes a minimum service for unchanged in whatever order its parts were stored', () => {
    const stored = {
      ...profile,
      mbco: aValue({ percent: 30, text: 'Orders' }, savedBy('jonas'), null),
    };
    const { changed } = readDraft({
      draft: draftOf(stored),
      profile: stored,
      policy: aPolicy,
      entityRef: 'component:default/checkout',
    });
    expect(changed).toEqual([]);
  });

  it('asks for nothing as long as nothing changed', () => {
    expect(read()).toEqual({ ok: true, patch: {}, changed: [] });
  });

  it.each<[string, string, FieldDraft, unknown]>([
    [
      'a new value, normalised',
      'rto',
      { mode: 'set', value: '90m' },
      'PT1H30M',
    ],
    ['zero', 'rto', { mode: 'set', value: '0' }, 'PT0S'],
    ['holds no data', 'rpo', { mode: 'none', value: '' }, 'none'],
    ['inherit again', 'rpo', { mode: 'inherit', value: '0' }, null],
    [
      'the inherited value, set on purpose',
      'rto',
      { mode: 'set', value: '4 h' },
      'PT4H',
    ],
    [
      'another order',
      'recoveryAlternates',
      { mode: 'set', value: ['user:default/ines', 'user:default/mira'] },
      ['user:default/ines', 'user:default/mira'],
    ],
    [
      'a percentage with a comma',
      'mbco',
      { mode: 'set', value: { text: 'Orders', percent: '12,5' } },
      { text: 'Orders', percent: 12.5 },
    ],
    [
      'no percentage',
      'mbco',
      { mode: 'set', value: { text: 'Orders', percent: '' } },
      { text: 'Orders' },
    ],
  ])('sends only what changed: %s', (_case, field, draft, sent) => {
    expect(read({ [field]: draft })).toEqual({
      ok: true,
      patch: { [field]: sent },
      changed: [field],
    });
  });

  it('takes the same time in other words for no change', () => {
    expect(read({ wrt: { mode: 'set', value: '120 min' } })).toMatchObject({
      changed: [],
    });
  });

  it('never sends a field that the catalog file sets', () => {
    expect(read({ mtpd: { mode: 'set', value: '1 h' } })).toMatchObject({
      patch: {},
    });
  });

  it('names every wrong field with the words of the server', () => {
    const result = read({
      rto: { mode: 'set', value: '4-6 h' },
      rpo: { mode: 'set', value: 'n/a' },
      recoveryTime: { mode: 'set', value: '' },
      tier: { mode: 'set', value: 'gold' },
      mbco: { mode: 'set', value: { text: 'Orders', percent: 'half' } },
    });
    expect(result.ok).toBe(false);
    const issues = result.ok ? [] : result.issues;
    expect(issues.map(issue => issue.field)).toEqual([
      'tier',
      'rto',
      'rpo',
      'mbco',
      'recoveryTime',
    ]);
    expect(issues[1].message).toContain('is a range');
    expect(issues[2].message).toContain('"none"');
  });
});
