import {
  compareWithTarget,
  type TargetComparison,
} from '../targets/compareWithTarget';
import { condense, type Condensation } from '../reach/condense';
import { degradedBy } from '../reach/degradedBy';
import type { DependencyGraph } from '../graph/DependencyGraph';
import { ExpectedRecovery } from './ExpectedRecovery';
import type { DependencyLinks } from '../graph/links';
import type { Reach, ReachedEntity } from '../reach/Reach';
import type { RecoveryColumns } from './RecoveryColumns';
import {
  orderComponents,
  wavesOfComponents,
  type RecoveryWave,
} from './recoveryOrder';

/**
 * When an entity is back after a loss, against its targets.
 *
 * @public
 */
export interface LossTime {
  ref: string;
  effect: 'lost' | 'affected';
  /** See `RecoveryWave`. */
  wave: number;
  seconds: number;
  /** True where it is a lower bound. */
  atLeast: boolean;
  rtoSeconds?: number;
  againstRto: TargetComparison;
  mtpdSeconds?: number;
  againstMtpd: TargetComparison;
}

/**
 * The consequences of losing some entities. Lists and paths are made when they are asked for.
 *
 * @public
 */
export class Loss {
  readonly #graph: DependencyGraph;
  readonly #links: DependencyLinks;
  readonly #reach: Reach;
  readonly #lost: ReadonlyMap<number, number | undefined>;
  readonly #softConsumers: ReadonlyArray<readonly [number, number]>;
  /** The refs that were to be lost and that neither the catalog nor a dependency knows. */
  readonly unknown: string[];
  #condensation: Condensation | undefined;
  #degraded: Map<number, number> | undefined;

  constructor(found: {
    graph: DependencyGraph;
    links: DependencyLinks;
    /** From the lost entities to those that need them. */
    reach: Reach;
    /** Each lost node, with the System with which it was lost. */
    lost: ReadonlyMap<number, number | undefined>;
    unknown: string[];
    /** Consumers and the lost API without which they can do for so long. */
    softConsumers: ReadonlyArray<readonly [number, number]>;
  }) {
    this.#graph = found.graph;
    this.#links = found.links;
    this.#reach = found.reach;
    this.#lost = found.lost;
    this.#softConsumers = found.softConsumers;
    this.unknown = found.unknown;
  }

  /** What is lost, in the order of refs; `with` names the System whose loss takes it along. */
  get lost(): Array<{ ref: string; with?: string }> {
    return [...this.#lost]
      .sort(([a], [b]) => this.#graph.rankOf(a) - this.#graph.rankOf(b))
      .map(([node, system]) => ({
        ref: this.#graph.refOf(node),
        ...(system !== undefined && { with: this.#graph.refOf(system) }),
      }));
  }

  /** What can't be recovered before the lost is back, nearest first, then in the order of refs. */
  get affected(): ReachedEntity[] {
    return this.#reach.entities();
  }

  /** How many are affected. */
  get affectedCount(): number {
    return this.#reach.size;
  }

  /**
   * What goes on with a workaround: it needs something lost or affected, softly. It goes no further from there. Nearest first, then in the
   * order of refs.
   */
  get degraded(): ReachedEntity[] {
    const degraded = this.#findDegraded();
    return [...degraded]
      .map(([node, through]) => ({
        rank: this.#graph.rankOf(node),
        ref: this.#graph.refOf(node),
        distance: this.#reach.distanceTo(through) + 1,
      }))
      .sort((a, b) => a.distance - b.distance || a.rank - b.rank)
      .map(({ ref, distance }) => ({ ref, distance }));
  }

  /** What a loss does to an entity. */
  effectOn(ref: string): 'lost' | 'affected' | 'degraded' | 'none' {
    const node = this.#graph.nodeOf(ref);
    if (node === -1) return 'none';
    if (this.#lost.has(node)) return 'lost';
    if (this.#reach.includes(node)) return 'affected';
    return this.#findDegraded().has(node) ? 'degraded' : 'none';
  }

  /**
   * The shortest path from an affected or degraded entity to the nearest lost one; of several the first in the order of the refs along it.
   * For a lost one itself alone. Undefined where there is no effect.
   */
  pathOf(ref: string): string[] | undefined {
    const node = this.#graph.nodeOf(ref);
    if (node === -1) return undefined;
    if (this.#reach.includes(node)) return this.#reach.pathOfNode(node);
    const through = this.#findDegraded().get(node);
    if (through === undefined) return undefined;
    return [this.#graph.refOf(node), ...this.#reach.pathOfNode(through)!];
  }

  /** In which order the lost and affected come back. What was not hit is up. */
  get order(): RecoveryWave[] {
    return orderComponents(this.#condense());
  }

  /** When the lost and affected are expected back, what was not hit being up. */
  expected(columns: RecoveryColumns): ExpectedRecovery {
    return ExpectedRecovery.ofCondensation(this.#condense(), columns);
  }

  /** The times of all lost and affected against their targets, by wave, then in the order of refs. */
  times(columns: RecoveryColumns): LossTime[] {
    const condensation = this.#condense();
    const waves = wavesOfComponents(condensation);
    const expected = this.expected(columns);
    const graph = this.#graph;
    return Array.from(this.#reach.nodes, node => ({
      node,
      wave: waves[condensation.componentOf[node]],
    }))
      .sort(
        (a, b) =>
          a.wave - b.wave || graph.rankOf(a.node) - graph.rankOf(b.node),
      )
      .map(({ node, wave }) => {
        const time = expected.ofNode(node)!;
        const rtoSeconds = numberOrUnset(columns.rto[node]);
        const mtpdSeconds = numberOrUnset(columns.mtpd[node]);
        return {
          ref: graph.refOf(node),
          effect: this.#lost.has(node) ? 'lost' : 'affected',
          wave,
          ...time,
          ...(rtoSeconds !== undefined && { rtoSeconds }),
          againstRto: compareWithTarget(time, rtoSeconds),
          ...(mtpdSeconds !== undefined && { mtpdSeconds }),
          againstMtpd: compareWithTarget(time, mtpdSeconds),
        };
      });
  }

  #condense(): Condensation {
    this.#condensation ??= condense(
      this.#graph,
      this.#links,
      this.#reach.nodes,
    );
    return this.#condensation;
  }

  /** Each degraded node with the node that it softly needs: the nearest to the loss, then the first in the order of refs. */
  #findDegraded(): Map<number, number> {
    if (this.#degraded) return this.#degraded;
    this.#degraded = degradedBy(this.#graph, {
      reach: this.#reach,
      softConsumers: this.#softConsumers,
    });
    return this.#degraded;
  }
}

function numberOrUnset(value: number): number | undefined {
  return Number.isNaN(value) ? undefined : value;
}
