import type {
  DependencyClassification,
  DependencyFacts,
} from '../graph/dependencyFacts';
import { inverseOf } from './anEntity';

type Said = 'hard' | 'unclassified' | { soft: number };

interface Way {
  to: string;
  api?: string;
}

const kindOf = (ref: string) => ref.slice(0, ref.indexOf(':'));

function refsIn(text: string | undefined): string[] {
  return (text ?? '')
    .split(',')
    .map(piece => piece.trim())
    .filter(Boolean);
}

/**
 * DOMAIN.md §3 read aloud: slow, obvious, on sets of strings, without a thing in common with the graph it is compared with.
 */
export class ReferenceGraph {
  readonly refs: string[];
  readonly rows: Map<string, DependencyFacts>;
  /** Statements as `source type target`, each in the direction of dependsOn, consumesApi, providesApi, partOf. */
  readonly #statements: Array<[string, string, string]> = [];
  readonly #classifications: DependencyClassification[];
  readonly edges = new Map<string, Map<string, Said>>();
  readonly selfDependent = new Set<string>();

  constructor(catalog: {
    entities: DependencyFacts[];
    classifications: DependencyClassification[];
  }) {
    this.rows = new Map(catalog.entities.map(row => [row.entityRef, row]));
    this.#classifications = catalog.classifications;
    const forward = ['dependsOn', 'consumesApi', 'providesApi', 'partOf'];
    for (const { entityRef, relations } of catalog.entities) {
      for (const { type, targetRef } of relations) {
        if (forward.includes(type)) {
          this.#statements.push([entityRef, type, targetRef]);
        } else if (forward.includes(inverseOf(type) ?? '')) {
          this.#statements.push([targetRef, inverseOf(type), entityRef]);
        }
      }
    }
    const named = this.#statements
      .filter(
        ([source, type, target]) =>
          type !== 'partOf' || this.partsOf(target).includes(source),
      )
      .flatMap(([source, , target]) => [source, target]);
    this.refs = [...new Set([...this.rows.keys(), ...named])].sort();
    for (const ref of this.refs) this.#makeEdges(ref);
  }

