import type {
  ConcentrationEntry,
  CountedTargetConflict,
  GraphSurvey,
  RankedConcentration,
} from 'backstage-plugin-continuity-common';
import type { GraphSnapshot } from './GraphSnapshot';
import type { GraphWorkplace } from './GraphWorkplace';
import { LatestAnalysis, type Analysed } from './LatestAnalysis';

/** Who can't be done without, those that matter most first. */
export class ConcentrationRanking {
  readonly #ranked: RankedConcentration;
  readonly #tiers: readonly string[];
  readonly refs: string[];

  constructor({ graph, columns }: GraphSnapshot, ranked: RankedConcentration) {
    this.#ranked = ranked;
    this.#tiers = columns.tiers;
    this.refs = Array.from(ranked.nodes, node => graph.refOf(node));
  }

  /** @param place - from 0 */
  entry(place: number): ConcentrationEntry {
    const from = place * this.#tiers.length;
    const byTier = Object.fromEntries(
      this.#tiers.map((tier, at) => [tier, this.#ranked.counts[from + at]]),
    );
    const total = Object.values(byTier).reduce((sum, count) => sum + count, 0);
    return { ref: this.refs[place], total, byTier };
  }
}

/**
 * Works out what concerns a whole graph, each once at a time. The lists take seconds in a large catalog: meanwhile the last known one is
 * given, with the revision it is of.
 */
export class GraphAnalyst {
  readonly #workplace: GraphWorkplace;
  readonly #surveys = new WeakMap<object, Promise<GraphSurvey>>();
  readonly #concentration: LatestAnalysis<ConcentrationRanking>;
  readonly #conflicts: LatestAnalysis<CountedTargetConflict[]>;

  static create(options: {
    workplace: GraphWorkplace;
    /** How long an answer of the revision in force is waited for if there is an older one, in milliseconds; default 1,000. */
    patience?: number;
  }): GraphAnalyst {
    return new GraphAnalyst(options);
  }

  private constructor(options: {
    workplace: GraphWorkplace;
    patience?: number;
  }) {
    const { workplace, patience = 1_000 } = options;
    this.#workplace = workplace;
    this.#concentration = new LatestAnalysis(patience, async snapshot => {
      const { ranked } = await workplace.run(snapshot, 'concentration', {});
      return new ConcentrationRanking(snapshot, ranked);
    });
    this.#conflicts = new LatestAnalysis(patience, async snapshot => {
      const conflicts: CountedTargetConflict[] = [];
      await workplace.run(snapshot, 'conflicts', {}, piece => {
        if (piece.kind === 'conflicts') conflicts.push(...piece.conflicts);
      });
      return conflicts;
    });
  }

  /** What lists show of any entity, of just this state. */
  survey(snapshot: GraphSnapshot): Promise<GraphSurvey> {
    const { columns } = snapshot;
    let survey = this.#surveys.get(columns);
    if (!survey) {
      survey = this.#workplace
        .run(snapshot, 'survey', {})
        .then(result => result.survey);
      survey.catch(() => this.#surveys.delete(columns));
      this.#surveys.set(columns, survey);
    }
    return survey;
  }

  concentration(
    snapshot: GraphSnapshot,
  ): Promise<Analysed<ConcentrationRanking>> {
    return this.#concentration.of(snapshot);
  }

  /** The strongest first: how many need it faster, then by ref. */
  conflicts(
    snapshot: GraphSnapshot,
  ): Promise<Analysed<CountedTargetConflict[]>> {
    return this.#conflicts.of(snapshot);
  }
}

/** The members of the cycle that an entity is in; undefined: in none. */
export function cycleOf(
  ref: string,
  { survey, snapshot }: { survey: GraphSurvey; snapshot: GraphSnapshot },
): string[] | undefined {
  const { graph } = snapshot;
  const nodes = survey.cycles[survey.cycleOf[graph.nodeOf(ref)]];
  return nodes && Array.from(nodes, node => graph.refOf(node));
}
