import { createHash } from 'node:crypto';
import { canonicalJson } from './canonicalJson';
import {
  checkSeal,
  noSealBefore,
  sealText,
  type RecordSeal,
  type StoredRecord,
} from './recordSeal';

const hash = (text: string) => createHash('sha256').update(text).digest('hex');

function aRecord(id: string, more: object = {}): StoredRecord {
  const said = {
    id,
    entityRef: 'component:default/checkout',
    type: 'profile',
    at: '2026-01-01T00:00:00.000Z',
    after: { rto: 'PT0S' },
    ...more,
  };
  const payload = canonicalJson(said);
  const { entityRef, type, at } = said;
  return { seq: 7, payload, sha256: hash(payload), entityRef, type, at };
}

function aSeal(
  record: StoredRecord,
  previous: RecordSeal | null,
  more: Partial<RecordSeal> = {},
): RecordSeal {
  const unsigned = {
    position: (previous?.position ?? 0) + 1,
    recordId: JSON.parse(record.payload).id,
    recordSeq: record.seq,
    recordSha256: record.sha256,
    previousSha256: previous?.sha256 ?? noSealBefore,
    sealedAt: '2026-01-01T00:01:00.000Z',
    ...more,
  };
  return { ...unsigned, sha256: hash(sealText(unsigned)) };
}

const first = aSeal(aRecord('a'), null);
const record = aRecord('b');
const seal = aSeal(record, first);
const changed = canonicalJson({
  ...JSON.parse(record.payload),
  after: { rto: 'PT4H' },
});

describe('checkSeal', () => {
  it.each<[string, Partial<Parameters<typeof checkSeal>[0]>, string | null]>([
    ['nothing was touched', {}, null],
    [
      'the text was changed',
      { record: { ...record, payload: changed } },
      'record-changed',
    ],
    [
      'the text was changed together with its own hash',
      { record: { ...record, payload: changed, sha256: hash(changed) } },
      'record-changed',
    ],
    [
      'only its own hash was changed',
      { record: { ...record, sha256: hash('x') } },
      'record-changed',
    ],
    ['the record is gone', { record: null }, 'record-missing'],
    [
      'it is shown under another entity',
      { record: { ...record, entityRef: 'component:default/other' } },
      'record-misfiled',
    ],
    ['it moved in the log', { record: { ...record, seq: 3 } }, 'record-moved'],
    [
      'the seal names another record',
      { seal: { ...seal, recordId: 'a' } },
      'seal-changed',
    ],
    [
      'the seal has another time',
      { seal: { ...seal, sealedAt: '2025-01-01T00:00:00.000Z' } },
      'seal-changed',
    ],
    [
      'a seal was taken out',
      { seal: aSeal(record, first, { position: 3 }) },
      'seal-missing',
    ],
    [
      'the seal before was made anew',
      { previous: { position: 1, sha256: hash('another one') } },
      'out-of-order',
    ],
    ['the first ones were taken away', { previous: null }, 'seal-missing'],
  ])('where %s', (_, difference, expected) => {
    expect(
      checkSeal({ seal, previous: first, record, hash, ...difference }),
    ).toBe(expected);
  });

  it('lets the chain begin with nothing before it', () => {
    expect(
      checkSeal({ seal: first, previous: null, record: aRecord('a'), hash }),
    ).toBeNull();
    const elsewhere = aSeal(aRecord('a'), null, { previousSha256: hash('x') });
    expect(
      checkSeal({
        seal: elsewhere,
        previous: null,
        record: aRecord('a'),
        hash,
      }),
    ).toBe('out-of-order');
  });
});
