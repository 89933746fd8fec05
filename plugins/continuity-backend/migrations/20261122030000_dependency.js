/**
 * What the dependency graph rests on besides the mirror, and a log by which every replica sees what changed since the state it holds.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('graph_state', table => {
    table.comment(
      'One row. Writers lock it until they commit, so that a reader never sees revision 8 before 7',
    );
    table.integer('id').primary();
    table.bigInteger('revision').notNullable();
    table.string('changed_at', 32).nullable();
    table
      .bigInteger('standings_revision')
      .notNullable()
      .comment('The revision that dependency_standings were worked out for');
    table
      .bigInteger('standings_claim')
      .notNullable()
      .comment('The newest revision that somebody is writing them for')
      .defaultTo(-1);
    table
      .boolean('facts_filled')
      .notNullable()
      .comment('Whether recovery_facts were made from older assessments');
  });
  await knex('graph_state').insert({
    id: 1,
    revision: 0,
    standings_revision: -1,
    facts_filled: false,
  });

  await knex.schema.createTable('graph_changes', table => {
    table.comment(
      'The last revision at which something about an entity changed',
    );
    table.string('entity_ref', 255).primary();
    table.bigInteger('revision').notNullable();
    table.index(['revision'], 'graph_changes_revision_idx');
  });

  await knex.schema.createTable('recovery_facts', table => {
    table.comment(
      'Of the current assessments: what recovery times and conflicts are worked out from',
    );
    table.string('entity_ref', 255).primary();
    table.text('tier').nullable();
    table.boolean('in_scope').notNullable();
    table.boolean('requires_plan').notNullable();
    table.bigInteger('rto_seconds').nullable();
    table
      .bigInteger('rpo_seconds')
      .nullable()
      .comment('-1 = none (holds no data)');
    table.bigInteger('mtpd_seconds').nullable();
    table.bigInteger('own_seconds').nullable();
    table.string('own_source', 16).nullable();
    table.text('owner_ref').nullable().comment('Recovery owner');
    table.text('alternates').notNullable().comment('Refs as JSON, in order');
  });

  await knex.schema.createTable('dependency_classifications', table => {
    table.comment('What somebody said in the portal of a dependency');
    table.string('from_ref', 255).notNullable();
    table.string('to_ref', 255).notNullable();
    table.string('strength', 8).nullable().comment('null = taken back');
    table.text('reason').notNullable();
    table.bigInteger('endurable_seconds').nullable();
    table.integer('revision').notNullable();
    table.string('updated_by', 255).notNullable();
    table.string('updated_at', 32).notNullable();
    table
      .string('archived_at', 32)
      .nullable()
      .comment('Put away since the entity left the catalog');
    table.primary(['from_ref', 'to_ref']);
  });

  await knex.schema.createTable('dependency_standings', table => {
    table.comment('What the graph says of an entity, for its assessment');
    table.string('entity_ref', 255).primary();
    table.text('standing').notNullable().comment('DependencyStanding as JSON');
    table.string('hash', 64).notNullable();
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  for (const table of [
    'dependency_standings',
    'dependency_classifications',
    'recovery_facts',
    'graph_changes',
    'graph_state',
  ]) {
    await knex.schema.dropTable(table);
  }
};
