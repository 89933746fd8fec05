import { createHash } from 'node:crypto';
import { ConflictError } from '@backstage/errors';
import {
  canonicalPolicy,
  type ContinuityPolicy,
} from 'backstage-plugin-continuity-common';
import type { Knex } from 'knex';

/** When a version of the policy was in force; `to` is null for the one that is. */
export interface PolicyVersion {
  version: string;
  from: string;
  to: string | null;
}

interface VersionRow {
  id: number;
  version: string;
  policy: string;
  valid_from: string;
  valid_to: string | null;
  in_force: number | null;
}

/** SHA-256 of the canonical policy: the same for two that rule the same. */
export function policyVersionOf(policy: ContinuityPolicy): string {
  return createHash('sha256').update(canonicalPolicy(policy)).digest('hex');
}

/** Keeps every policy that was in force. */
export class PolicyVersionStore {
  readonly #database: Knex;

  static create(options: { database: Knex }): PolicyVersionStore {
    return new PolicyVersionStore(options.database);
  }

  private constructor(database: Knex) {
    this.#database = database;
  }

  /**
   * Says which policy rules from now on. Several replicas may start at once: one of them writes the version, the others find it.
   */
  async recordPolicyInForce(
    policy: ContinuityPolicy,
    now: string,
  ): Promise<PolicyVersion> {
    const version = policyVersionOf(policy);
    // each failed try means that another replica wrote one
    for (let tries = 0; tries < 10; tries++) {
      const current: VersionRow | undefined = await this.#database(
        'policy_versions',
      )
        .where({ in_force: 1 })
        .first();
      if (current?.version === version) {
        return toVersion(current);
      }
      await this.#replace(current, {
        version,
        policy: canonicalPolicy(policy),
        // a clock that was set back must not end a version before it began
        valid_from:
          current && current.valid_from > now ? current.valid_from : now,
        in_force: 1,
      });
    }
    throw new ConflictError(
      'Replicas with different policies are starting at the same time; start them with the same app-config',
    );
  }

  /** Newest first, the one in force included. */
  async versions(): Promise<PolicyVersion[]> {
    const rows: VersionRow[] = await this.#database('policy_versions').orderBy(
      'id',
      'desc',
    );
    return rows.map(toVersion);
  }

  /** The policy that rules now, as it is stored; undefined before the first start. */
  async policyInForce(): Promise<ContinuityPolicy | undefined> {
    const row: VersionRow | undefined = await this.#database('policy_versions')
      .where({ in_force: 1 })
      .first();
    return row && JSON.parse(row.policy);
  }

  /** The policy that was in force at a moment; the oldest one for a moment before all. */
  async policyAt(moment: string): Promise<ContinuityPolicy | undefined> {
    const row: VersionRow | undefined =
      (await this.#database('policy_versions')
        .where('valid_from', '<=', moment)
        .orderBy('id', 'desc')
        .first()) ??
      (await this.#database('policy_versions').orderBy('id').first());
    return row && JSON.parse(row.policy);
  }

  async #replace(
    current: VersionRow | undefined,
    next: Omit<VersionRow, 'id' | 'valid_to'>,
  ): Promise<void> {
    await this.#database.transaction(async trx => {
      if (current) {
        const closed = await trx('policy_versions')
          .where({ id: current.id, in_force: 1 })
          .update({ in_force: null, valid_to: next.valid_from });
        if (closed === 0) {
          return;
        }
      }
      await trx('policy_versions').insert(next).onConflict('in_force').ignore();
    });
  }
}

function toVersion(row: VersionRow): PolicyVersion {
  return { version: row.version, from: row.valid_from, to: row.valid_to };
}
