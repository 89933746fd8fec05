/**
 * Results stay under the name that an entity had when it was tested, since what was reviewed is read-only. This says under which name they count now.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('test_renames', table => {
    table.string('from_ref', 255).primary();
    table.string('to_ref', 255).notNullable();
    table.index(['to_ref'], 'test_renames_to_idx');
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('test_renames');
};
