import { defaultPolicy } from '../../policy/defaultPolicy';
import type { EffectiveProfile } from '../../profile/effectiveProfile';
import { profileFields } from '../../terms/profileField';
import type { ReadRow } from './importCell';
import { importColumns } from './importColumns';
import { importKinds, type ImportKind } from './importKind';
import { readAnalysisRow } from './readAnalysisRow';
import { readExemptionRow } from './readExemptionRow';
import { readPlanRow } from './readPlanRow';
import { profileRowPatch, readProfileRow } from './readProfileRow';
import { readTestRow, testKeyOf, type TestRow } from './readTestRow';

const policy = defaultPolicy;
const readers: Record<
  ImportKind,
  (cells: Record<string, string>) => ReadRow<unknown>
> = {
  profiles: cells => readProfileRow(cells, { policy }),
  analyses: readAnalysisRow,
  plans: readPlanRow,
  tests: cells =>
    readTestRow(cells, {
      facilitator: 'user:default/jane',
      timeZone: 'Europe/Berlin',
    }),
  exemptions: readExemptionRow,
};

/** The example row of the template, with other cells. */
function anExample(kind: ImportKind, cells: Record<string, string> = {}) {
  const example = Object.fromEntries(
    importColumns[kind].map(({ name, example: text }) => [name, text]),
  );
  return Object.fromEntries(
    Object.entries({ ...example, ...cells }).filter(([, text]) => text !== ''),
  );
}

function rowOf<T>(read: ReadRow<T>): T {
  if (!read.ok) throw new Error(JSON.stringify(read.errors));
  return read.row;
}

describe('a row of an import', () => {
  it.each(importKinds)('of %s can be as the template has it', kind => {
    expect(readers[kind](anExample(kind))).toMatchObject({ ok: true });
  });

  it.each(
    importKinds.flatMap(kind =>
      importColumns[kind]
        .filter(({ required }) => required)
        .map(({ name }) => [kind, name] as const),
    ),
  )('of %s needs %s', (kind, column) => {
    expect(readers[kind](anExample(kind, { [column]: '' }))).toMatchObject({
      ok: false,
      errors: expect.arrayContaining([
        expect.objectContaining({ column }),
      ]),
    });
  });

  it.each<[ImportKind, string, string]>([
    ['profiles', 'entity_ref', 'check out'],
    ['profiles', 'tier', 'gold'],
    ['profiles', 'rto', '4-6 h'],
    ['profiles', 'rto', '4'],
    ['profiles', 'rpo', 'n/a'],
    ['profiles', 'minimum_service', 'TBD'],
    ['profiles', 'recovery_owner', 'component:default/x'],
    ['analyses', 'entity_ref', 'group:'],
    ['analyses', 'assessed_on', '31.1.2026'],
    ['plans', 'kind', 'service'],
    ['plans', 'entities', '://'],
    ['plans', 'with_parts', 'perhaps'],
    ['plans', 'document_url', 'ftp://files.example.com/plan'],
    ['plans', 'document_date', '2026-02-30'],
    ['plans', 'document_contents', 'purpose, magic'],
    ['plans', 'owner', 'component:default/x'],
    ['tests', 'depth', 'deep'],
    ['tests', 'environment', 'staging'],
    ['tests', 'outcome', 'ok'],
    ['tests', 'started_at', '2026-01-31T08:00'],
    ['tests', 'minimum_service', '09:10'],
    ['tests', 'delivered_percent', 'half'],
    ['tests', 'delivered_percent', '101'],
    ['tests', 'partial', 'maybe'],
    ['exemptions', 'requirement', 'tier'],
    ['exemptions', 'requirement', 'luck'],
  ])('of %s names %s where it says %j', (kind, column, text) => {
    expect(readers[kind](anExample(kind, { [column]: text }))).toEqual({
      ok: false,
      errors: [
        {
          column,
          code: expect.stringMatching(/^(?:value|plan)-/),
          params: expect.any(Object),
          message: expect.stringMatching(/\S \S/),
        },
      ],
    });
  });

  it('takes short refs, German answers and lists', () => {
    const plan = readPlanRow(
      anExample('plans', {
        entities: 'System:Shop; component:cart,system:shop',
        with_parts: 'ja',
        owner: 'payments',
        document_contents: 'Purpose, STEPS',
      }),
    );
    expect(rowOf(plan)).toMatchObject({
      owner: 'group:default/payments',
      contents: {
        scope: [
          { entityRef: 'system:default/shop', parts: true },
          { entityRef: 'component:default/cart', parts: false },
        ],
        reference: { contents: ['purpose', 'steps'] },
      },
    });
  });
});

