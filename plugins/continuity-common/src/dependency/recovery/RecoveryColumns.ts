import type { DependencyGraph } from '../graph/DependencyGraph';
import { isSystemRef } from '../graph/relationWay';

/**
 * What the rules about recovery need to know of an entity. All times in seconds; what is unset is left out.
 *
 * @public
 */
export interface RecoveryFacts {
  rtoSeconds?: number;
  /** `none`: holds no data. */
  rpoSeconds?: number | 'none';
  mtpdSeconds?: number;
  /** The entity's own restore work once what it needs is up: from the latest measuring test, else estimated. */
  ownTime?: { seconds: number; source: 'measured' | 'estimated' };
  /** The id of its effective tier. */
  tier?: string;
  /** Whether the policy's scope includes it. */
  inScope?: boolean;
}

/** The targets along which conflicts are looked for. @public */
export type ConflictTarget = 'rto' | 'rpo';

/** The columns as plain data, to be handed to another thread. @public */
export type PackedRecoveryColumns = Pick<
  RecoveryColumns,
  'tiers' | 'rto' | 'rpo' | 'mtpd' | 'own' | 'measured' | 'tier'
>;

const NODES_AT_ONCE = 5_000;

type Numbers = 'rto' | 'rpo' | 'mtpd' | 'own';

/**
 * The recovery facts of all entities of a graph, packed: read once, used by many questions. Unset is NaN.
 *
 * Facts of refs that the catalog doesn't have are not read: nothing is known of them.
 *
 * @public
 */
export class RecoveryColumns {
  /** Tier ids, most critical first. */
  readonly tiers: readonly string[];
  readonly rto: Float64Array;
  /** NaN also where the entity holds no data: only those that do are compared. */
  readonly rpo: Float64Array;
  readonly mtpd: Float64Array;
  /** Own recovery time; NaN where unknown. A System's is zero unless measured. */
  readonly own: Float64Array;
  /** 1 where the own time was measured in a test. */
  readonly measured: Uint8Array;
  /** The index of the tier of entities in scope; -1 for all others. */
  readonly tier: Int32Array;

  /**
   * Reads the facts of every entity.
   *
   * @param options - `tiers`: the policy's tier ids, most critical first
   */
  static read(
    graph: DependencyGraph,
    options: {
      tiers: readonly string[];
      factsOf: (ref: string) => RecoveryFacts | undefined;
    },
  ): RecoveryColumns {
    const reading = RecoveryColumns.readInSteps(graph, options);
    for (;;) {
      const { done, value } = reading.next();
      if (done) return value;
    }
  }

  /** As {@link RecoveryColumns.read}, with pauses of which a server can make use: it is done when the generator returns. */
  static *readInSteps(
    graph: DependencyGraph,
    options: {
      tiers: readonly string[];
      factsOf: (ref: string) => RecoveryFacts | undefined;
    },
  ): Generator<undefined, RecoveryColumns> {
    const columns = new RecoveryColumns(graph.size, options.tiers);
    for (let node = 0; node < graph.size; node++) {
      columns.#set(graph, node, options.factsOf(graph.refOf(node)));
      if (node % NODES_AT_ONCE === 0) yield;
    }
    return columns;
  }

  /** The columns out of plain data that another thread gave. */
  static fromPacked(packed: PackedRecoveryColumns): RecoveryColumns {
    const columns = new RecoveryColumns(packed.rto.length, packed.tiers);
    for (const column of ['rto', 'rpo', 'mtpd', 'own'] satisfies Numbers[]) {
      columns[column].set(packed[column]);
    }
    columns.measured.set(packed.measured);
    columns.tier.set(packed.tier);
    return columns;
  }

  /** The columns as plain data, to be handed to another thread. */
  toPacked(): PackedRecoveryColumns {
    const { tiers, rto, rpo, mtpd, own, measured, tier } = this;
    return { tiers, rto, rpo, mtpd, own, measured, tier };
  }

  private constructor(size: number, tiers: readonly string[]) {
    this.tiers = tiers;
    this.rto = new Float64Array(size).fill(NaN);
    this.rpo = new Float64Array(size).fill(NaN);
    this.mtpd = new Float64Array(size).fill(NaN);
    this.own = new Float64Array(size).fill(NaN);
    this.measured = new Uint8Array(size);
    this.tier = new Int32Array(size).fill(-1);
  }

  /**
   * The columns for a graph that was laid over the one these were read for, with other facts for some entities. These columns stay as they are.
   */
  layOver(
    graph: DependencyGraph,
    changes: ReadonlyMap<string, RecoveryFacts | undefined> = new Map(),
  ): RecoveryColumns {
    const columns = new RecoveryColumns(graph.size, this.tiers);
    for (const column of ['rto', 'rpo', 'mtpd', 'own'] satisfies Numbers[]) {
      columns[column].set(this[column]);
    }
    columns.measured.set(this.measured);
    columns.tier.set(this.tier);
    for (const [ref, facts] of changes) {
      // What a change took away keeps its number, and may be named again: then nothing of what it had may count
      const node = graph.numberOf(ref);
      if (node !== -1) columns.#set(graph, node, facts);
    }
    return columns;
  }

  /** Throws where the columns were read for another graph. */
  assertFor(graph: DependencyGraph): void {
    if (this.rto.length !== graph.size) {
      throw new Error(
        'These recovery facts were read for another graph. Read them again, or lay them over as the graph was.',
      );
    }
  }

  #set(
    graph: DependencyGraph,
    node: number,
    facts: RecoveryFacts | undefined,
  ): void {
    const known = graph.packed.resolved[node] ? facts ?? {} : undefined;
    const { ownTime } = known ?? {};
    const isSystem = isSystemRef(graph.refOf(node));
    const isMeasured = ownTime?.source === 'measured';
    const own = isSystem && !isMeasured ? 0 : ownTime?.seconds ?? NaN;
    this.rto[node] = known?.rtoSeconds ?? NaN;
    this.rpo[node] =
      typeof known?.rpoSeconds === 'number' ? known.rpoSeconds : NaN;
    this.mtpd[node] = known?.mtpdSeconds ?? NaN;
    this.own[node] = known ? own : NaN;
    this.measured[node] = known && isMeasured ? 1 : 0;
    this.tier[node] =
      known?.tier !== undefined && known.inScope
        ? this.tiers.indexOf(known.tier)
        : -1;
  }
}
