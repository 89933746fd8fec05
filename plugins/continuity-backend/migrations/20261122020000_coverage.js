/**
 * Makes the audit list fast at 100,000 entities, whatever it is sorted by: one index a sort over the current rows, and one that holds all
 * that the counts need. The expressions are those of `coverageSorts`; the planner uses an index only where they are the same.
 *
 * On PostgreSQL the wide texts move out of the table, so that whoever looks through it reads a tenth of it.
 */
const current = 'where valid_to is null';

const statusRank = `(case status when 'out-of-scope' then 0 when 'unassessed' then 1 when 'exposed' then 2 when 'at-risk' then 3 when 'exempt' then 4 when 'not-required' then 5 when 'met' then 6 end)`;
const rpo =
  '(case when rpo_seconds = -1 then 9007199254740991 else rpo_seconds end)';

/** @param {import('knex').Knex} knex */
function indexes(knex) {
  const isPg = knex.client.config.client === 'pg';
  const text = expression =>
    isPg ? `(${expression} collate "C")` : `${expression}`;
  const ref = text('entity_ref');
  return {
    assessments_by_urgency_idx: `(urgency, ${ref})`,
    assessments_by_name_idx: `(${text('lower(title)')}, ${ref})`,
    assessments_by_tier_idx: `(tier_rank, ${ref})`,
    assessments_by_status_idx: `(${statusRank}, ${ref})`,
    assessments_by_rto_idx: `(rto_seconds, ${ref})`,
    assessments_by_rpo_idx: `(${rpo}, ${ref})`,
    assessments_by_mtpd_idx: `(mtpd_seconds, ${ref})`,
    assessments_by_owner_idx: `(${text('owner_ref')}, ${ref})`,
    assessments_by_due_idx: `(${text('due_by')}, ${ref})`,
    assessments_owner_idx: '(owner_ref)',
    assessments_system_idx: '(system_ref)',
    assessments_counts_idx: isPg
      ? '(status, tier, in_scope, late) include (uid, kind, type, owner_ref, system_ref, domain_ref)'
      : '(status, tier, in_scope, late, uid, kind, type, owner_ref, system_ref, domain_ref)',
  };
}

/**
 * What lists filter, sort and show stays in the table: all texts but the documents.
 *
 * @param {import('knex').Knex} knex
 */
async function narrowColumns(knex) {
  const { rows } = await knex.raw(
    `select attname from pg_attribute where attrelid = 'assessments'::regclass and attnum > 0 and not attisdropped
      and atttypid in ('text'::regtype, 'varchar'::regtype) and attname not in ('detail', 'memory', 'memory_before')`,
  );
  return rows.map(row => row.attname);
}

/** @param {import('knex').Knex} knex */
exports.up = async function up(knex) {
  if (knex.client.config.client === 'pg') {
    await knex.schema.raw(
      'alter table assessments set (toast_tuple_target = 256)',
    );
    for (const column of await narrowColumns(knex)) {
      await knex.schema.raw(
        `alter table assessments alter column "${column}" set storage main`,
      );
    }
  }
  for (const [name, columns] of Object.entries(indexes(knex))) {
    await knex.schema.raw(
      `create index ${name} on assessments ${columns} ${current}`,
    );
  }
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  for (const name of Object.keys(indexes(knex))) {
    await knex.schema.raw(`drop index ${name}`);
  }
  if (knex.client.config.client === 'pg') {
    await knex.schema.raw('alter table assessments reset (toast_tuple_target)');
    for (const column of await narrowColumns(knex)) {
      await knex.schema.raw(
        `alter table assessments alter column "${column}" set storage extended`,
      );
    }
  }
};
