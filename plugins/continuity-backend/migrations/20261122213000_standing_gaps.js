/**
 * The gaps that a check of a change tells about, apart from the text with everything that an assessment shows: a check reads hundreds of them.
 * Null: written before this; they are then taken out of that text.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.alterTable('assessments', table => {
    table.text('standing_gaps').nullable();
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.alterTable('assessments', table => {
    table.dropColumn('standing_gaps');
  });
};
