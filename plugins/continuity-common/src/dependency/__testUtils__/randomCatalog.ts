import fc from 'fast-check';
import type {
  DependencyClassification,
  DependencyFacts,
} from '../graph/dependencyFacts';
import type { RecoveryFacts } from '../recovery/RecoveryColumns';
import { inverseOf } from './anEntity';

/** Some catalog: cycles, self-dependencies, things stated twice or on one side only, refs that resolve nowhere, soft edges, Systems, APIs. */
export interface RandomCatalog {
  entities: DependencyFacts[];
  classifications: DependencyClassification[];
  facts: Map<string, RecoveryFacts>;
}

const KINDS = ['component', 'component', 'resource', 'system', 'api', 'group'];
const TYPES = [
  ...['dependsOn', 'dependsOn', 'dependsOn', 'dependencyOf', 'consumesApi'],
  ...['consumesApi', 'providesApi', 'providesApi', 'partOf', 'partOf'],
  ...['hasPart', 'ownedBy'],
];

export const TIERS = ['tier-1', 'tier-2', 'tier-3'];

/** The refs that a catalog of this size draws from: the same for every catalog, so that two of them can be before and after. */
export function refsOf(size: number): string[] {
  return Array.from({ length: size }, (_, i) => {
    const namespace = i % 4 === 3 ? 'other' : 'default';
    // Names in no order, so that the order of refs is not that of the numbers
    return `${KINDS[i % KINDS.length]}:${namespace}/n${(i * 7) % 31}-${i}`;
  });
}

function seconds(most: number): fc.Arbitrary<number | undefined> {
  return fc.option(fc.integer({ min: 0, max: most }), { nil: undefined });
}

const recoveryFacts: fc.Arbitrary<RecoveryFacts> = fc.record({
  rtoSeconds: seconds(5),
  rpoSeconds: fc.oneof(seconds(4), fc.constant('none' as const)),
  mtpdSeconds: seconds(9),
  ownTime: fc.option(
    fc.record({
      seconds: fc.integer({ min: 0, max: 6 }),
      source: fc.constantFrom('measured' as const, 'estimated' as const),
    }),
    { nil: undefined },
  ),
  tier: fc.option(fc.constantFrom(...TIERS), { nil: undefined }),
  inScope: fc.boolean(),
});

/** Catalogs with up to `size` refs and `relations` relations. */
export function aRandomCatalog(options: {
  size: number;
  relations: number;
}): fc.Arbitrary<RandomCatalog> {
  const refs = refsOf(options.size);
  const ref = fc.constantFrom(...refs);
  const ofKind = (...kinds: string[]) =>
    fc.constantFrom(
      ...refs.filter(name => kinds.includes(name.slice(0, name.indexOf(':')))),
    );
  const relating = (
    source: fc.Arbitrary<string>,
    types: string[],
    target: fc.Arbitrary<string>,
  ) =>
    fc.record({
      source,
      type: fc.constantFrom(...types),
      target,
      statedBy: fc.constantFrom('both', 'both', 'source', 'target'),
    });
  const work = ofKind('component', 'resource');
  const relation = fc.oneof(
    { weight: 4, arbitrary: relating(work, ['dependsOn'], work) },
    { weight: 2, arbitrary: relating(work, ['consumesApi'], ofKind('api')) },
    { weight: 1, arbitrary: relating(work, ['providesApi'], ofKind('api')) },
    { weight: 2, arbitrary: relating(work, ['partOf'], ofKind('system')) },
    { weight: 1, arbitrary: relating(work, ['dependsOn'], ofKind('system')) },
    // Catalogs hold everything: wrong kinds, arrows written backwards, entities related to themselves
    { weight: 2, arbitrary: relating(ref, TYPES, ref) },
  );
  const classification = fc.record({
    from: ref,
    to: ref,
    class: fc.constantFrom('soft' as const, 'soft' as const, 'hard' as const),
    endurableSeconds: seconds(3),
    place: fc.constantFrom('file', 'portal', 'portal'),
  });
  return fc
    .record({
      missing: fc.uniqueArray(ref, { maxLength: 3, size: 'max' }),
      // Left to itself fast-check makes short lists only, and few catalogs with a cycle
      relations: fc.array(relation, {
        maxLength: options.relations,
        size: 'max',
      }),
      // What is said of edges that exist is more telling than what is said of any two
      saidOfEdges: fc.array(fc.tuple(fc.nat(), classification), {
        maxLength: Math.ceil(options.relations / 2),
        size: 'max',
      }),
      said: fc.array(classification, { maxLength: 3 }),
      facts: fc.array(recoveryFacts, {
        minLength: refs.length,
        maxLength: refs.length,
      }),
    })
    .map(({ missing, relations, saidOfEdges, said, facts }) => {
      const rows = new Map(
        refs
          .filter(name => !missing.includes(name))
          .map(name => [
            name,
            {
              entityRef: name,
              metadata: { annotations: {} as Record<string, string> },
              relations: [] as Array<{ type: string; targetRef: string }>,
            },
          ]),
      );
      for (const { source, type, target, statedBy } of relations) {
        if (statedBy !== 'target') {
          rows.get(source)?.relations.push({ type, targetRef: target });
        }
        if (statedBy !== 'source') {
          rows
            .get(target)
            ?.relations.push({ type: inverseOf(type), targetRef: source });
        }
      }
      const classifications: DependencyClassification[] = [];
      const all = [...said];
      if (relations.length > 0) {
        for (const [pick, words] of saidOfEdges) {
          const { source, target } = relations[pick % relations.length];
          all.push({ ...words, from: source, to: target });
        }
      }
      for (const { place, endurableSeconds, ...words } of all) {
        if (place === 'portal') {
          classifications.push({
            ...words,
            ...(words.class === 'soft' && { endurableSeconds }),
          });
          continue;
        }
        const annotations = rows.get(words.from)?.metadata.annotations;
        if (!annotations) continue;
        const key = `continuity/${words.class}-dependencies`;
        annotations[key] = [annotations[key], words.to]
          .filter(Boolean)
          .join(', ');
      }
      return {
        entities: [...rows.values()],
        classifications,
        facts: new Map(refs.map((name, i) => [name, facts[i]])),
      };
    });
}
