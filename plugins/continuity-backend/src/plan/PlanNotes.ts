import type {
  PlanDetail,
  PlanPrivateContacts,
} from 'backstage-plugin-continuity-common';
import type { Knex } from 'knex';
import type { StoredPlan } from './PlanStore';

/** An editor that was not heard of for so long has closed. */
const FORGOTTEN_AFTER = 60_000;

/** What hangs on a plan beside its versions: who reads it, who has it open, private contacts, the file it comes from. */
export class PlanNotes {
  readonly #database: Knex;
  readonly #clock: () => Date;

  static create(options: { database: Knex; clock: () => Date }) {
    return new PlanNotes(options);
  }

  private constructor(options: { database: Knex; clock: () => Date }) {
    this.#database = options.database;
    this.#clock = options.clock;
  }

  /** Those whom the version in force names, with the first moment at which they, or one of their members, said that they have read it. */
  async readersOf(plan: StoredPlan): Promise<PlanDetail['readers']> {
    if (plan.inForceVersion === null) return [];
    const rows: Array<{ named: string; at: string }> = await this.#database(
      'plan_acknowledgements',
    )
      .where({ plan_id: plan.id, version: plan.inForceVersion })
      .orderBy('at');
    const readAt = new Map<string, string>();
    for (const { named, at } of rows) {
      for (const ref of JSON.parse(named) as string[]) {
        if (!readAt.has(ref)) readAt.set(ref, at);
      }
    }
    return [...plan.contacts]
      .sort()
      .map(ref => ({ ref, readAt: readAt.get(ref) ?? null }));
  }

  async hasRead(plan: StoredPlan, userRef: string): Promise<boolean> {
    const row = await this.#database('plan_acknowledgements')
      .where({
        plan_id: plan.id,
        version: plan.inForceVersion,
        user_ref: userRef,
      })
      .first('at');
    return row !== undefined;
  }

  async acknowledge(
    trx: Knex.Transaction,
    acknowledgement: {
      planId: string;
      version: number;
      userRef: string;
      named: string[];
      at: string;
    },
  ): Promise<void> {
    await trx('plan_acknowledgements')
      .insert({
        plan_id: acknowledgement.planId,
        version: acknowledgement.version,
        user_ref: acknowledgement.userRef,
        named: JSON.stringify(acknowledgement.named),
        at: acknowledgement.at,
      })
      .onConflict(['plan_id', 'version', 'user_ref'])
      .ignore();
  }

  async editorsOf(
    planId: string,
    butNot: string,
  ): Promise<PlanDetail['editors']> {
    const since = new Date(
      this.#clock().getTime() - FORGOTTEN_AFTER,
    ).toISOString();
    const rows: Array<{ subject: string; seen_at: string }> =
      await this.#database('plan_presence')
        .where({ plan_id: planId })
        .where('seen_at', '>', since)
        .whereNot('subject', butNot)
        .orderBy('subject');
    return rows.map(row => ({ by: row.subject, lastSeenAt: row.seen_at }));
  }

  async setPresence(
    planId: string,
    subject: string,
    isEditing: boolean,
  ): Promise<void> {
    const key = { plan_id: planId, subject };
    if (!isEditing) {
      await this.#database('plan_presence').where(key).delete();
      return;
    }
    await this.#database('plan_presence')
      .insert({ ...key, seen_at: this.#clock().toISOString() })
      .onConflict(['plan_id', 'subject'])
      .merge();
  }

  async contactsOf(
    planIds: string[],
  ): Promise<Map<string, PlanPrivateContacts['items']>> {
    const rows = await this.#database('plan_contacts')
      .whereIn('plan_id', planIds)
      .orderBy(['plan_id', 'contact_id']);
    const found = new Map<string, PlanPrivateContacts['items']>();
    for (const row of rows) {
      const list = found.get(row.plan_id) ?? [];
      list.push({
        contactId: row.contact_id,
        phone: row.phone,
        email: row.email,
        note: row.note,
      });
      found.set(row.plan_id, list);
    }
    return found;
  }

  /** Who is left out is erased, and nothing of them is kept anywhere. */
  async replaceContacts(
    trx: Knex.Transaction,
    planId: string,
    contacts: {
      items: PlanPrivateContacts['items'];
      by: string;
      at: string;
    },
  ): Promise<void> {
    await trx('plan_contacts').where({ plan_id: planId }).delete();
    if (contacts.items.length === 0) return;
    await trx('plan_contacts').insert(
      contacts.items.map(item => ({
        plan_id: planId,
        contact_id: item.contactId,
        phone: item.phone,
        email: item.email,
        note: item.note,
        updated_at: contacts.at,
        updated_by: contacts.by,
      })),
    );
  }

  async sourceOf(planId: string): Promise<PlanDetail['source']> {
    const row = await this.#database('plan_sources')
      .where({ plan_id: planId })
      .whereNot('location', '')
      .orderBy('entity_ref')
      .first('entity_ref', 'url', 'read_at', 'problem');
    if (!row) return null;
    const problem = row.problem === null ? null : JSON.parse(row.problem);
    return {
      entityRef: row.entity_ref,
      url: row.url,
      readAt: row.read_at,
      problem: problem && { line: problem.line, message: problem.message },
    };
  }
}
