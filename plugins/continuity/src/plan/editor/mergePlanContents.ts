import {
  canonicalJson,
  type PlanContents,
} from 'backstage-plugin-continuity-common';

/** The parts of a plan that are merged as a whole, named as differences name them. */
const parts: Record<
  string,
  {
    read: (contents: PlanContents) => unknown;
    take: (into: PlanContents, from: PlanContents) => PlanContents;
  }
> = {
  ...Object.fromEntries(
    (
      [
        'title',
        'purpose',
        'scope',
        'contacts',
        'minimumService',
        'recoveryRequirements',
        'steps',
        'lossOfService',
        'returnToNormal',
        'changeReference',
        'reference',
        'notApplicable',
      ] as const
    ).map(key => [
      key,
      {
        read: (contents: PlanContents) => contents[key],
        take: (into: PlanContents, from: PlanContents) => ({
          ...into,
          [key]: from[key],
        }),
      },
    ]),
  ),
  ...nested('strategy', ['kind', 'description', 'resources']),
  ...nested('invocation', ['criteria', 'invokers']),
  ...nested('basis', ['bia', 'risk']),
};

function nested<K extends 'strategy' | 'invocation' | 'basis'>(
  group: K,
  keys: ReadonlyArray<keyof PlanContents[K] & string>,
) {
  return Object.fromEntries(
    keys.map(key => [
      `${group}.${key}`,
      {
        read: (contents: PlanContents): unknown => contents[group][key],
        take: (into: PlanContents, from: PlanContents): PlanContents => ({
          ...into,
          [group]: { ...into[group], [key]: from[group][key] },
        }),
      },
    ]),
  );
}

/** Three versions of a text: what both began with, and what each made of it. */
export interface PlanMergeInput {
  base: PlanContents;
  mine: PlanContents;
  theirs: PlanContents;
}

/** What becomes of two people's edits. */
export interface PlanMerge {
  /** With all that only one of the two changed; where both did, with mine. */
  merged: PlanContents;
  /** Parts that only the other changed. */
  takenOver: string[];
  /** Parts that both changed, differently. */
  clashes: string[];
}

const same = (a: unknown, b: unknown) =>
  canonicalJson(a ?? null) === canonicalJson(b ?? null);

/** Brings two people's edits of the same text together, part by part; nothing of mine is lost. */
export function mergePlanContents(input: PlanMergeInput): PlanMerge {
  const { base, mine, theirs } = input;
  let merged = mine;
  const takenOver: string[] = [];
  const clashes: string[] = [];
  for (const [name, { read, take }] of Object.entries(parts)) {
    const theirsChanged = !same(read(base), read(theirs));
    if (!theirsChanged || same(read(mine), read(theirs))) continue;
    if (same(read(base), read(mine))) {
      merged = take(merged, theirs);
      takenOver.push(name);
    } else {
      clashes.push(name);
    }
  }
  return { merged, takenOver, clashes };
}

/** The contents with one part of somebody else's. */
export function takePlanPart(
  contents: PlanContents,
  part: string,
  from: PlanContents,
): PlanContents {
  return parts[part]?.take(contents, from) ?? contents;
}
