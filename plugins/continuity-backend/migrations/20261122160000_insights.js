/**
 * How everything stood at the end of each day, counted from the intervals of assessments: what figures over a period and their trends are made of. It is
 * worked out once, also for days on which nothing ran.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('kpi_days', table => {
    table.string('at', 32).primary().comment('The end of the day');
    table.string('day', 10).notNullable().comment('In the zone of that time');
    table.text('snapshot').notNullable().comment('CoverageSnapshot as JSON');
    table
      .integer('missed_tests')
      .notNullable()
      .comment(
        'Required tests that fell due on that day and had not been held',
      );
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('kpi_days');
};
