/**
 * Lets the audit ask about the past as fast as about now, and for what lies behind gaps.
 *
 * An interval that has ended is looked for by the same orders as one that holds, so it has the same indexes; each ends with the moments between which it held, so that
 * those of other times are passed over without being read. `causes` and `dues` say in a word each what is behind an entity's gaps and when they
 * are due: it follows from `detail`, in which the database can't look in time.
 */
const past = 'where valid_to is not null';
const current = 'where valid_to is null';

const statusRank = `(case status when 'out-of-scope' then 0 when 'unassessed' then 1 when 'exposed' then 2 when 'at-risk' then 3 when 'exempt' then 4 when 'not-required' then 5 when 'met' then 6 end)`;
const rpo =
  '(case when rpo_seconds = -1 then 9007199254740991 else rpo_seconds end)';

/** @param {import('knex').Knex} knex */
function pastIndexes(knex) {
  const isPg = knex.client.config.client === 'pg';
  const text = expression =>
    isPg ? `(${expression} collate "C")` : `${expression}`;
  const ref = text('entity_ref');
  const then = 'valid_to, valid_from';
  return {
    assessments_past_by_urgency_idx: `(urgency, ${ref}, ${then})`,
    assessments_past_by_name_idx: `(${text('lower(title)')}, ${ref}, ${then})`,
    assessments_past_by_tier_idx: `(tier_rank, ${ref}, ${then})`,
    assessments_past_by_status_idx: `(${statusRank}, ${ref}, ${then})`,
    assessments_past_by_rto_idx: `(rto_seconds, ${ref}, ${then})`,
    assessments_past_by_rpo_idx: `(${rpo}, ${ref}, ${then})`,
    assessments_past_by_mtpd_idx: `(mtpd_seconds, ${ref}, ${then})`,
    assessments_past_by_owner_idx: `(${text('owner_ref')}, ${ref}, ${then})`,
    assessments_past_by_due_idx: `(${text('due_by')}, ${ref}, ${then})`,
    assessments_past_owner_idx: `(owner_ref, ${then})`,
    assessments_past_system_idx: `(system_ref, ${then})`,
    assessments_past_counts_idx: isPg
      ? `(${then}, status, tier, in_scope, late) include (uid, kind, type, owner_ref, system_ref, domain_ref)`
      : `(${then}, status, tier, in_scope, late, uid, kind, type, owner_ref, system_ref, domain_ref)`,
  };
}

/**
 * The counts of now, with the moment since when: then those of a moment are read from the index alone, too.
 *
 * @param {import('knex').Knex} knex
 */
function countsIndex(knex, { withSince }) {
  const isPg = knex.client.config.client === 'pg';
  // SQLite looks at valid_to although the index says what it is: without it, each row would be read for that
  const since = isPg ? ', valid_from' : ', valid_from, valid_to';
  const more = `uid, kind, type, owner_ref, system_ref, domain_ref${
    withSince ? since : ''
  }`;
  return isPg
    ? `(status, tier, in_scope, late) include (${more})`
    : `(status, tier, in_scope, late, ${more})`;
}

/** What lies behind a gap, as `gapCauses` said it when this was written. */
function refsBehind({ code, severity, params }, systemRef) {
  switch (code) {
    case 'waits-for-slower-dependency':
      return [params.slowest];
    case 'recovery-beyond-rto':
      return [params.longestStep];
    case 'dependency-unprotected':
      return severity === 'information' ? [] : params.refs.split(', ');
    case 'owner-unresolved':
      return [params.owner];
    case 'agreement-missing':
    case 'bia-missing':
    case 'bia-overdue':
    case 'risk-missing':
    case 'risk-overdue':
      return params.unit === 'system' && systemRef ? [systemRef] : [];
    default:
      return [];
  }
}

function words(list) {
  const sorted = [...new Set(list)].sort();
  return sorted.length === 0 ? '' : `|${sorted.join('|')}|`;
}

/** @param {import('knex').Knex} knex */
async function fill(knex) {
  for (let after = 0; ; ) {
    const rows = await knex('assessments')
      .where('id', '>', after)
      .whereNot('gap_codes', '')
      .orderBy('id')
      .limit(500)
      .select('id', 'system_ref', 'detail');
    if (rows.length === 0) return;
    for (const row of rows) {
      const gaps = JSON.parse(row.detail).gaps.filter(gap => !gap.exemption);
      const pressing = gaps.filter(gap => gap.severity !== 'information');
      await knex('assessments')
        .where('id', row.id)
        .update({
          causes: words(
            gaps.flatMap(gap =>
              refsBehind(gap, row.system_ref).map(ref => `${gap.code} ${ref}`),
            ),
          ),
          dues: words(pressing.map(gap => `${gap.code}@${gap.dueBy}`)),
        });
    }
    after = rows[rows.length - 1].id;
  }
}

/** @param {import('knex').Knex} knex */
exports.up = async function up(knex) {
  await knex.schema.alterTable('assessments', table => {
    table
      .text('causes')
      .notNullable()
      .defaultTo('')
      .comment('|code ref| of what lies behind its gaps elsewhere');
    table
      .text('dues')
      .notNullable()
      .defaultTo('')
      .comment('|code@moment| of critical and warning gaps');
  });
  if (knex.client.config.client === 'pg') {
    for (const column of ['causes', 'dues']) {
      await knex.schema.raw(
        `alter table assessments alter column ${column} set storage main`,
      );
    }
  }
  await fill(knex);
  for (const [name, columns] of Object.entries(pastIndexes(knex))) {
    await knex.schema.raw(
      `create index ${name} on assessments ${columns} ${past}`,
    );
  }
  await knex.schema.raw(
    'create index assessments_since_idx on assessments (valid_from)',
  );
  // once most intervals have ended, each at a moment of its own, SQLite takes "valid_to is null" for two rows, and reads all that hold by this index
  await knex.schema.raw('drop index assessments_status_idx');
  await knex.schema.raw('drop index assessments_counts_idx');
  await knex.schema.raw(
    `create index assessments_counts_idx on assessments ${countsIndex(knex, {
      withSince: true,
    })} ${current}`,
  );
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  for (const name of [
    ...Object.keys(pastIndexes(knex)),
    'assessments_since_idx',
    'assessments_counts_idx',
  ]) {
    await knex.schema.raw(`drop index ${name}`);
  }
  await knex.schema.raw(
    `create index assessments_counts_idx on assessments ${countsIndex(knex, {
      withSince: false,
    })} ${current}`,
  );
  await knex.schema.raw(
    'create index assessments_status_idx on assessments (valid_to, status)',
  );
  for (const column of ['causes', 'dues']) {
    await knex.schema.raw(`alter table assessments drop column ${column}`);
  }
};
