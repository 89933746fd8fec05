/**
 * Findings, calendar feeds, what machines reported, and which reminders were sent.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('findings', table => {
    table.string('id', 36).primary();
    table.text('title').notNullable();
    table.text('sort_title').notNullable();
    table.string('severity', 8).notNullable();
    table.integer('severity_rank').notNullable().comment('0 = the worst');
    table.string('state', 16).notNullable();
    table.string('owner_ref', 255).notNullable();
    table
      .string('due_on', 10)
      .notNullable()
      .comment('The last day on which it is in time, in the policy’s zone');
    table.text('description').notNullable().comment('Markdown');
    table.text('cause').notNullable().comment('Markdown');
    table.text('ticket').nullable().comment('{url, title} as JSON');
    table.string('source', 8).notNullable().comment('test, review or manual');
    table.string('test_id', 36).nullable();
    table.text('resolution').nullable().comment('As JSON');
    table.string('resolved_by', 255).nullable();
    table.text('verification').nullable().comment('As JSON');
    table.text('acceptance').nullable().comment('As JSON');
    table
      .string('closed_at', 32)
      .nullable()
      .comment('When it was verified or accepted');
    table.integer('revision').notNullable();
    table.string('created_at', 32).notNullable();
    table.string('created_by', 255).notNullable();
    table.string('updated_at', 32).notNullable();
    table.string('updated_by', 255).notNullable();
    table.index(['state', 'due_on', 'id'], 'findings_due_idx');
    table.index(['updated_at', 'id'], 'findings_updated_idx');
    table.index(['sort_title', 'id'], 'findings_title_idx');
    table.index(['owner_ref', 'state'], 'findings_owner_idx');
    table.index(['test_id'], 'findings_test_idx');
  });

  await knex.schema.createTable('finding_entities', table => {
    table.comment('What a finding is about');
    table.string('finding_id', 36).notNullable();
    table.string('entity_ref', 255).notNullable();
    table.primary(['finding_id', 'entity_ref']);
    table.index(['entity_ref', 'finding_id'], 'finding_entities_entity_idx');
  });

  await knex.schema.createTable('calendar_feeds', table => {
    table.comment('Addresses that calendars subscribe to');
    table.string('id', 36).primary();
    table
      .string('token_sha256', 64)
      .notNullable()
      .comment('The token itself is shown once and kept nowhere');
    table.string('owner_ref', 255).notNullable();
    table.text('name').notNullable();
    table.text('scope').notNullable().comment('CalendarScope as JSON');
    table
      .text('sight')
      .notNullable()
      .comment('What its owner could see when it was authorised last, as JSON');
    table.string('sighted_at', 32).notNullable();
    table.string('created_at', 32).notNullable();
    table.string('expires_at', 32).notNullable();
    table.string('last_read_at', 32).nullable();
    table.string('content_sha256', 64).nullable().comment('As read last');
    table
      .string('content_changed_at', 32)
      .nullable()
      .comment('For Last-Modified: what leaves a feed has no date of its own');
    table.string('revoked_at', 32).nullable();
    table.unique(['token_sha256'], { indexName: 'calendar_feeds_token_idx' });
    table.index(['owner_ref'], 'calendar_feeds_owner_idx');
  });

  await knex.schema.createTable('machine_reports', table => {
    table.comment('Results that machines reported, so that each counts once');
    table.string('subject', 255).notNullable();
    table.string('idempotency_key', 200).notNullable();
    table.string('body_sha256', 64).notNullable();
    table.string('test_id', 36).notNullable();
    table.text('answer').notNullable().comment('As it was given, as JSON');
    table.string('at', 32).notNullable();
    table.primary(['subject', 'idempotency_key']);
  });

  await knex.schema.createTable('reminder_digests', table => {
    table.comment('At most one for a person and day');
    table.string('person_ref', 255).notNullable();
    table.string('day', 10).notNullable().comment('In the policy’s zone');
    table.text('payload').notNullable().comment('What is sent, as JSON');
    table.string('made_at', 32).notNullable();
    table
      .string('claimed_until', 32)
      .notNullable()
      .comment('Until then nobody else sends it');
    table.integer('attempts').notNullable();
    table.string('sent_at', 32).nullable();
    table.primary(['person_ref', 'day']);
  });
  await knex.schema.raw(
    'create index reminder_digests_unsent_idx on reminder_digests (claimed_until) where sent_at is null',
  );

  await knex.schema.createTable('reminders_sent', table => {
    table.comment('Each thing is said to each person once');
    table.string('person_ref', 255).notNullable();
    table
      .string('reminder', 160)
      .notNullable()
      .comment('Cause, thing and moment');
    table
      .string('day', 10)
      .nullable()
      .comment('Of the digest; null: it was so before reminders began');
    table.string('at', 32).notNullable();
    table.primary(['person_ref', 'reminder']);
  });

  await knex.schema.createTable('reminders_begun', table => {
    table.integer('id').primary();
    table
      .string('at', 32)
      .notNullable()
      .comment('What was due before is not reminded of');
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  for (const table of [
    'reminders_begun',
    'reminders_sent',
    'reminder_digests',
    'machine_reports',
    'calendar_feeds',
    'finding_entities',
    'findings',
  ]) {
    await knex.schema.dropTable(table);
  }
};