  /** What is stated of the source, under any of these types. */
  #targets(source: string, ...types: string[]): string[] {
    return this.#statements
      .filter(([from, type]) => from === source && types.includes(type))
      .map(([, , target]) => target);
  }

  partsOf(system: string): string[] {
    if (kindOf(system) !== 'system') return [];
    const parts = this.#statements
      .filter(([, type, target]) => type === 'partOf' && target === system)
      .map(([source]) => source)
      .filter(ref => ['component', 'resource', 'system'].includes(kindOf(ref)));
    return [...new Set(parts)].sort();
  }

  apisOf(consumer: string): string[] {
    return [
      ...this.#targets(consumer, 'consumesApi'),
      ...this.#targets(consumer, 'dependsOn').filter(r => kindOf(r) === 'api'),
    ];
  }

  providersOf(api: string): string[] {
    return this.#statements
      .filter(([, type, target]) => type === 'providesApi' && target === api)
      .map(([source]) => source);
  }

  /** The Systems that an API is said to be part of. */
  systemsOfApi(api: string): string[] {
    return [...new Set(this.#targets(api, 'partOf'))]
      .filter(ref => kindOf(ref) === 'system')
      .sort();
  }

  /** How long an entity does without one ref, as it is said of that ref alone; -1: it doesn't. */
  endures(from: string, to: string): number {
    const said = this.#said(from, to);
    return typeof said === 'string' ? -1 : said.soft;
  }

  /** What a ref needs softly, however long that is endured. */
  softOf(ref: string): string[] {
    return [...(this.edges.get(ref) ?? [])]
      .filter(([, said]) => typeof said !== 'string')
      .map(([to]) => to);
  }

  #waysFrom(ref: string): Way[] {
    const plain = [
      ...this.#targets(ref, 'dependsOn').filter(r => kindOf(r) !== 'api'),
      ...this.partsOf(ref),
    ];
    const ways: Way[] = plain.map(to => ({ to }));
    for (const api of this.apisOf(ref)) {
      const providers = this.providersOf(api);
      for (const to of providers) ways.push({ to, api });
      const hasOwnNeeds =
        this.#targets(api, 'dependsOn', 'consumesApi').length > 0;
      if (providers.length === 0 || hasOwnNeeds) ways.push({ to: api, api });
    }
    return ways;
  }

  /** What the file and the portal say of one ref. */
  #said(from: string, to: string): Said {
    const annotations = this.rows.get(from)?.metadata?.annotations ?? {};
    const portal = this.#classifications.filter(
      said => said.from === from && said.to === to,
    );
    const portalSoft = portal.filter(said => said.class === 'soft');
    const portalIsHard = portal.some(said => said.class === 'hard');
    const endured = Math.min(
      ...portalSoft.map(said => said.endurableSeconds ?? Infinity),
    );
    if (refsIn(annotations['continuity/hard-dependencies']).includes(to)) {
      return 'hard';
    }
    if (refsIn(annotations['continuity/soft-dependencies']).includes(to)) {
      const countsPortal = portalSoft.length > 0 && !portalIsHard;
      return { soft: countsPortal ? endured : Infinity };
    }
    if (portalIsHard) return 'hard';
    return portalSoft.length > 0 ? { soft: endured } : 'unclassified';
  }

  #makeEdges(from: string): void {
    const ways = this.#waysFrom(from);
    const edges = new Map<string, Said>();
    for (const to of [...new Set(ways.map(way => way.to))].sort()) {
      if (to === from) {
        this.selfDependent.add(from);
        continue;
      }
      const own = ways.filter(way => way.to === to);
      const isDirect = own.some(way => way.api === undefined);
      const said = own.flatMap((way): Said[] => {
        if (way.api === undefined) return [this.#said(from, to)];
        const byApi = this.#said(from, way.api);
        if (isDirect) return [byApi];
        const both = [byApi, this.#said(from, to)];
        const telling = both.filter(word => word !== 'unclassified');
        return telling.length > 0 ? telling : ['unclassified'];
      });
      if (said.includes('hard')) edges.set(to, 'hard');
      else if (said.includes('unclassified')) edges.set(to, 'unclassified');
      else {
        const endured = said.map(word => (word as { soft: number }).soft);
        edges.set(to, { soft: Math.min(...endured) });
      }
    }
    this.edges.set(from, edges);
  }

  /** What a ref needs by itself, for an outage of this length. */
  needsOf(ref: string, outage = 0): string[] {
    return [...(this.edges.get(ref) ?? [])]
      .filter(([, said]) => typeof said === 'string' || outage > said.soft)
      .map(([to]) => to);
  }

  /** What a ref needs in the end: grows until nothing is added. The ref itself is in it if it is on a cycle. */
  closureOf(ref: string, outage = 0): Set<string> {
    const found = new Set(this.needsOf(ref, outage));
    let size = -1;
    while (size !== found.size) {
      size = found.size;
      for (const other of [...found]) {
        for (const next of this.needsOf(other, outage)) found.add(next);
      }
    }
    return found;
  }

  /** The closures of everything. */
  closures(outage = 0): Map<string, Set<string>> {
    return new Map(this.refs.map(ref => [ref, this.closureOf(ref, outage)]));
  }

  /** Every path without a repetition, by trying all; the shortest, and of those the first in the order of refs. */
  bestPath(
    from: string,
    isEnd: (ref: string) => boolean,
    outage = 0,
  ): string[] | undefined {
    let best: string[] | undefined;
    const walk = (path: string[]) => {
      const last = path[path.length - 1];
      if (isEnd(last)) {
        const isBetter =
          !best ||
          path.length < best.length ||
          (path.length === best.length && path.join('\n') < best.join('\n'));
        if (isBetter) best = [...path];
        return;
      }
      if (best && path.length >= best.length) return;
      for (const next of this.needsOf(last, outage)) {
        if (!path.includes(next)) walk([...path, next]);
      }
    };
    walk([from]);
    return best;
  }
}
