/**
 * New names of entities that plans name: decided by a person, and kept beside the versions, which nothing changes.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('plan_renames', table => {
    table.string('from_ref', 255).primary();
    table.string('to_ref', 255).notNullable();
    table.string('at', 32).notNullable();
    table.index(['to_ref'], 'plan_renames_to_idx');
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('plan_renames');
};
