import type {
  DependencyClassification,
  DependencyFacts,
} from '../plugins/continuity-common/src';

/** A number generator that always gives the same numbers (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

const inverse: Record<string, string> = {
  dependsOn: 'dependencyOf',
  consumesApi: 'apiConsumedBy',
  providesApi: 'apiProvidedBy',
  partOf: 'hasPart',
};

/**
 * A catalog of realistic shape: few hubs, a long tail, small cycles, Systems with their parts, APIs with providers and consumers, a few
 * refs that resolve nowhere and entities that depend on themselves.
 *
 * @param sides - 1: each relation is stated by its source alone; 2: on both sides, as the catalog does
 */
export function dependencyCatalog(options: {
  entities: number;
  relations: number;
  sides: 1 | 2;
}): {
  rows: DependencyFacts[];
  classifications: DependencyClassification[];
  relations: number;
} {
  const { entities, relations, sides } = options;
  const random = seeded(20260822);
  const upTo = (count: number) => Math.floor(random() * count);
  const systemCount = Math.floor(entities * 0.04);
  const apiCount = Math.floor(entities * 0.08);
  const refs: string[] = [];
  for (let i = 0; i < entities; i++) {
    const team = `team-${i % 731}`;
    if (i < systemCount) refs.push(`system:default/${team}-platform-${i}`);
    else if (i < systemCount + apiCount) {
      refs.push(`api:default/${team}-interface-${i}`);
    } else if (i % 5 === 0) refs.push(`resource:default/${team}-database-${i}`);
    else refs.push(`component:default/${team}-service-${i}`);
  }
  const firstWork = systemCount + apiCount;
  const workCount = entities - firstWork;
  const rows = refs.map(entityRef => ({
    entityRef,
    relations: [] as Array<{ type: string; targetRef: string }>,
  }));
  let stated = 0;
  const state = (source: number, type: string, target: number | string) => {
    stated++;
    const targetRef = typeof target === 'string' ? target : refs[target];
    // Text of its own for each, as it comes out of a database
    const copy = (ref: string) => Buffer.from(ref).toString();
    rows[source].relations.push({ type, targetRef: copy(targetRef) });
    if (sides === 2 && typeof target === 'number') {
      rows[target].relations.push({
        type: inverse[type],
        targetRef: copy(refs[source]),
      });
    }
  };
  const work = (place: number) => firstWork + place;

  /** A System or API near a place: who uses it stands further on, so that few go round in a circle. */
  const near = (count: number, place: number) =>
    Math.min(count - 1, Math.floor((place / workCount) * count));

  for (let place = 0; place < workCount; place++) {
    const node = work(place);
    const before = Math.floor(place * random() * 0.98);
    state(node, 'ownedBy', `group:default/team-${node % 731}`);
    if (random() < 0.7) state(node, 'partOf', near(systemCount, place));
    if (random() < 0.12) {
      state(node, 'providesApi', systemCount + near(apiCount, place));
    }
    if (random() < 0.3) {
      state(node, 'consumesApi', systemCount + near(apiCount, before));
    }
    if (random() < 0.002) state(node, 'dependsOn', node);
    if (random() < 0.004) {
      state(node, 'dependsOn', `component:default/unknown-${upTo(500)}`);
    }
    if (random() < 0.01) state(node, 'dependsOn', near(systemCount, before));
  }
  for (let cycle = 0; cycle < entities / 500; cycle++) {
    const length = 2 + upTo(7);
    const start = upTo(workCount - length);
    for (let i = 0; i < length; i++) {
      state(work(start + i), 'dependsOn', work(start + ((i + 1) % length)));
    }
  }
  while (stated < relations) {
    const place = 1 + upTo(workCount - 1);
    // Mostly on what is more basic; the most basic are hubs
    const skew = random() < 0.3 ? random() ** 6 : random();
    state(work(place), 'dependsOn', work(Math.floor(place * skew)));
  }

  const classifications: DependencyClassification[] = [];
  for (let i = 0; i < entities / 4; i++) {
    const row = rows[work(upTo(workCount))];
    const { type, targetRef } = row.relations[upTo(row.relations.length)];
    if (type !== 'dependsOn') continue;
    classifications.push({
      from: row.entityRef,
      to: targetRef,
      class: random() < 0.8 ? 'soft' : 'hard',
      endurableSeconds: random() < 0.5 ? 3600 * (1 + upTo(24)) : undefined,
    });
  }
  return { rows, classifications, relations: stated };
}
