/**
 * What the current assessment was made from, as a hash: an entity that is asked about again though nothing of it changed costs reading its facts,
 * not deciding and writing. Null: made before this, or to be made anew whatever the facts say.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.alterTable('assessments', table => {
    table.text('facts_hash').nullable();
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.alterTable('assessments', table => {
    table.dropColumn('facts_hash');
  });
};
