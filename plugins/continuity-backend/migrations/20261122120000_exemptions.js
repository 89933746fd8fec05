/**
 * Exemptions: who asked to be exempt from what and why, who decided, and when they hold.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('exemptions', table => {
    table.comment('Never deleted while they hold: what ends, ends by its time');
    table.string('id', 36).primary();
    table.string('entity_ref', 255).notNullable();
    table
      .string('requirement', 250)
      .notNullable()
      .comment('all, or the requirement of gaps');
    table.text('reason').notNullable();
    table
      .string('state', 16)
      .notNullable()
      .comment(
        'What was decided last: an end that comes by itself is not written down',
      );
    table
      .string('starts_at', 32)
      .notNullable()
      .comment('Not before its approval');
    table
      .string('ends_at', 32)
      .notNullable()
      .comment('Exclusive; earlier than asked for where somebody ended it');
    table
      .string('until', 32)
      .notNullable()
      .comment('As it was asked for: a day, or a moment');
    table.string('requested_by', 255).notNullable();
    table.string('requested_at', 32).notNullable();
    table.string('decided_by', 255).nullable();
    table.string('decided_at', 32).nullable();
    table.text('decision_note').nullable();
    table
      .string('closed_by', 255)
      .nullable()
      .comment('Who withdrew it, or ended it early');
    table.string('closed_at', 32).nullable();
    table.text('close_reason').nullable();
    table.integer('renewal').notNullable().comment('0 = the first one');
    table.string('renews_id', 36).nullable();
    table
      .string('archived_at', 32)
      .nullable()
      .comment('Its entity left the catalog');
    table.index(['entity_ref', 'state'], 'exemptions_entity_idx');
    table.index(['state', 'ends_at', 'id'], 'exemptions_end_idx');
    table.index(['requested_at', 'id'], 'exemptions_asked_idx');
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('exemptions');
};
