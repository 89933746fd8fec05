import { z } from 'zod';
import { canonicalJson } from './canonicalJson';

/** What the first seal of a chain names as the seal before it. @public */
export const noSealBefore = '0'.repeat(64);

/**
 * A link of the chain over the history: it fixes one record and the seal before it, so that whoever changes a record, takes one out or changes their
 * order breaks every seal from there on.
 *
 * @public
 */
export interface RecordSeal {
  /** From 1, without gaps. */
  position: number;
  recordId: string;
  /** Where the record stands in the log. */
  recordSeq: number;
  /** SHA-256 of the record's canonical text, as it was written. */
  recordSha256: string;
  /** Hash of the seal before; {@link noSealBefore} for the first one. */
  previousSha256: string;
  /** Hash of {@link sealText}. */
  sha256: string;
  /** ISO 8601, UTC. */
  sealedAt: string;
}

/** What a seal's hash is made of. @public */
export function sealText(seal: Omit<RecordSeal, 'sha256'>): string {
  const {
    position,
    recordId,
    recordSeq,
    recordSha256,
    previousSha256,
    sealedAt,
  } = seal;
  return canonicalJson({
    position,
    recordId,
    recordSeq,
    recordSha256,
    previousSha256,
    sealedAt,
  });
}

/** A record as the log holds it: its text, and the columns by which it is found. @public */
export interface StoredRecord {
  seq: number;
  payload: string;
  sha256: string;
  entityRef: string;
  type: string;
  at: string;
}

/**
 * What is wrong with a link: the record's text was changed, it is gone, it is filed under something else than its text says, or it moved in the log; the
 * seal itself was changed, is gone, or does not follow the one before it.
 *
 * @public
 */
export const sealBreaks = [
  'record-changed',
  'record-missing',
  'record-misfiled',
  'record-moved',
  'seal-changed',
  'seal-missing',
  'out-of-order',
] as const;

/** @public */
export const sealBreakSchema = z.enum(sealBreaks);

/** @public */
export type SealBreak = z.infer<typeof sealBreakSchema>;

/**
 * Checks one link against the one before it and against the record as it is now; null where it holds. The seal comes first: a changed one proves nothing about
 * its record.
 *
 * @param options - `previous`: null at the beginning of the chain; `record`: null where the log has none with this id; `hash`: SHA-256 as lower-case hex
 * @public
 */
export function checkSeal(options: {
  seal: RecordSeal;
  previous: Pick<RecordSeal, 'position' | 'sha256'> | null;
  record: StoredRecord | null;
  hash: (text: string) => string;
}): SealBreak | null {
  const { seal, previous, record, hash } = options;
  if (seal.position !== (previous?.position ?? 0) + 1) return 'seal-missing';
  if (hash(sealText(seal)) !== seal.sha256) return 'seal-changed';
  if (seal.previousSha256 !== (previous?.sha256 ?? noSealBefore)) {
    return 'out-of-order';
  }
  if (record === null) return 'record-missing';
  if (
    hash(record.payload) !== seal.recordSha256 ||
    record.sha256 !== seal.recordSha256
  ) {
    return 'record-changed';
  }
  if (!isFiledRightly(record, seal.recordId)) return 'record-misfiled';
  return record.seq === seal.recordSeq ? null : 'record-moved';
}

/** The columns are not part of the hash, and decide under which entity a record is shown. */
function isFiledRightly(record: StoredRecord, id: string): boolean {
  const said = JSON.parse(record.payload);
  return (
    said.id === id &&
    said.entityRef === record.entityRef &&
    said.type === record.type &&
    said.at === record.at
  );
}

/** The last seal of the chain: whoever notes its hash elsewhere can prove later that nothing before it was changed. @public */
export const sealHeadSchema = z.object({
  position: z.number().int(),
  sha256: z.string(),
  /** When it was sealed. */
  at: z.string(),
});

/** @public */
export type SealHead = z.infer<typeof sealHeadSchema>;

const breakSchema = z.object({
  position: z.number().int(),
  what: sealBreakSchema,
  recordId: z.string().nullable(),
  /** What the record is about, as its text says. */
  entityRef: z.string().nullable(),
  type: z.string().nullable(),
  at: z.string().nullable(),
});

/** Answer of `GET /records/integrity`. @public */
export const recordIntegritySchema = z.object({
  /** Null before the first one. */
  sealed: sealHeadSchema.nullable(),
  records: z.number().int(),
  unsealed: z.number().int(),
  /** When the oldest record was written that is not sealed yet. */
  unsealedSince: z.string().nullable(),
  /** The last check of the whole chain by schedule. */
  lastCheck: z
    .object({
      at: z.string(),
      /** The last position that it checked. */
      through: z.number().int(),
      holds: z.boolean(),
    })
    .nullable(),
});

/** @public */
export type RecordIntegrity = z.infer<typeof recordIntegritySchema>;

/** Query of `GET /records/verify`. @public */
export const recordVerifyQuerySchema = z
  .object({
    /** Goes on after this position: the `nextAfter` of the answer before. */
    after: z.number().int().min(0).optional(),
    /** How many seals are checked in one answer. */
    limit: z.number().int().min(1).max(200_000).optional(),
    /** A seal that was noted elsewhere, position and hash: whether the chain still has it. */
    notedPosition: z.number().int().min(1).optional(),
    notedSha256: z
      .string()
      .regex(/^[0-9a-f]{64}$/, { error: 'Write 64 digits of 0–9 and a–f.' })
      .optional(),
  })
  .strict()
  .check(({ value, issues }) => {
    const { notedPosition, notedSha256 } = value;
    if ((notedPosition === undefined) === (notedSha256 === undefined)) return;
    issues.push({
      code: 'custom',
      input: value,
      path: [notedPosition === undefined ? 'notedPosition' : 'notedSha256'],
      message:
        'A seal that was noted elsewhere has both: write its position and its hash.',
    });
  });

/** @public */
export type RecordVerifyQuery = z.infer<typeof recordVerifyQuerySchema>;

/** Answer of `GET /records/verify`. @public */
export const recordVerificationSchema = z.object({
  /** Whether everything that this answer checked holds. */
  holds: z.boolean(),
  checked: z.object({
    /** First and last position; both 0 where there was nothing to check. */
    from: z.number().int(),
    to: z.number().int(),
    seals: z.number().int(),
  }),
  /** Where to go on; absent when the end of the chain was reached. */
  nextAfter: z.number().int().optional(),
  /** The first one of what this answer checked. */
  firstBreak: breakSchema.nullable(),
  /** How many links are broken of those that it checked. */
  breaks: z.number().int(),
  sealed: sealHeadSchema.nullable(),
  unsealed: z.number().int(),
  unsealedSince: z.string().nullable(),
  /** Whether the noted seal is in the chain as it was noted; null where none was named. */
  notedHolds: z.boolean().nullable(),
});

/** @public */
export type RecordVerification = z.infer<typeof recordVerificationSchema>;
