import type {
  AnalysisFacts,
  AnalysisState,
  Bia,
  RiskAssessment,
} from 'backstage-plugin-continuity-common';
import type { Knex } from 'knex';
import type { AnalysisSort } from './analysisRow';

/** Business impact analyses and risk assessments. Archived ones are left out of reads. */
export interface AnalysisStore {
  /** Those that can count, newest first. */
  analysesOf(
    entityRefs: string[],
    trx?: Knex.Transaction,
  ): Promise<Map<string, AnalysisFacts>>;

  /** How often the analyses of each sort were changed; 0 = never. */
  revisionsOf(
    entityRef: string,
    trx?: Knex.Transaction,
  ): Promise<Record<AnalysisSort, number>>;

  /** The same of many, by ref; who never had one is left out. */
  revisionsOfAll(
    entityRefs: string[],
    trx?: Knex.Transaction,
  ): Promise<Map<string, Record<AnalysisSort, number>>>;

  /** All that an entity ever had, newest first. */
  biasOf(entityRef: string, trx?: Knex.Transaction): Promise<Bia[]>;
  risksOf(entityRef: string, trx?: Knex.Transaction): Promise<RiskAssessment[]>;

  add(
    trx: Knex.Transaction,
    sort: AnalysisSort,
    analysis: Bia | RiskAssessment,
  ): Promise<void>;

  /** Puts what is said now into the row of a draft; false when it is no draft any more. */
  replaceDraft(
    trx: Knex.Transaction,
    sort: AnalysisSort,
    analysis: Bia | RiskAssessment,
  ): Promise<boolean>;

  /** Returns false when the analysis is no longer in the state `from`. */
  setState(
    trx: Knex.Transaction,
    change: {
      id: string;
      from: AnalysisState;
      to: AnalysisState;
      /** The revision after the change, where it counts as one. */
      revision?: number;
      confirmedBy?: string;
      confirmedAt?: string;
    },
  ): Promise<boolean>;
}
