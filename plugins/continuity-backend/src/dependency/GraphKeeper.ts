import { setImmediate as yieldToOthers } from 'node:timers/promises';
import type { LoggerService } from '@backstage/backend-plugin-api';
import {
  DependencyGraph,
  layOverDependencyGraph,
  RecoveryColumns,
  type ContinuityPolicy,
} from 'backstage-plugin-continuity-common';
import type { ClassificationStore } from './ClassificationStore';
import type { GraphLog } from './GraphLog';
import type { GraphRows } from './GraphRows';
import type { GraphWorkplace } from './GraphWorkplace';
import {
  toRecoveryFacts,
  type GraphEntity,
  type GraphSnapshot,
} from './GraphSnapshot';
import type { WorkshopPlace } from './WorkshopPlace';

interface Options {
  log: GraphLog;
  rows: GraphRows;
  classifications: ClassificationStore;
  policy: ContinuityPolicy;
  logger: LoggerService;
  workplace: GraphWorkplace;
  /** Entities up to which the graph is built between other work, not in a thread; default 5,000. */
  mostBuiltHere?: number;
  /** Changed entities that are laid over; with more the graph is made anew. Default: a tenth of it, at least 1,000. */
  mostLaidOver?: number;
}

const PAGES_UNDER_WAY = 8;

type Kept = GraphSnapshot & {
  entities: Map<string, GraphEntity>;
  archived: Set<string>;
  /** How many entities were laid over since it was built. */
  laidOver: number;
};

/**
 * Keeps the graph of this replica in step with the database: each question reads the revision, one row, and what changed since is laid over
 * the graph before it is answered.
 */
export class GraphKeeper {
  readonly #options: Options;
  #kept: Kept | undefined;
  #underWay: Promise<void> | undefined;
  #rebuilding: Promise<void> | undefined;
  #lastBase = 0;

  static create(options: Options): GraphKeeper {
    return new GraphKeeper(options);
  }

  private constructor(options: Options) {
    this.#options = options;
  }

  /** True once there is a graph, so that the next question does not wait for it to be built. */
  get isWarm(): boolean {
    return this.#kept !== undefined;
  }

  /** The graph with everything that was committed before the call. */
  async current(): Promise<GraphSnapshot> {
    const { revision } = await this.#options.log.read();
    while (!this.#kept || this.#kept.revision < revision) {
      this.#underWay ??= this.#catchUp().finally(() => {
        this.#underWay = undefined;
      });
      await this.#underWay;
    }
    return this.#kept;
  }

  async #catchUp(): Promise<void> {
    if (!this.#kept) {
      this.#kept = await this.#build();
      return;
    }
    this.#kept = await this.#advance(this.#kept);
    if (this.#kept.laidOver > this.#mostLaidOver(this.#kept)) {
      this.#rebuildAside();
    }
  }

  /** What was laid over costs memory and a little time with each walk, so now and then the graph is made anew beside the work. */
  #rebuildAside(): void {
    this.#rebuilding ??= this.#build()
      .then(async fresh => {
        let next = fresh;
        while (this.#kept && next.revision < this.#kept.revision) {
          next = await this.#advance(next);
        }
        this.#kept = next;
      })
      .catch(error =>
        this.#options.logger.warn(
          `The dependency graph could not be made anew: ${error}`,
        ),
      )
      .finally(() => {
        this.#rebuilding = undefined;
      });
  }

  async #build(): Promise<Kept> {
    const { log, rows, workplace, mostBuiltHere = 5_000 } = this.#options;
    const { revision, changedAt } = await log.read();
    const isLarge = await rows.areMoreThan(mostBuiltHere);
    const { entities, graph, base } = await workplace.build(isLarge, place =>
      this.#read(place, isLarge),
    );
    const archived = await rows.archived();
    return {
      revision,
      changedAt,
      graph,
      columns: await this.#readColumns(graph, entities),
      entities,
      archived,
      base,
      laidOver: 0,
    };
  }

  /** Reads the mirror here, where the database is, and has it made into a graph there. */
  async #read(place: WorkshopPlace, isLarge: boolean) {
    this.#lastBase += 1;
    const base = this.#lastBase;
    const entities = new Map<string, GraphEntity>();
    const underWay: Array<Promise<unknown>> = [];
    for await (const page of this.#options.rows.all()) {
      const { refs, texts } = page;
      const taken = place.run({ kind: 'read', base, refs, texts });
      taken.catch(() => {}); // heard of when it is waited for
      refs.forEach((ref, at) => entities.set(ref, page.entities[at]));
      // Pages are large: not the whole catalog is to wait for a thread that is slower than the database
      underWay.push(taken);
      if (underWay.length > PAGES_UNDER_WAY) await underWay.shift();
      await yieldToOthers();
    }
    await Promise.all(underWay);
    const { packed } = await place.run({
      kind: 'build',
      base,
      classifications: await this.#options.classifications.all(),
    });
    return {
      entities,
      graph: DependencyGraph.fromPacked(packed),
      base: { id: base, refs: packed.refs, isLarge },
    };
  }

  async #readColumns(
    graph: DependencyGraph,
    entities: ReadonlyMap<string, GraphEntity>,
  ): Promise<RecoveryColumns> {
    const reading = RecoveryColumns.readInSteps(graph, {
      tiers: this.#options.policy.tiers.map(({ id }) => id),
      factsOf: ref => toRecoveryFacts(entities.get(ref)?.facts),
    });
    for (;;) {
      const { done, value } = reading.next();
      if (done) return value;
      await yieldToOthers();
    }
  }

  async #advance(from: Kept): Promise<Kept> {
    const { log, rows, classifications } = this.#options;
    const { revision, changedAt } = await log.read();
    if (revision === from.revision) return from;
    const changed = await log.changedSince(from.revision);
    if (changed.length > this.#mostLaidOver(from)) return this.#build();

    const found = await rows.of(changed);
    const removed = changed.filter(ref => !found.has(ref));
    const archived = await rows.archived(removed);
    const said = await classifications.changesOf(changed);
    const graph = layOverDependencyGraph(from.graph, {
      entities: [...found.values()].map(({ facts }) => facts),
      removed,
      classifications: said,
    });
    for (const ref of changed) {
      const row = found.get(ref);
      if (row) from.entities.set(ref, row.entity);
      else from.entities.delete(ref);
      if (archived.has(ref)) from.archived.add(ref);
      else from.archived.delete(ref);
    }
    const columns = from.columns.layOver(
      graph,
      new Map(
        changed.map(ref => [
          ref,
          toRecoveryFacts(from.entities.get(ref)?.facts),
        ]),
      ),
    );
    return {
      ...from,
      revision,
      changedAt,
      graph,
      columns,
      laidOver: from.laidOver + changed.length,
    };
  }

  #mostLaidOver({ entities }: Kept): number {
    return (
      this.#options.mostLaidOver ??
      Math.max(1_000, Math.ceil(entities.size / 10))
    );
  }
}
