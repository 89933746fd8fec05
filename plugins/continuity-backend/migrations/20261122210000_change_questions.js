/**
 * What a change was last assessed with: entities, files and proposed documents. Without it only changes of named entities could be assessed again.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('change_questions', table => {
    table.comment('While a change is neither implemented nor withdrawn');
    table.string('change_id', 36).primary();
    table.integer('entities').notNullable();
    table.integer('files').notNullable();
    table.integer('documents').notNullable();
    table
      .text('payload')
      .nullable()
      .comment('ChangedThings as canonical JSON; null: too large to keep');
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('change_questions');
};
