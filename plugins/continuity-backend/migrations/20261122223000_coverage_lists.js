/**
 * Answers the audit list from indexes alone, at 100,000 entities, whatever it is filtered by.
 *
 * What is filtered or sorted by stands in one index each over the rows of now and over those of the past, so that a filter that few rows pass
 * reads no others. The orders of now hold the moment since when, so that those of an earlier moment are passed over without being read. The life of an
 * entity, which the trend is made of, is read from its index alone. Texts without a limit in the catalog get one: PostgreSQL refuses a row of which an index would
 * have to hold more than 2,704 bytes.
 */
const current = 'where valid_to is null';

const statusRank = `(case status when 'out-of-scope' then 0 when 'unassessed' then 1 when 'exposed' then 2 when 'at-risk' then 3 when 'exempt' then 4 when 'not-required' then 5 when 'met' then 6 end)`;
const rpo =
  '(case when rpo_seconds = -1 then 9007199254740991 else rpo_seconds end)';

const longest = { title: 200, type: 100, search_text: 400 };

/** @param {import('knex').Knex} knex */
function orders(knex) {
  const isPg = knex.client.config.client === 'pg';
  const text = expression =>
    isPg ? `(${expression} collate "C")` : `${expression}`;
  return {
    assessments_by_urgency_idx: 'urgency',
    assessments_by_name_idx: text('lower(title)'),
    assessments_by_tier_idx: 'tier_rank',
    assessments_by_status_idx: statusRank,
    assessments_by_rto_idx: 'rto_seconds',
    assessments_by_rpo_idx: rpo,
    assessments_by_mtpd_idx: 'mtpd_seconds',
    assessments_by_owner_idx: text('owner_ref'),
    assessments_by_due_idx: text('due_by'),
  };
}

/**
 * @param {import('knex').Knex} knex
 * @param {{ withSince: boolean }} options
 */
async function makeOrders(knex, { withSince }) {
  const isPg = knex.client.config.client === 'pg';
  const ref = isPg ? '(entity_ref collate "C")' : 'entity_ref';
  for (const [name, order] of Object.entries(orders(knex))) {
    await knex.schema.raw(`drop index ${name}`);
    await knex.schema.raw(
      `create index ${name} on assessments (${order}, ${ref}${
        withSince ? ', valid_from' : ''
      }) ${current}`,
    );
  }
}

/** @param {import('knex').Knex} knex */
function covering(knex) {
  const isPg = knex.client.config.client === 'pg';
  const index = (keys, more) =>
    isPg ? `(${keys}) include (${more})` : `(${keys}, ${more})`;
  // what most are looked through for comes first: the rest of an entry is then not read
  const list = `in_scope, late, urgency, search_text, gap_codes, ${
    isPg ? 'id, ' : ''
  }entity_ref, uid, tier, kind, type, owner_ref, recovery_owner, system_ref, domain_ref, tier_rank, rto_seconds, rpo_seconds, mtpd_seconds, due_by, title`;
  return {
    // SQLite looks at valid_to although the index says what it is
    assessments_list_idx: `${index(
      'status',
      `${list}, valid_from${isPg ? '' : ', valid_to'}`,
    )} ${current}`,
    assessments_past_list_idx: `${index(
      'valid_to, valid_from, status',
      list,
    )} where valid_to is not null`,
    assessments_entity_idx: index(
      'entity_ref, valid_from',
      'valid_to, uid, status, underlying_status, tier, late',
    ),
  };
}

/** @param {import('knex').Knex} knex */
exports.up = async function up(knex) {
  for (const [column, length] of Object.entries(longest)) {
    await knex.raw(
      `update assessments set ${column} = substr(${column}, 1, ${length}) where length(${column}) > ${length}`,
    );
  }
  await makeOrders(knex, { withSince: true });
  await knex.schema.raw('drop index assessments_entity_idx');
  for (const [name, columns] of Object.entries(covering(knex))) {
    await knex.schema.raw(`create index ${name} on assessments ${columns}`);
  }
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  for (const name of Object.keys(covering(knex))) {
    await knex.schema.raw(`drop index ${name}`);
  }
  await knex.schema.raw(
    'create index assessments_entity_idx on assessments (entity_ref, valid_from)',
  );
  await makeOrders(knex, { withSince: false });
};