describe('a row of profiles', () => {
  const read = (cells: Record<string, string>) =>
    rowOf(readProfileRow({ entity_ref: 'component:a', ...cells }, { policy }));

  it('leaves empty cells alone, and tells 0, none and inherit apart', () => {
    expect(read({ rto: '0', rpo: 'none', mtpd: 'Inherit' })).toEqual({
      entityRef: 'component:default/a',
      values: { rto: 'PT0S', rpo: 'none' },
      cleared: ['mtpd'],
      reason: '',
    });
  });

  const effective = (known: Record<string, [unknown, string]>) =>
    Object.fromEntries(
      profileFields.map(field => [
        field,
        {
          value: known[field]?.[0] ?? null,
          source: known[field]?.[1] ?? null,
          locked: known[field]?.[1] === 'catalog',
        },
      ]),
    ) as unknown as EffectiveProfile;

  it.each<
    [
      string,
      Record<string, string>,
      Record<string, [unknown, string]>,
      object,
      { values: object; cleared: string[] },
    ]
  >([
    [
      'sets nothing that is effective already, wherever it comes from',
      { tier: 'tier-2', rto: 'PT4H', rpo: '60 min', mtpd: '1d' },
      {
        tier: ['tier-2', 'catalog'],
        rto: ['PT4H', 'tier'],
        rpo: ['PT1H', 'inherited'],
        mtpd: ['P1D', 'bia'],
      },
      {},
      { values: {}, cleared: [] },
    ],
    [
      'sets what differs',
      { tier: 'tier-2', rto: '2h' },
      { tier: ['tier-2', 'portal'], rto: ['PT4H', 'tier'] },
      { tier: 'tier-2' },
      { values: { rto: 'PT2H' }, cleared: [] },
    ],
    [
      'sets all that it says where the tier changes, since defaults go with it',
      { tier: 'tier-1', rto: '4h', rpo: '1h', mtpd: '1d' },
      {
        tier: ['tier-2', 'portal'],
        rto: ['PT4H', 'tier'],
        rpo: ['PT1H', 'catalog'],
        mtpd: ['P1D', 'portal'],
      },
      { tier: 'tier-2', mtpd: 'P1D' },
      { values: { tier: 'tier-1', rto: 'PT4H' }, cleared: [] },
    ],
    [
      'clears only what the portal has',
      { rto: 'inherit', rpo: 'inherit' },
      { rto: ['PT4H', 'tier'], rpo: ['PT5M', 'portal'] },
      { rpo: 'PT5M' },
      { values: {}, cleared: ['rpo'] },
    ],
  ])('%s', (_, cells, known, portal, patch) => {
    expect(
      profileRowPatch(read(cells), { effective: effective(known), portal }),
    ).toEqual(patch);
  });
});

describe('rows of tests', () => {
  const read = (cells: Record<string, string>): TestRow =>
    rowOf(readers.tests(anExample('tests', cells))) as TestRow;

  it('are of one test where title, depth and time are the same', () => {
    const key = testKeyOf(read({}));
    expect(testKeyOf(read({ entity_ref: 'component:b' }))).toBe(key);
    expect(testKeyOf(read({ title: 'FAILOVER to the  second site' }))).toBe(
      key,
    );
    expect(testKeyOf(read({ started_at: '2026-01-31T09:00:00+01:00' }))).toBe(
      key,
    );
    expect(testKeyOf(read({ depth: 'parallel' }))).not.toBe(key);
    expect(testKeyOf(read({ ended_at: '2026-01-31T12:00:01Z' }))).not.toBe(key);
  });

  it('say a day or moments, not both', () => {
    expect(
      readers.tests(anExample('tests', { held_on: '2026-01-31' })),
    ).toMatchObject({ ok: false, errors: [{ column: 'held_on' }] });
    const row = read({
      held_on: '2026-01-31',
      started_at: '',
      ended_at: '',
      facilitator: '',
    });
    expect(row.held).toEqual({ on: '2026-01-31' });
    expect(row.contents).toMatchObject({
      facilitator: 'user:default/jane',
      schedule: { allDay: true, timeZone: 'Europe/Berlin' },
    });
  });

  it('take a percentage with its sign, and "no" for what did not come back', () => {
    expect(read({ delivered_percent: '62,5 %', recovered: 'no' }).patch).toMatchObject(
      { deliveredPercent: 62.5, recovered: false },
    );
    expect(read({ recovered: 'yes' }).patch.recovered).toBeUndefined();
  });
});
