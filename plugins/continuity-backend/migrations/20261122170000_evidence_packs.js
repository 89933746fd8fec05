/**
 * Evidence packs: what was asked for, how far it is, and the file. What their maker could see is kept with them, since nobody can ask the catalog for
 * somebody who is not there while the pack is made.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('evidence_packs', table => {
    table.string('id', 36).primary();
    table.string('title', 200).notNullable();
    table.string('state', 16).notNullable();
    table.string('from_day', 10).notNullable();
    table.string('to_day', 10).notNullable();
    table.string('from_at', 32).notNullable();
    table.string('to_at', 32).notNullable();
    table.text('scope').notNullable().comment('EvidenceScope as JSON');
    table.text('entity_refs').notNullable().comment('As JSON');
    table.integer('left_out').notNullable();
    table
      .text('sight')
      .notNullable()
      .comment('What its maker could see when it was asked for, as JSON');
    table.string('requested_by', 255).notNullable();
    table.string('requested_at', 32).notNullable();
    table.integer('progress').notNullable();
    table.integer('attempts').notNullable();
    table
      .string('claimed_until', 32)
      .nullable()
      .comment('Until then nobody else makes it');
    table.string('finished_at', 32).nullable();
    table.string('expires_at', 32).nullable();
    table.integer('missing').nullable();
    table.integer('bytes').nullable();
    table.string('sha256', 64).nullable();
    table.text('problem').nullable();
    table.binary('content').nullable();
    table.index(['requested_by', 'requested_at'], 'evidence_packs_maker_idx');
    table.index(['state', 'requested_at'], 'evidence_packs_state_idx');
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('evidence_packs');
};
