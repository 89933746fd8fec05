import type { Knex } from 'knex';
import type { RetentionRule } from '../record/RecordRetention';

const passes = `('passed', 'passed-with-deficiencies')`;

/**
 * A test goes with its results, log and files. It stays while it can still decide how an entity of the catalog stands, that is, until a later reviewed pass of each
 * of its entities at the same depth that is no less real: not of a part where the whole was tested, not further from production; and while a finding that is
 * kept came out of it.
 */
export function testRetention(keptFor: string | undefined): RetentionRule {
  return {
    type: 'tests',
    keptFor,
    outlived: (knex, before) =>
      knex('tests as t')
        .where(over =>
          over
            .where(held =>
              held
                .where('t.state', 'completed')
                .where('t.held_at', '<', before)
                .whereNotExists(stillDecides(knex)),
            )
            .orWhere(cancelled =>
              cancelled
                .where('t.state', 'cancelled')
                .where('t.cancelled_at', '<', before),
            ),
        )
        .whereNotExists(
          knex('findings as f').select('f.id').whereRaw('f.test_id = t.id'),
        )
        .orderByRaw('coalesce(t.held_at, t.cancelled_at), t.id')
        .select(
          't.id',
          't.title',
          't.depth',
          't.sha256',
          't.held_at',
          't.cancelled_at',
          't.outcome',
          't.reviewed_by',
        ),
    describe: row => ({
      entityRef: `test:${row.id}`,
      type: 'test',
      label: row.title,
      at: row.held_at ?? row.cancelled_at,
      before: {
        title: row.title,
        depth: row.depth,
        sha256: row.sha256,
        heldAt: row.held_at,
        outcome: row.outcome,
        reviewedBy: row.reviewed_by,
      },
    }),
    delete: async (trx, rows) => {
      const ids = rows.map(row => row.id);
      // the test first: its results are read-only as long as it is there
      await trx('tests').whereIn('id', ids).delete();
      for (const table of [
        'test_results',
        'test_entities',
        'test_people',
        'test_plans',
        'test_steps',
        'test_events',
        'test_attachments',
        'test_reschedules',
        'test_presence',
      ]) {
        await trx(table).whereIn('test_id', ids).delete();
      }
    },
  };
}

/** How near to production a test was held. */
function realness(test: 'n' | 't'): string {
  return `case ${test}.environment when 'production' then 2 when 'production-like' then 1 else 0 end`;
}

function stillDecides(knex: Knex): Knex.QueryBuilder {
  return knex('test_entities as e')
    .join('mirror_entities as m', 'm.entity_ref', 'e.entity_ref')
    .whereRaw('e.test_id = t.id')
    .whereNull('m.archived_at')
    .whereNotExists(
      knex('test_results as r')
        .join('tests as n', 'n.id', 'r.test_id')
        .whereRaw('r.entity_ref = e.entity_ref and n.depth = t.depth')
        .whereRaw(`n.held_at > t.held_at and r.outcome in ${passes}`)
        .whereRaw(`(t.partial = ? or n.partial = ?)`, [true, false])
        .whereRaw(`${realness('n')} >= ${realness('t')}`)
        .where('n.state', 'completed')
        .whereNotNull('n.reviewed_at')
        .select('r.test_id'),
    )
    .select('e.entity_ref');
}

/** A finding goes after it was verified or accepted. */
export function findingRetention(keptFor: string | undefined): RetentionRule {
  return {
    type: 'findings',
    keptFor,
    outlived: (knex, before) =>
      knex('findings')
        .whereIn('state', ['verified', 'accepted'])
        .where('closed_at', '<', before)
        .orderBy(['closed_at', 'id'])
        .select('id', 'title', 'severity', 'state', 'closed_at', 'test_id'),
    describe: row => ({
      entityRef: `finding:${row.id}`,
      type: 'finding',
      label: row.title,
      at: row.closed_at,
      before: {
        title: row.title,
        severity: row.severity,
        state: row.state,
        closedAt: row.closed_at,
        testId: row.test_id,
      },
    }),
    delete: async (trx, rows) => {
      const ids = rows.map(row => row.id);
      await trx('finding_entities').whereIn('finding_id', ids).delete();
      await trx('findings').whereIn('id', ids).delete();
    },
  };
}

/** A feed goes after it was revoked or ended by itself. */
export function calendarFeedRetention(
  keptFor: string | undefined,
): RetentionRule {
  return {
    type: 'calendarFeeds',
    keptFor,
    outlived: (knex, before) =>
      knex('calendar_feeds')
        .where(over =>
          over
            .where('revoked_at', '<', before)
            .orWhere('expires_at', '<', before),
        )
        .orderBy(['expires_at', 'id'])
        .select('id', 'name', 'owner_ref', 'expires_at', 'revoked_at'),
    describe: row => ({
      entityRef: row.owner_ref,
      type: 'test',
      label: `Calendar feed ${row.name}`,
      at: row.revoked_at ?? row.expires_at,
      before: { calendarFeed: row.id, name: row.name },
    }),
    delete: async (trx, rows) => {
      await trx('calendar_feeds')
        .whereIn(
          'id',
          rows.map(row => row.id),
        )
        .delete();
    },
  };
}

/** The key by which a machine's report counts once; the test itself is a test. */
export function machineReportRetention(
  keptFor: string | undefined,
): RetentionRule {
  return {
    type: 'machineReports',
    keptFor,
    outlived: (knex, before) =>
      knex('machine_reports')
        .where('at', '<', before)
        .orderBy(['at', 'subject', 'idempotency_key'])
        .select('subject', 'idempotency_key', 'test_id', 'at'),
    describe: row => ({
      entityRef: `test:${row.test_id}`,
      type: 'test',
      label: `Idempotency key ${row.idempotency_key} of ${row.subject}`,
      at: row.at,
      before: { subject: row.subject, idempotencyKey: row.idempotency_key },
    }),
    delete: async (trx, rows) => {
      for (const { subject, idempotency_key } of rows) {
        await trx('machine_reports')
          .where({ subject, idempotency_key })
          .delete();
      }
    },
  };
}

/** What a digest said; that something was said to somebody is kept, since each thing is said once. */
export function reminderRetention(keptFor: string | undefined): RetentionRule {
  return {
    type: 'reminders',
    keptFor,
    outlived: (knex, before) =>
      knex('reminder_digests')
        .where('sent_at', '<', before)
        .orderBy(['day', 'person_ref'])
        .select('person_ref', 'day', 'sent_at'),
    describe: row => ({
      entityRef: row.person_ref,
      type: 'test',
      label: `Digest of ${row.day}`,
      at: row.sent_at,
      before: { digest: row.day },
    }),
    delete: async (trx, rows) => {
      for (const { person_ref, day } of rows) {
        await trx('reminder_digests').where({ person_ref, day }).delete();
      }
    },
  };
}
