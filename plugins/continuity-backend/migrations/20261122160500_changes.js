/**
 * Changes with their assessments, what they ask of plans, and what ITSM tools sent and are told.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('changes', table => {
    table.string('id', 36).primary();
    table.integer('revision').notNullable();
    table
      .string('source', 64)
      .notNullable()
      .comment('portal, ci, or the name of a webhook’s source');
    table.string('external_id', 200).nullable().comment('Of the ITSM tool');
    table.text('url').nullable();
    table.text('title').notNullable();
    table.text('sort_title').notNullable();
    table.text('search_text').notNullable().comment('In lower case');
    table.string('type', 16).notNullable();
    table.string('treated_as', 16).notNullable();
    table.string('model', 100).nullable();
    table.boolean('major').notNullable();
    table.string('state', 16).notNullable();
    table.string('planned_start', 32).nullable();
    table.string('planned_end', 32).nullable();
    table.string('requested_by', 255).notNullable();
    table.string('created_at', 32).notNullable();
    table.string('updated_at', 32).notNullable();
    table.string('updated_by', 255).notNullable();
    table.string('approved_at', 32).nullable();
    table.string('approved_by', 255).nullable();
    table.string('implemented_at', 32).nullable();
    table.string('implemented_by', 255).nullable();
    table.string('review_due_at', 32).nullable();
    table.string('review_done_at', 32).nullable();
    table.string('review_done_by', 255).nullable();
    table.text('review_outcome').nullable();
    table.integer('last_assessment').notNullable();
    table.string('verdict', 8).notNullable().comment('Of the last assessment');
    table.integer('verdict_rank').notNullable().comment('0 = the worst');
    table.text('headline').notNullable();
    table.integer('caused').notNullable();
    table.integer('already_there').notNullable();
    table.integer('total_impacted').notNullable();
    table.index(['created_at', 'id'], 'changes_created_idx');
    table.index(['planned_start', 'id'], 'changes_start_idx');
    table.index(['sort_title', 'id'], 'changes_title_idx');
    table.index(['verdict_rank', 'id'], 'changes_verdict_idx');
    table.index(['state', 'review_due_at'], 'changes_review_idx');
  });
  // the same id of the same source is the same change, whoever says it first
  await knex.schema.raw(
    'create unique index changes_external_idx on changes (source, external_id) where external_id is not null',
  );

  await knex.schema.createTable('change_assessments', table => {
    table.comment('What was found, as it was found; nothing in it is hidden');
    table.string('change_id', 36).notNullable();
    table.integer('number').notNullable();
    table.string('at', 32).notNullable();
    table.string('by', 255).notNullable();
    table.string('verdict', 8).notNullable();
    table.integer('caused').notNullable();
    table
      .text('payload')
      .notNullable()
      .comment('ChangeAssessment as canonical JSON');
    table.string('sha256', 64).notNullable();
    table.primary(['change_id', 'number']);
  });

  await knex.schema.createTable('change_entities', table => {
    table.comment('What a change touches and hits, by its last assessment');
    table.string('change_id', 36).notNullable();
    table.string('entity_ref', 255).notNullable();
    table.string('effect', 16).notNullable();
    table
      .string('created_at', 32)
      .notNullable()
      .comment('Of the change: an entity is asked for its latest');
    table
      .text('asked')
      .nullable()
      .comment('Sentences of what it causes here, as JSON');
    table.primary(['change_id', 'entity_ref']);
    table.index(
      ['entity_ref', 'created_at', 'change_id'],
      'change_entities_entity_idx',
    );
  });

  await knex.schema.createTable('change_plans', table => {
    table.comment('The plans that cover what a change hits');
    table.string('change_id', 36).notNullable();
    table.string('plan_id', 36).notNullable();
    table
      .text('reasons')
      .nullable()
      .comment('Why it asks for a review, as JSON; null: it does not');
    table.primary(['change_id', 'plan_id']);
    table.index(['plan_id', 'change_id'], 'change_plans_plan_idx');
  });

  await knex.schema.createTable('plan_change_requests', table => {
    table.comment('What changes ask of a plan; at most one is open');
    table.string('id', 36).primary();
    table.string('plan_id', 36).notNullable();
    table.string('state', 16).notNullable();
    table.string('opened_at', 32).notNullable();
    table.string('due_at', 32).notNullable();
    table.integer('done_by_version').nullable();
    table.string('closed_at', 32).nullable();
    table.string('closed_by', 255).nullable();
    table.text('reason').nullable().comment('Why it was declined');
    table.index(['state', 'due_at', 'id'], 'plan_change_requests_due_idx');
    table.index(['plan_id', 'state'], 'plan_change_requests_plan_idx');
  });
  await knex.schema.raw(
    `create unique index plan_change_requests_open_idx on plan_change_requests (plan_id) where state = 'open'`,
  );

  await knex.schema.createTable('plan_change_request_changes', table => {
    table.comment('The changes that a request collects; withdrawn ones go');
    table.string('request_id', 36).notNullable();
    table.string('change_id', 36).notNullable();
    table.text('reasons').notNullable().comment('Sentences as JSON');
    table.string('added_at', 32).notNullable();
    table
      .integer('settled_by_version')
      .nullable()
      .comment('The approved version that names it');
    table.primary(['request_id', 'change_id']);
    table.index(['change_id'], 'plan_change_request_changes_change_idx');
  });

  await knex.schema.createTable('change_callbacks', table => {
    table.comment('Outcomes that are posted back to where a change came from');
    table.string('change_id', 36).primary();
    table.string('source', 64).notNullable();
    table.string('state', 8).notNullable().comment('waiting, sent or failed');
    table
      .integer('version')
      .notNullable()
      .comment('Grows with each outcome: an older one that was sent is not it');
    table.integer('attempts').notNullable();
    table.text('last_error').nullable();
    table.string('last_at', 32).nullable();
    table.string('next_at', 32).nullable().comment('When to try again');
  });
  await knex.schema.raw(
    `create index change_callbacks_waiting_idx on change_callbacks (next_at) where state = 'waiting'`,
  );

  await knex.schema.createTable('change_deliveries', table => {
    table.comment('What webhooks delivered, so that each counts once');
    table.string('source', 64).notNullable();
    table.string('delivery_id', 200).notNullable();
    table.string('body_sha256', 64).notNullable();
    table.string('change_id', 36).notNullable();
    table.text('answer').notNullable().comment('As it was given, as JSON');
    table.string('at', 32).notNullable();
    table.primary(['source', 'delivery_id']);
    table.index(['at'], 'change_deliveries_at_idx');
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  for (const table of [
    'change_deliveries',
    'change_callbacks',
    'plan_change_request_changes',
    'plan_change_requests',
    'change_plans',
    'change_entities',
    'change_assessments',
    'changes',
  ]) {
    await knex.schema.dropTable(table);
  }
};
