/**
 * Dry runs of a changed policy, and what they found: any replica may work one out, and any may be asked for it. Each person has one, and it goes after a
 * day; nothing else refers to them.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('policy_dry_runs', table => {
    table.string('id', 36).primary();
    table.string('requested_by', 255).notNullable();
    table.string('requested_at', 32).notNullable();
    table.string('state', 16).notNullable();
    table
      .text('policy')
      .notNullable()
      .comment(
        'ContinuityPolicy as JSON; never the text, which may hold secrets',
      );
    table.integer('progress').notNullable();
    table.integer('total').notNullable();
    table.integer('attempts').notNullable();
    table
      .string('claimed_until', 32)
      .nullable()
      .comment('Until then nobody else works it out');
    table.string('finished_at', 32).nullable();
    table.string('expires_at', 32).notNullable();
    table.text('problem').nullable();
    table.text('outcome').nullable().comment('As JSON, once it is done');
    table.unique(['requested_by'], { indexName: 'policy_dry_runs_by_unq' });
    table.index(['state', 'requested_at'], 'policy_dry_runs_state_idx');
  });
  await knex.schema.createTable('policy_dry_run_changes', table => {
    table.string('run_id', 36).notNullable();
    table.integer('position').notNullable().comment('Worst first, from 0');
    table.text('entity_ref').notNullable();
    table.string('uid', 64).nullable();
    table.string('change', 16).notNullable();
    table.text('detail').notNullable().comment('DryRunItem as JSON');
    table.primary(['run_id', 'position']);
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('policy_dry_run_changes');
  await knex.schema.dropTable('policy_dry_runs');
};
