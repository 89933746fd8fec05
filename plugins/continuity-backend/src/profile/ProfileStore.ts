import type {
  Agreement,
  PortalProfile,
} from 'backstage-plugin-continuity-common';
import type { Knex } from 'knex';

/** Portal values of profiles and the agreements with the business. Archived ones are left out of reads. */
export interface ProfileStore {
  profilesOf(
    entityRefs: string[],
    trx?: Knex.Transaction,
  ): Promise<Map<string, PortalProfile>>;

  /**
   * Saves a profile whose stored revision is `profile.revision - 1` (no row counts as 0). Returns false, and writes nothing, when somebody else was faster.
   */
  save(trx: Knex.Transaction, profile: PortalProfile): Promise<boolean>;

  /** Newest first. */
  agreementsOf(
    entityRefs: string[],
    trx?: Knex.Transaction,
  ): Promise<Map<string, Agreement[]>>;

  addAgreement(trx: Knex.Transaction, agreement: Agreement): Promise<void>;

  /** Returns false when the agreement is no longer in the state `from`. */
  setAgreementState(
    trx: Knex.Transaction,
    options: {
      id: string;
      from: Agreement['state'];
      to: Agreement['state'];
      confirmedBy?: string;
      confirmedAt?: string;
    },
  ): Promise<boolean>;

  /** True while nobody saved anything yet. */
  isEmpty(): Promise<boolean>;
}
