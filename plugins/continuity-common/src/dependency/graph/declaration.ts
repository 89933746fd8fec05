import type { DependencyClassification } from './dependencyFacts';
import { listOf, type PackedLists } from './packedLists';

/** Endured without limit; also the longest outage that can be told apart (68 years). */
export const UNLIMITED = 0x7fffffff;

/** Classes of a way or an edge, as integers: zero and above is soft, endured for so many seconds. */
export const DECLARED_HARD = -1;
export const UNDECLARED = -2;

const SOFT = 1;
const HARD = 2;
const PORTAL_SHIFT = 2;

/**
 * What is said of the dependency of one entity on one ref, in its catalog file and in the portal.
 *
 * @public
 */
export interface DependencyDeclaration {
  from: string;
  to: string;
  /** Bits: what the catalog file says (1 soft, 2 hard), the same × 4 for the portal. */
  code: number;
  /** What the portal says can be endured, in whole seconds. */
  endurable: number;
}

/** Nothing said yet. */
export function noDeclaration(from: string, to: string): DependencyDeclaration {
  return { from, to, code: 0, endurable: UNLIMITED };
}

/** Adds what the catalog file says. Said both hard and soft, it counts as hard. */
export function declareInCatalog(
  declaration: DependencyDeclaration,
  said: 'hard' | 'soft',
): void {
  declaration.code |= said === 'hard' ? HARD : SOFT;
}

/** Takes back what the catalog file says. */
export function forgetCatalog(declaration: DependencyDeclaration): void {
  declaration.code &= ~(SOFT | HARD);
}

/** Takes back what the portal says. */
export function forgetPortal(declaration: DependencyDeclaration): void {
  declaration.code &= SOFT | HARD;
  declaration.endurable = UNLIMITED;
}

function wholeSeconds(seconds: number | undefined): number {
  if (seconds === undefined) return UNLIMITED;
  // What can't be endured for a known time is not endured at all: the strict side
  return seconds >= 0 ? Math.min(Math.floor(seconds), UNLIMITED) : 0;
}

/** Adds what the portal says. Said more than once, the stricter counts. */
export function declareInPortal(
  declaration: DependencyDeclaration,
  classification: Pick<DependencyClassification, 'class' | 'endurableSeconds'>,
): void {
  if (classification.class === 'hard') {
    declaration.code |= HARD << PORTAL_SHIFT;
    return;
  }
  declaration.code |= SOFT << PORTAL_SHIFT;
  declaration.endurable = Math.min(
    declaration.endurable,
    wholeSeconds(classification.endurableSeconds),
  );
}

/** One side's word: hard before soft. */
function wordOf(code: number): number {
  return code & HARD ? HARD : code & SOFT;
}

/**
 * What a declaration amounts to. The catalog file comes before the portal, as with every value of the profile; how long a soft dependency can
 * be endured is only said in the portal.
 */
export function declaredClass(code: number, endurable: number): number {
  const portal = wordOf(code >> PORTAL_SHIFT);
  const word = wordOf(code) || portal;
  if (word === HARD) return DECLARED_HARD;
  if (word !== SOFT) return UNDECLARED;
  return portal === SOFT ? endurable : UNLIMITED;
}

/** Whose word counts; undefined where nothing is said. */
export function declaredBy(code: number): 'catalog' | 'portal' | undefined {
  if (wordOf(code)) return 'catalog';
  return wordOf(code >> PORTAL_SHIFT) ? 'portal' : undefined;
}

/** Declarations are packed per source as `to, code, endurable`, sorted by `to`. */
export const DECLARATION_SIZE = 3;

/** Where in the packed declarations of a source that for `to` stands, or -1. */
export function findDeclaration(list: Int32Array, to: number): number {
  let low = 0;
  let high = list.length / DECLARATION_SIZE - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const found = list[middle * DECLARATION_SIZE];
    if (found === to) return middle * DECLARATION_SIZE;
    if (found < to) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}

/** What is declared of the dependency of one node on another, as a class. */
export function classDeclared(
  declared: PackedLists,
  from: number,
  to: number,
): number {
  const list = listOf(declared, from);
  const at = findDeclaration(list, to);
  return at === -1 ? UNDECLARED : declaredClass(list[at + 1], list[at + 2]);
}

/** Packs the declarations of one source; `nodeOf` gives the node of a ref. */
export function packDeclarations(
  declarations: readonly DependencyDeclaration[],
  nodeOf: (ref: string) => number,
): number[] {
  return declarations
    .filter(({ code }) => code !== 0)
    .map(({ to, code, endurable }) => [nodeOf(to), code, endurable])
    .sort((a, b) => a[0] - b[0])
    .flat();
}
