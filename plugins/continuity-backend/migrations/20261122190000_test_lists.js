/**
 * Lists of tests and of what is due are counted each time they are shown: these hold all that is asked for, so that the wide rows stay unread.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.alterTable('tests', table => {
    table.index(['from_at', 'to_at', 'state'], 'tests_span_idx');
  });
  await knex.schema.raw(
    `create index tests_unreviewed_idx on tests (state, facilitator, id) where reviewed_at is null`,
  );
  await knex.schema.raw(
    `create index test_requirements_owners_idx on test_requirements (owner_ref, due) where to_plan`,
  );
  await knex.schema.raw(
    `create index assessments_recovery_owner_idx on assessments (recovery_owner, entity_ref) where valid_to is null`,
  );
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.raw('drop index assessments_recovery_owner_idx');
  await knex.schema.raw('drop index test_requirements_owners_idx');
  await knex.schema.raw('drop index tests_unreviewed_idx');
  await knex.schema.alterTable('tests', table => {
    table.dropIndex(['from_at', 'to_at', 'state'], 'tests_span_idx');
  });
};
