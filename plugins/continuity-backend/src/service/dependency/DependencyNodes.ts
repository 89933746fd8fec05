import {
  type ContinuityPolicy,
  type ContinuityStatus,
  type DependencyItem,
  type DependencyNode,
  type TierSummary,
} from 'backstage-plugin-continuity-common';
import type { Knex } from 'knex';
import { whereInList } from '../../database/whereInList';
import type { GraphAnalyst } from '../../dependency/GraphAnalyst';
import type { GraphSnapshot } from '../../dependency/GraphSnapshot';
import { tierSummaryOf } from '../profile/tierSummaryOf';

interface NodeRow {
  entity_ref: string;
  title: string;
  kind: string;
  type: string | null;
  status: ContinuityStatus | null;
}

interface Options {
  database: Knex;
  analyst: GraphAnalyst;
  policy: ContinuityPolicy;
}

/** Describes entities of the graph for lists, in one query. */
export class DependencyNodes {
  readonly #database: Knex;
  readonly #analyst: GraphAnalyst;
  readonly #tiers: ReadonlyMap<string, TierSummary>;
  /** Most critical first. */
  readonly tiers: readonly TierSummary[];

  static create(options: Options): DependencyNodes {
    return new DependencyNodes(options);
  }

  private constructor({ database, analyst, policy }: Options) {
    this.#database = database;
    this.#analyst = analyst;
    this.tiers = policy.tiers.map(({ id }) => tierSummaryOf(policy, id)!);
    this.#tiers = new Map(this.tiers.map(tier => [tier.id, tier]));
  }

  /** Says of each ref what lists show of it; what the catalog does not have is described as unresolved. */
  async describe(
    refs: Iterable<string>,
    snapshot: GraphSnapshot,
  ): Promise<(ref: string) => DependencyNode> {
    const rows = await this.#rows(refs);
    const { demandedRto } = await this.#analyst.survey(snapshot);
    return ref => {
      const row = rows.get(ref);
      const facts = snapshot.entities.get(ref)?.facts;
      const demanded = demandedRto[snapshot.graph.nodeOf(ref)] ?? NaN;
      return {
        entityRef: ref,
        title: row?.title ?? ref,
        kind: row?.kind ?? ref.slice(0, ref.indexOf(':')),
        type: row?.type ?? null,
        resolved: snapshot.graph.isResolved(ref),
        status: row?.status ?? null,
        tier: (facts?.tier && this.#tiers.get(facts.tier)) || null,
        rtoSeconds: facts?.rto_seconds ?? null,
        rpoSeconds:
          facts?.rpo_seconds === -1 ? 'none' : facts?.rpo_seconds ?? null,
        mtpdSeconds: facts?.mtpd_seconds ?? null,
        demandedRtoSeconds: Number.isNaN(demanded) ? null : demanded,
      };
    };
  }

  /** Display names, of what the catalog has. */
  async titles(refs: Iterable<string>): Promise<Record<string, string>> {
    const rows = await this.#rows(refs);
    return Object.fromEntries(
      [...rows].map(([ref, { title }]) => [ref, title]),
    );
  }

  async #rows(refs: Iterable<string>): Promise<Map<string, NodeRow>> {
    const rows: NodeRow[] = await whereInList(
      this.#database('mirror_entities as m')
        .leftJoin('assessments as a', join =>
          join.on('a.entity_ref', 'm.entity_ref').andOnNull('a.valid_to'),
        )
        .whereNull('m.archived_at')
        .select({
          entity_ref: 'm.entity_ref',
          title: 'm.title',
          kind: 'm.kind',
          type: 'm.type',
          status: 'a.status',
        }),
      'm.entity_ref',
      new Set(refs),
    );
    return new Map(rows.map(row => [row.entity_ref, row]));
  }
}

/** The own time of an entity as answers say it; a System's is zero unless measured. */
export function ownTimeOf(
  ref: string,
  { graph, columns }: GraphSnapshot,
): DependencyItem['ownTime'] {
  const node = graph.nodeOf(ref);
  if (node === -1 || Number.isNaN(columns.own[node])) return null;
  const unmeasured = ref.startsWith('system:') ? 'system' : 'estimated';
  const source = columns.measured[node] ? 'measured' : unmeasured;
  return { seconds: columns.own[node], source };
}
