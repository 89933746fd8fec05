import {
  addCadence,
  type ContinuityPolicy,
  parseCadence,
  subtractCadence,
} from 'backstage-plugin-continuity-common';
import type { Knex } from 'knex';
import type { DatabaseMirrorStore } from './DatabaseMirrorStore';

interface Vanished {
  entity_ref: string;
  kind: string;
  source_location: string;
  first_seen_at: string;
  archived_at: string;
}

/**
 * Probable renames: one entity left the catalog with records of its own, or with plans, tests or findings that name it, and one of the same kind appeared at the same source location, within
 * the time in which an entity may return, before or after.
 *
 * A file may describe many entities. Where several left together, or several appeared, nobody can tell which is which, and nothing is proposed.
 */
export async function findRenames(
  trx: Knex.Transaction,
  options: {
    mirror: DatabaseMirrorStore;
    policy: ContinuityPolicy;
    at: string;
  },
): Promise<Array<{ fromRef: string; toRef: string }>> {
  const { mirror, policy, at } = options;
  const within = cadenceOf(policy.returnWithin);
  const earliest = subtractCadence(at, within, policy.timeZone);

  const renames = [];
  for (const group of byPlace(await vanishedWithRecords(trx, earliest))) {
    if (group.length > 1) continue;
    const [vanished] = group;
    const neighbours = await mirror.atLocation(trx, {
      kind: vanished.kind,
      sourceLocation: vanished.source_location,
    });
    const leftTogether = neighbours.filter(
      ({ archivedAt }) => archivedAt === vanished.archived_at,
    );
    const from = subtractCadence(vanished.archived_at, within, policy.timeZone);
    const to = addCadence(vanished.archived_at, within, policy.timeZone);
    const appeared = neighbours.filter(
      ({ archivedAt, firstSeenAt }) =>
        archivedAt === null &&
        // whoever was there as long as the one that left is no new name of it
        firstSeenAt > vanished.first_seen_at &&
        firstSeenAt >= from &&
        firstSeenAt <= to,
    );
    if (leftTogether.length === 1 && appeared.length === 1) {
      renames.push({
        fromRef: vanished.entity_ref,
        toRef: appeared[0].entityRef,
      });
    }
  }
  return renames;
}

/** Not those about which a person was asked, or has said no. */
async function vanishedWithRecords(
  trx: Knex.Transaction,
  earliest: string,
): Promise<Vanished[]> {
  return trx('mirror_entities as e')
    .where('e.archived_at', '>=', earliest)
    .whereNotNull('e.source_location')
    .where(has =>
      ['profiles', 'agreements', 'analyses', 'exemptions'].reduce(
        (query, table) =>
          query.orWhereExists(
            trx(table)
              .select('entity_ref')
              .whereRaw(`${table}.entity_ref = e.entity_ref`)
              .whereNotNull('archived_at'),
          ),
        has
          .orWhereExists(
            trx('plan_scope as s')
              .select('s.plan_id')
              .whereRaw('s.entity_ref = e.entity_ref')
              .whereIn('s.standing', ['in-force', 'open']),
          )
          .orWhereExists(
            trx('finding_entities as n')
              .select('n.finding_id')
              .whereRaw('n.entity_ref = e.entity_ref'),
          )
          .orWhereExists(
            trx('test_entities as t')
              .select('t.test_id')
              .whereRaw('t.entity_ref = e.entity_ref'),
          )
          .orWhereExists(
            trx('change_entities as g')
              .select('g.change_id')
              .where('g.effect', 'touched')
              .whereRaw('g.entity_ref = e.entity_ref'),
          ),
      ),
    )
    .whereNotExists(
      trx('carry_overs as c')
        .select('c.id')
        .whereRaw('c.from_ref = e.entity_ref')
        .where(asked =>
          asked.where('c.state', 'open').orWhereNot('c.decided_by', 'system'),
        ),
    )
    .orderBy('e.entity_ref')
    .select(
      'e.entity_ref',
      'e.kind',
      'e.source_location',
      'e.first_seen_at',
      'e.archived_at',
    );
}

function byPlace(vanished: Vanished[]): Vanished[][] {
  const places = new Map<string, Vanished[]>();
  for (const row of vanished) {
    const place = `${row.kind} ${row.source_location}`;
    places.set(place, [...(places.get(place) ?? []), row]);
  }
  return [...places.values()];
}

function cadenceOf(text: string) {
  const parsed = parseCadence(text);
  if (!parsed.ok) {
    throw new RangeError(parsed.message);
  }
  return parsed.cadence;
}
