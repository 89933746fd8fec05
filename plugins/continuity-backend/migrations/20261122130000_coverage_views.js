/**
 * What people keep of the coverage page, and whom they asked about what.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('coverage_views', table => {
    table.comment('Questions about coverage that a person has kept');
    table.string('id', 36).primary();
    table.string('user_ref', 255).notNullable();
    table.string('name', 100).notNullable();
    table.text('search').notNullable().comment('The query of the address');
    table.string('updated_at', 32).notNullable();
    table.unique(['user_ref', 'name'], {
      indexName: 'coverage_views_name_idx',
    });
  });

  await knex.schema.createTable('coverage_asks', table => {
    table.comment(
      'The last time that somebody was asked about the same services, so that nobody is asked twice within a day',
    );
    table.string('owner_ref', 255).notNullable();
    table.string('list_hash', 64).notNullable().comment('Of the services');
    table.string('asked_at', 32).notNullable();
    table.string('asked_by', 255).notNullable();
    table.text('message').notNullable();
    table.integer('entities').notNullable();
    table.primary(['owner_ref', 'list_hash']);
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.dropTable('coverage_asks');
  await knex.schema.dropTable('coverage_views');
};
