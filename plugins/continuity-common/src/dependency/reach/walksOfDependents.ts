import type { Condensation } from './condense';

/** Words of 32 that are walked at once: what one component holds of them fits into a cache line or two. */
const WORDS = 8;

/** How many dependents are counted in one pass, where all of their groups are full. */
export const DEPENDENTS_AT_ONCE = WORDS * 32;

/** A dependent that is to be counted, in the group under which it counts. */
export interface CountedDependent {
  node: number;
  group: number;
}

/**
 * The result of one walk: for component c and word w, `masks[c * stride + w]` has a bit for each entry of the word that needs c or is
 * part of it. Every bit of a word stands for `weight[w]` dependents of group `group[w]`.
 */
export interface DependentMasks {
  stride: number;
  words: number;
  group: Int32Array;
  weight: Int32Array;
  masks: Int32Array;
}

const { imul } = Math;

/** The number of bits that are set. */
export function bitCount(word: number): number {
  let bits = word - ((word >>> 1) & 0x55555555);
  bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333);
  return imul((bits + (bits >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

/** One bit: the dependents of one group in one component, which all need the same. */
interface Entry {
  component: number;
  group: number;
  weight: number;
}

function entriesOf(
  { componentOf }: Condensation,
  dependents: Iterable<CountedDependent>,
): Entry[] {
  const groups = new Map<number, Map<number, Entry>>();
  for (const { node, group } of dependents) {
    const component = componentOf[node];
    if (component === -1) continue;
    let entries = groups.get(group);
    if (!entries) groups.set(group, (entries = new Map()));
    const entry = entries.get(component);
    if (entry) entry.weight++;
    else entries.set(component, { component, group, weight: 1 });
  }
  return [...groups.values()]
    .flatMap(entries => [...entries.values()])
    .sort(
      (a, b) =>
        a.group - b.group || a.weight - b.weight || a.component - b.component,
    );
}

/** Gives what needs a component on to what it needs itself. Written out, since this is where the time goes. */
function handOn(
  { needs, needsOffsets }: Condensation,
  masks: Int32Array,
  c: number,
): void {
  const from = c * WORDS;
  const a = masks[from];
  const b = masks[from + 1];
  const d = masks[from + 2];
  const e = masks[from + 3];
  const f = masks[from + 4];
  const g = masks[from + 5];
  const h = masks[from + 6];
  const i = masks[from + 7];
  if ((a | b | d | e | f | g | h | i) === 0) return;
  const end = needsOffsets[c + 1];
  for (let at = needsOffsets[c]; at < end; at++) {
    const to = needs[at] * WORDS;
    masks[to] |= a;
    masks[to + 1] |= b;
    masks[to + 2] |= d;
    masks[to + 3] |= e;
    masks[to + 4] |= f;
    masks[to + 5] |= g;
    masks[to + 6] |= h;
    masks[to + 7] |= i;
  }
}

/**
 * Finds for every component at once which dependents need it: 256 dependents in one pass over the edges, so that counting for a whole catalog
 * takes seconds and not one walk per entity. Comes pass by pass, so that others can work in between. What a pass gives is overwritten by the
 * next.
 */
export function* walksOfDependents(
  condensation: Condensation,
  dependents: Iterable<CountedDependent>,
): Generator<DependentMasks, void> {
  const { count } = condensation;
  const entries = entriesOf(condensation, dependents);
  const masks = new Int32Array(count * WORDS);
  const group = new Int32Array(WORDS);
  const weight = new Int32Array(WORDS);
  let next = 0;
  while (next < entries.length) {
    masks.fill(0);
    let words = 0;
    let highest = 0;
    while (words < WORDS && next < entries.length) {
      const first = entries[next];
      group[words] = first.group;
      weight[words] = first.weight;
      for (let bit = 0; bit < 32 && next < entries.length; bit++) {
        const entry = entries[next];
        if (entry.group !== first.group || entry.weight !== first.weight) break;
        masks[entry.component * WORDS + words] |= 1 << bit;
        if (entry.component > highest) highest = entry.component;
        next++;
      }
      words++;
    }
    for (let c = highest; c >= 0; c--) handOn(condensation, masks, c);
    yield { stride: WORDS, words, group, weight, masks };
  }
}
