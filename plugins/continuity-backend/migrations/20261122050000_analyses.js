/**
 * Business impact analyses and risk assessments. Every one that was ever recorded stays in a row of its own; what they say is JSON, since
 * nothing in it is filtered or sorted in the database.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('analyses', table => {
    table.comment('Business impact analyses and risk assessments');
    table.increments('seq').comment('Newest = largest');
    table.string('id', 36).notNullable().unique();
    table.string('entity_ref', 255).notNullable();
    table.string('sort', 8).notNullable().comment('bia or risk');
    table.string('state', 32).notNullable();
    table
      .integer('revision')
      .notNullable()
      .comment('Counts the changes to the analyses of one sort of one entity');
    table.text('content').notNullable();
    table.string('assessor', 255).nullable();
    table.string('agreed_with', 200).nullable();
    table.string('assessed_on', 10).notNullable();
    table.string('looser', 64).notNullable().defaultTo('[]');
    table.string('recorded_by', 255).notNullable();
    table.string('recorded_at', 32).notNullable();
    table.string('confirmed_by', 255).nullable();
    table.string('confirmed_at', 32).nullable();
    table.text('note').nullable();
    table.string('archived_at', 32).nullable();
    table.index(['entity_ref', 'sort', 'seq'], 'analyses_entity_idx');
  });
  // one of each that counts, whoever was fastest
  for (const state of ['agreed', 'draft', 'awaiting-second-person']) {
    await knex.schema.raw(
      `create unique index analyses_${state.replace(
        /-/g,
        '_',
      )}_idx on analyses (entity_ref, sort) where archived_at is null and state = '${state}'`,
    );
  }
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('analyses');
};
