import { storable } from 'backstage-plugin-continuity-common';
import { WrongFieldsError } from '../contract/WrongFieldsError';
import { CoverageSort } from './coverageSorts';

/** The last row of a page: where the next one goes on. */
export interface CoveragePosition {
  value: string | number | null;
  entityRef: string;
  /** The moment of the first page, in a list of now: the pages that follow are of that moment, so that none repeats or loses what moved meanwhile. */
  listedAt?: string;
}

/** An opaque text for the caller. It holds the sort, so that it can't be used with another one. */
export function writeCoverageCursor(
  sort: CoverageSort,
  position: CoveragePosition,
): string {
  const { value, entityRef, listedAt } = position;
  const content = [
    sortName(sort),
    value,
    entityRef,
    ...(listedAt ? [listedAt] : []),
  ];
  return Buffer.from(JSON.stringify(content)).toString('base64url');
}

/** @throws WrongFieldsError when the text is no cursor of this sort. */
export function readCoverageCursor(
  sort: CoverageSort,
  cursor: string,
): CoveragePosition {
  const content = parse(cursor);
  if (!Array.isArray(content) || ![3, 4].includes(content.length)) {
    throw refusal();
  }
  const [name, value, entityRef, listedAt] = storable(content);
  const isSet = sort.isText ? typeof value === 'string' : isPlace(value, sort);
  const fits = isSet || (value === null && sort.nullable);
  if (name !== sortName(sort) || !fits || typeof entityRef !== 'string') {
    throw refusal();
  }
  if (listedAt === undefined) return { value, entityRef };
  if (!isInstant(listedAt)) throw refusal();
  return { value, entityRef, listedAt };
}

/** Whether a column of the list can hold it: a database refuses to compare with what is too large for one. */
function isPlace(value: unknown, { key }: CoverageSort): boolean {
  const isWide = key === 'rto' || key === 'rpo' || key === 'mtpd';
  const most = isWide ? Number.MAX_SAFE_INTEGER : 2 ** 31 - 1;
  return Number.isInteger(value) && Math.abs(Number(value)) <= most;
}

/** As this software writes moments: they compare as texts. */
function isInstant(value: unknown): value is string {
  if (typeof value !== 'string') return false;
  const time = Date.parse(value);
  return !Number.isNaN(time) && new Date(time).toISOString() === value;
}

function sortName({ key, descending }: CoverageSort): string {
  return descending ? `-${key}` : key;
}

function parse(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString());
  } catch {
    return undefined;
  }
}

function refusal() {
  return new WrongFieldsError([
    {
      path: 'cursor',
      message:
        'This is no cursor of this list. Send the nextCursor of the page before, with the same sort, or leave it out.',
    },
  ]);
}
