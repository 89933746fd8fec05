import { InputError } from '@backstage/errors';
import {
  countRenewals,
  decideExemptionTransition,
  parseExemptionPeriod,
  type ContinuityPolicy,
} from 'backstage-plugin-continuity-common';
import type { Knex } from 'knex';
import { DateTime, Duration } from 'luxon';
import { exemptionRecord } from '../exemption/exemptionRecord';
import type {
  ExemptionStore,
  StoredExemption,
} from '../exemption/ExemptionStore';
import type { RecordStore } from '../record/RecordStore';
import { SeedFile } from './seedFileSchema';
import type { SeedActs, SeedTimeline } from './SeedTimeline';

interface Context {
  policy: ContinuityPolicy;
  exemptionStore: ExemptionStore;
  records: RecordStore;
  now: string;
  timeline: SeedTimeline;
  knex: Knex;
  /** Writes one step, and lets the entity be assessed anew. */
  act: (write: (trx: Knex.Transaction) => Promise<void>) => Promise<void>;
}

/** An exemption of the seed file, by the rules of people's own: another person approves, for no longer than the policy allows. */
export function seedExemption(
  seed: SeedFile['exemptions'][number],
  context: Context,
): SeedActs {
  return async () => {
    const { timeline, act, exemptionStore, records } = context;
    await timeline.at(momentOf(seed.asked.at, context).toUTC().toISO()!);
    let before: StoredExemption | null = null;
    for (const exemption of await stepsOf(seed, context)) {
      const { by, at, said } = lastOf(exemption);
      const from = before?.state;
      await timeline.at(at);
      await act(async trx => {
        if (from) await exemptionStore.save(trx, exemption, from);
        else await exemptionStore.insert(trx, exemption);
        await records.append(trx, [
          exemptionRecord(exemption, {
            action: exemption.state,
            by,
            at,
            reason: said,
            before: from ? { state: from } : null,
          }),
        ]);
      });
      before = exemption;
    }
  };
}

async function stepsOf(
  seed: SeedFile['exemptions'][number],
  context: Context,
): Promise<StoredExemption[]> {
  const { policy, exemptionStore, knex } = context;
  const { id, entityRef, requirement, reason, asked, approved, ended } = seed;
  const moment = (text: string) => momentOf(text, context).toUTC().toISO()!;
  const requestedAt = moment(asked.at);
  const startsAt = approved ? moment(approved.at) : requestedAt;
  const period = parseExemptionPeriod(
    { until: momentOf(seed.until, context).toISODate()! },
    { policy, now: startsAt },
  );
  if (!period.ok) throw refusal(id, period.issues[0].message);
  const known = await exemptionStore.ofEntity(entityRef, knex);
  const { renewal, renews } = countRenewals(
    { requirement, startsAt },
    known.filter(({ decision }) => decision !== null),
  );
  const exemption: StoredExemption = {
    id,
    entityRef,
    requirement,
    reason,
    state: 'asked',
    startsAt: requestedAt,
    endsAt: period.endsAt,
    until: period.until,
    requestedBy: asked.by,
    requestedAt,
    decision: null,
    closing: null,
    renewal,
    renews: seed.renews ?? renews,
  };
  const steps = [exemption];
  if (approved) {
    const { by, note } = approved;
    const decision = decideExemptionTransition('approve', exemption, {
      by,
      now: startsAt,
    });
    if (!decision.ok) throw refusal(id, decision.message);
    steps.push({
      ...exemption,
      startsAt,
      state: 'approved',
      decision: { by, at: startsAt, note },
    });
  }
  if (ended) {
    const at = moment(ended.at);
    steps.push({
      ...steps[steps.length - 1],
      state: 'ended',
      endsAt: at,
      closing: { by: ended.by, at, reason: ended.reason },
    });
  }
  return steps;
}

/** The last thing that somebody did with it. */
function lastOf({ closing, decision, ...exemption }: StoredExemption) {
  if (closing) return { ...closing, said: closing.reason };
  if (decision) return { ...decision, said: decision.note };
  const { requestedBy, requestedAt, reason } = exemption;
  return { by: requestedBy, at: requestedAt, said: reason };
}

function momentOf(text: string, { policy, now }: Context): DateTime {
  const today = DateTime.fromISO(now, { zone: policy.timeZone });
  const length = Duration.fromISO(text.replace(/^[+-]/, ''));
  return text.startsWith('-') ? today.minus(length) : today.plus(length);
}

function refusal(id: string, message: string): InputError {
  return new InputError(
    `continuity.seed.file: the exemption ${id} can’t be used: ${message}`,
  );
}
