import {
  canonicalJson,
  dependencyChangesOf,
  draftProposal,
  findImpacted,
  layOverDependencyGraph,
  newEntityFacts,
  proposedRecoveryFacts,
  withProposal,
  type AssessmentFacts,
  type ChangeFacts,
  type ChangeProblem,
  type ContinuityPolicy,
  type EntityUnderChange,
  type Impact,
  type Proposal,
  type TouchedFacts,
} from 'backstage-plugin-continuity-common';
import type { Knex } from 'knex';
import type { AssessmentEngine } from '../../assessment/AssessmentEngine';
import type { MirrorStore } from '../../catalog/MirrorStore';
import { whereInList } from '../../database/whereInList';
import {
  toRecoveryFacts,
  type GraphSnapshot,
} from '../../dependency/GraphSnapshot';
import { planWatchersOf } from '../../plan/planWatchersOf';
import type { ReadQuestion, SaidTouch } from './ChangeQuestionReader';

/** Who is touched, how they would be, and who is impacted by that. */
export interface ChangeDraft
  extends Pick<ChangeFacts, 'touched' | 'around' | 'graphs'> {
  impact: Impact;
  /** What led to each touched entity, by ref. */
  by: ReadonlyMap<string, string[]>;
  problems: ChangeProblem[];
}

interface Options {
  database: Knex;
  mirror: MirrorStore;
  engine: AssessmentEngine;
  policy: ContinuityPolicy;
}

type Known = ReadonlyMap<string, AssessmentFacts>;

type AfterOf = (
  entityRef: string,
  before: EntityUnderChange | null,
) => EntityUnderChange | null;

/** Lays what a question proposes over the catalog and the graph, in a fixed number of statements. */
export class ChangeDrafter {
  readonly #options: Options;

  static create(options: Options) {
    return new ChangeDrafter(options);
  }

  private constructor(options: Options) {
    this.#options = options;
  }

  /**
   * @param about - `isVisible`: whether the caller may know of an entity. What they name and may not know of is, to them, not in the catalog.
   */
  async draft(
    { touches }: ReadQuestion,
    about: {
      snapshot: GraphSnapshot;
      isVisible: (entityRef: string) => boolean;
      windowSeconds: number | undefined;
    },
  ): Promise<ChangeDraft> {
    const { snapshot, isVisible, windowSeconds } = about;
    const isNamed = (ref: string) => touches.get(ref)!.at !== null;
    const isKnown = (ref: string) =>
      snapshot.entities.has(ref) && (isVisible(ref) || !isNamed(ref));
    const problems: ChangeProblem[] = [];
    const refs = [...touches.keys()].sort().filter(ref => {
      const { action, document, at } = touches.get(ref)!;
      if (isKnown(ref) || document || action === 'add') return true;
      problems.push({
        at: at ?? 'files',
        kind: 'ref-unknown',
        message: `${ref} is not in the catalog, as far as you can see. Check how it is written, or say "add" if it comes with the change.`,
      });
      // others may depend on what the catalog does not have
      return snapshot.graph.has(ref) && isVisible(ref);
    });
    const mirrored = await this.#options.mirror.get(refs.filter(isKnown));
    const proposal = draftProposal({
      proposed: refs.flatMap(ref => touches.get(ref)!.document ?? []),
      removed: refs.filter(ref => touches.get(ref)!.action === 'remove'),
      current: new Map(
        [...mirrored].map(([ref, { facts }]) => [ref, facts] as const),
      ),
    });
    const facts = await this.#factsOf([...mirrored.keys()], proposal);
    const after = this.#afterOf(proposal, facts);
    const touched = refs.map(ref =>
      touchedFacts(ref, touches.get(ref)!, {
        // what is hidden from who names it counts as new to them
        before: isKnown(ref) ? facts.get(ref) ?? null : null,
        proposal,
        after,
      }),
    );
    const around = this.#around(proposal, { facts, touched, after });
    const graphs = this.#graphs(snapshot, { proposal, touched, around });
    const systems = new Map(
      [...facts, ...proposal.entities].map(([ref, one]) => [
        ref,
        systemsOf('entity' in one ? one.entity : one),
      ]),
    );
    return {
      touched,
      around,
      graphs,
      problems,
      by: new Map(refs.map(ref => [ref, touches.get(ref)!.by])),
      impact: findImpacted(graphs.before.graph, {
        after: graphs.after.graph,
        touched: refs,
        windowSeconds,
        systemsOfApi: ref => systems.get(ref) ?? [],
      }),
    };
  }

