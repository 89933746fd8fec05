/**
 * The labels that the catalog shows, with a revision that grows with every change, so that the catalog module reads only what changed.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('entity_labels', table => {
    table.comment('Labels of each entity as the catalog should show them');
    table.string('entity_ref', 255).primary();
    table.text('labels').nullable().comment('JSON; null = none any more');
    table.bigInteger('revision').notNullable();
    table.index(['revision'], 'entity_labels_revision_idx');
  });
  await knex.schema.createTable('label_revision', table => {
    table.comment(
      'One row. Writers lock it until they commit, so that a reader never sees revision 8 before 7',
    );
    table.integer('id').primary();
    table.bigInteger('value').notNullable();
  });
  await knex('label_revision').insert({ id: 1, value: 0 });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('label_revision');
  await knex.schema.dropTable('entity_labels');
};
