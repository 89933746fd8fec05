import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import { ConflictError, NotAllowedError } from '@backstage/errors';
import type {
  PlanDetail,
  PlanPresence,
  PlanPrivateContacts,
} from 'backstage-plugin-continuity-common';
import type { Knex } from 'knex';
import type { MirrorStore } from '../../catalog/MirrorStore';
import { WrongFieldsError } from '../../contract/WrongFieldsError';
import { PlanAccess } from '../../permissions/PlanAccess';
import { PlanNotes } from '../../plan/PlanNotes';
import type { PlanStore } from '../../plan/PlanStore';
import { PlanWriter } from '../../plan/PlanWriter';
import { assertInForce, PlanDesk } from './PlanDesk';
import { PlanReader } from './PlanReader';
import { PlanSight } from './PlanSight';

interface Options {
  database: Knex;
  mirror: MirrorStore;
  planStore: PlanStore;
  planNotes: PlanNotes;
  planAccess: PlanAccess;
  planSight: PlanSight;
  planReader: PlanReader;
  planWriter: PlanWriter;
  planDesk: PlanDesk;
}

type Asked = { credentials: BackstageCredentials };

/** Holds what hangs on a plan beside its text: who has read it, who has it open, private contacts. */
export class PlanNotesService {
  readonly #options: Options;

  static create(options: Options) {
    return new PlanNotesService(options);
  }

  private constructor(options: Options) {
    this.#options = options;
  }

  async acknowledge(
    planId: string,
    { version, credentials }: Asked & { version: number },
  ): Promise<PlanDetail> {
    const { database, mirror, planAccess, planSight, planNotes, planReader } =
      this.#options;
    const caller = await planAccess.of(credentials);
    const { plan } = await planSight.open(planId, caller);
    assertInForce(plan);
    if (plan.inForceVersion !== version) {
      throw new ConflictError(
        `Version ${plan.inForceVersion} is in force now. Read that one.`,
      );
    }
    const userRef = caller.access.subject;
    const claims = new Set(await mirror.claimsOf(userRef));
    const named = plan.contacts.filter(ref => claims.has(ref));
    if (named.length === 0) {
      throw new NotAllowedError(
        'The plan does not name you or a group of yours, so nobody waits for you to read it.',
      );
    }
    await database.transaction(trx =>
      planNotes.acknowledge(trx, {
        planId,
        version,
        userRef,
        named,
        at: this.#options.planWriter.now(),
      }),
    );
    return planReader.detail(planId, caller);
  }

  async touchDraft(
    planId: string,
    { editing, credentials }: Asked & { editing: boolean },
  ): Promise<PlanPresence> {
    const { planNotes, planStore } = this.#options;
    const { caller } = await this.#options.planDesk.open(
      planId,
      'update',
      credentials,
    );
    const { subject } = caller.access;
    await planNotes.setPresence(planId, subject, editing);
    const plan = await planStore.get(planId);
    return {
      editors: await planNotes.editorsOf(planId, subject),
      revision: plan!.revision,
    };
  }

  async getContacts(
    planId: string,
    { credentials }: Asked,
  ): Promise<PlanPrivateContacts> {
    await this.#options.planDesk.open(planId, 'readContacts', credentials);
    const found = await this.#options.planNotes.contactsOf([planId]);
    return { items: found.get(planId) ?? [] };
  }

  async saveContacts(
    planId: string,
    { items, credentials }: PlanPrivateContacts & Asked,
  ): Promise<PlanPrivateContacts> {
    const { planNotes, planWriter } = this.#options;
    const { caller } = await this.#options.planDesk.open(
      planId,
      'updateContacts',
      credentials,
    );
    const ids = items.map(item => item.contactId);
    if (new Set(ids).size < ids.length) {
      throw new WrongFieldsError([
        { path: 'items', message: 'A contact is named twice.' },
      ]);
    }
    const by = caller.access.subject;
    await planWriter.change(planId, by, async ({ trx, plan, at }) => {
      await planNotes.replaceContacts(trx, planId, { items, by, at });
      return {
        plan,
        // what the phones and mails were is no part of history, or they could not be erased
        record: {
          action: 'private-contacts-saved',
          before: null,
          after: { contacts: ids },
        },
        dirty: [],
      };
    });
    return { items };
  }
}