  /** Of what is touched, what would not be the same with it, and the systems that it would be part of. */
  async #factsOf(refs: string[], proposal: Proposal): Promise<Known> {
    const { database, engine } = this.#options;
    // what takes over values of a system takes over others, or none
    const changedSystems = [
      ...proposal.entities.keys(),
      ...proposal.removed,
    ].filter(isSystem);
    const parts: string[] =
      changedSystems.length === 0
        ? []
        : await whereInList(
            database('mirror_entities').whereNull('archived_at'),
            'system_ref',
            changedSystems,
          ).pluck('entity_ref');
    const all = new Set([
      ...refs,
      ...proposal.concerned,
      ...proposal.systems,
      ...parts,
      ...(await planWatchersOf(database, proposal.apis)),
    ]);
    return database.transaction(trx => engine.factsOf(trx, [...all]));
  }

  #afterOf(proposal: Proposal, facts: Known): AfterOf {
    const systemOf = (ref: string) => facts.get(ref);
    return (ref, before) => {
      if (proposal.removed.has(ref)) return null;
      return before
        ? withProposal(before, proposal, { systemOf })
        : newEntityFacts(ref, proposal, { systemOf });
    };
  }

  #around(
    proposal: Proposal,
    known: {
      facts: Known;
      touched: TouchedFacts[];
      after: AfterOf;
    },
  ): ChangeFacts['around'] {
    const named = new Set(known.touched.map(({ entityRef }) => entityRef));
    return [...known.facts]
      .filter(([ref]) => !named.has(ref) && !proposal.systems.includes(ref))
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .flatMap(([ref, before]) => {
        const after = known.after(ref, before);
        return after ? [{ before, after }] : [];
      });
  }

  #graphs(
    { graph, columns, entities }: GraphSnapshot,
    changed: {
      proposal: Proposal;
      touched: TouchedFacts[];
      around: ChangeFacts['around'];
    },
  ): ChangeFacts['graphs'] {
    const before = { graph, columns };
    const { proposal, touched, around } = changed;
    if (proposal.entities.size === 0 && proposal.removed.size === 0) {
      return { before, after: before };
    }
    const after = layOverDependencyGraph(graph, dependencyChangesOf(proposal));
    const recoveryOf = (ref: string, facts: EntityUnderChange) =>
      proposedRecoveryFacts(facts, {
        policy: this.#options.policy,
        ownTime: toRecoveryFacts(entities.get(ref)?.facts)?.ownTime,
      });
    const laidOver = new Map(
      [
        ...touched.map(one => [one.entityRef, one.before, one.after] as const),
        ...around.map(
          one => [one.before.entity.entityRef, one.before, one.after] as const,
        ),
      ]
        .filter(([, was, is]) => was !== is)
        .map(([ref, , is]) => [ref, is ? recoveryOf(ref, is) : undefined]),
    );
    return {
      before,
      after: { graph: after, columns: columns.layOver(after, laidOver) },
    };
  }
}

function isSystem(ref: string): boolean {
  return ref.startsWith('system:');
}

function systemsOf({
  relations,
}: {
  relations: Array<{ type: string; targetRef: string }>;
}): string[] {
  return relations
    .filter(({ type, targetRef }) => type === 'partOf' && isSystem(targetRef))
    .map(({ targetRef }) => targetRef);
}

function touchedFacts(
  ref: string,
  said: SaidTouch,
  how: {
    before: EntityUnderChange | null;
    proposal: Proposal;
    after: AfterOf;
  },
): TouchedFacts {
  const { before } = how;
  const isProposed = how.proposal.entities.has(ref);
  const isNew = before === null && (isProposed || said.action === 'add');
  const action = isNew ? 'add' : said.action ?? 'modify';
  const after = how.after(ref, before);
  const isSame =
    isProposed &&
    before !== null &&
    after !== null &&
    canonicalJson(before.entity) === canonicalJson(after.entity);
  // what the catalog has already, in other words, is nothing new
  if (isSame) {
    const content = said.isVague ? 'unknown' : 'none';
    // others may provide what it uses all the same
    const isUsing = after.apis !== before.apis;
    return {
      entityRef: ref,
      action,
      content,
      before,
      after: isUsing ? after : before,
    };
  }
  // a document says what of itself changes, and nothing of the files beside it
  const isKnown = (isProposed && !said.isVague) || action !== 'modify';
  return {
    entityRef: ref,
    action,
    content: isKnown ? 'known' : 'unknown',
    before,
    after,
  };
}
