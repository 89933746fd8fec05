/**
 * The chain over the history: each seal fixes one record and the seal before it. Writers of records know nothing of it; a scheduled sealer adds what was
 * written since, so that no two changes wait for each other.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('record_seals', table => {
    table.bigInteger('position').primary().comment('From 1, without gaps');
    table.string('record_id', 36).notNullable().unique();
    table.bigInteger('record_seq').notNullable();
    table.string('record_sha256', 64).notNullable();
    table.string('previous_sha256', 64).notNullable();
    table.string('sha256', 64).notNullable();
    table.string('sealed_at', 32).notNullable();
    table.unique(['record_seq'], { indexName: 'record_seals_seq_idx' });
  });

  await knex.schema.createTable('record_seal_head', table => {
    table.comment(
      'One row: where the chain ends. Whoever seals holds it, and a chain that was cut off behind is seen by it',
    );
    table.integer('id').primary();
    table.bigInteger('position').notNullable();
    table.string('sha256', 64).notNullable();
    table.string('sealed_at', 32).nullable();
    table
      .string('looked_back_at', 32)
      .nullable()
      .comment(
        'When all records were compared with the seals, not only the latest',
      );
    table.string('checked_at', 32).nullable();
    table.bigInteger('checked_through').nullable();
    table.boolean('checked_holds').nullable();
  });
  await knex('record_seal_head').insert({
    id: 1,
    position: 0,
    sha256: '0'.repeat(64),
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('record_seal_head');
  await knex.schema.dropTable('record_seals');
};
