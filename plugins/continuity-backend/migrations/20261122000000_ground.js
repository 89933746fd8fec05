/**
 * The ground: mirror of the catalog, profiles, agreements, append-only records, assessments as intervals.
 *
 * Moments are ISO 8601 text in UTC with milliseconds ("2026-11-22T00:00:00.000Z"): they compare as text alike on SQLite and
 * PostgreSQL, and no driver turns them into the process's time zone.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  const isPg = knex.client.config.client === 'pg';

  await knex.schema.createTable('mirror_entities', table => {
    table.comment('The part of each catalog entity that the rules use');
    table.string('entity_ref', 255).primary();
    table.string('uid', 64).nullable().comment('For visibility joins');
    table.string('kind', 64).notNullable().comment('In lower case');
    table.text('title').notNullable();
    table.text('type').nullable();
    table.text('owner_ref').nullable();
    table.text('system_ref').nullable();
    table
      .text('domain_ref')
      .nullable()
      .comment('Its own; else the domain of its system counts');
    table.string('source_location', 1024).nullable();
    table.boolean('in_scope').notNullable();
    table.text('facts').notNullable().comment('EntityFacts as JSON');
    table.string('hash', 64).notNullable();
    table.string('first_seen_at', 32).notNullable();
    table.string('changed_at', 32).notNullable();
    table.string('archived_at', 32).nullable();
    table.index(['uid'], 'mirror_entities_uid_idx');
    table.index(['system_ref'], 'mirror_entities_system_idx');
    table.index(['kind', 'archived_at'], 'mirror_entities_kind_idx');
    table.index(['source_location'], 'mirror_entities_location_idx');
  });

  await knex.schema.createTable('mirror_relations', table => {
    table.comment(
      'Relations that the catalog emits, for walks in both directions',
    );
    table.string('source_ref', 255).notNullable();
    table.string('type', 64).notNullable();
    table.text('target_ref').notNullable();
    table.primary(['source_ref', 'type', 'target_ref']);
    table.index(['target_ref', 'type'], 'mirror_relations_target_idx');
  });

  await knex.schema.createTable('sweep_state', table => {
    table.comment(
      'One row: the state of the catalog sweep, shared by all replicas',
    );
    table.integer('id').primary();
    table.string('state', 16).notNullable();
    table.string('started_at', 32).nullable();
    table.string('finished_at', 32).nullable();
    table.string('last_good_at', 32).nullable();
    table.integer('read').notNullable().defaultTo(0);
    table.integer('written').notNullable().defaultTo(0);
    table.integer('archived').notNullable().defaultTo(0);
    table.text('last_error').nullable();
    table.string('last_error_at', 32).nullable();
    table.text('held').nullable().comment('Why the sweep was held, as JSON');
    table.string('release_by', 255).nullable();
    table.string('first_finished_at', 32).nullable();
    table
      .integer('people_revision')
      .notNullable()
      .defaultTo(0)
      .comment('Grows when users, groups or their relations change');
  });
  await knex('sweep_state').insert({ id: 1, state: 'never' });

  await knex.schema.createTable('sweep_staged', table => {
    table.comment(
      'Changes that a running sweep has read and may not apply before it is finished',
    );
    table.increments('seq');
    table.integer('position').notNullable();
    table.text('change').notNullable();
    table.index(['position', 'seq'], 'sweep_staged_order_idx');
  });

  await knex.schema.createTable('policy_versions', table => {
    table.comment(
      'Every policy that was in force, since as-of answers use the rules of that day',
    );
    table.increments('id');
    table.string('version', 64).notNullable();
    table.text('policy').notNullable();
    table.string('valid_from', 32).notNullable();
    table.string('valid_to', 32).nullable();
    table
      .integer('in_force')
      .nullable()
      .unique()
      .comment('1 or null: one version is in force, whichever replica says so');
  });

  await knex.schema.createTable('profiles', table => {
    table.comment(
      'Portal values: at most one living row an entity, and what was archived with it',
    );
    table.increments('id');
    table.string('entity_ref', 255).notNullable();
    table.text('field_values').notNullable();
    table.integer('revision').notNullable();
    table.string('updated_at', 32).notNullable();
    table.string('updated_by', 255).notNullable();
    table.string('archived_at', 32).nullable();
    table.index(['entity_ref'], 'profiles_entity_idx');
  });
  await knex.schema.raw(
    'create unique index profiles_living_idx on profiles (entity_ref) where archived_at is null',
  );

  await knex.schema.createTable('agreements', table => {
    table.comment('What was agreed with the business');
    table.increments('seq').comment('Newest = largest');
    table.string('id', 36).notNullable().unique();
    table.string('entity_ref', 255).notNullable();
    table.text('field_values').notNullable();
    table.string('with_whom', 200).notNullable();
    table.string('reference', 500).notNullable();
    table.string('agreed_on', 10).notNullable();
    table.string('state', 32).notNullable();
    table.string('looser', 255).notNullable().defaultTo('[]');
    table.string('recorded_by', 255).notNullable();
    table.string('recorded_at', 32).notNullable();
    table.string('confirmed_by', 255).nullable();
    table.string('confirmed_at', 32).nullable();
    table.text('note').nullable();
    table.string('archived_at', 32).nullable();
    table.index(['entity_ref', 'seq'], 'agreements_entity_idx');
  });

  await knex.schema.createTable('records', table => {
    table.comment('Append-only: who, when, why, what was before');
    if (isPg) {
      table.bigIncrements('seq');
    } else {
      table.increments('seq');
    }
    table.string('id', 36).notNullable().unique();
    table.string('entity_ref', 255).notNullable();
    table.string('type', 32).notNullable();
    table
      .text('payload')
      .notNullable()
      .comment('RecordEntry as canonical JSON');
    table.string('sha256', 64).notNullable();
    table.string('at', 32).notNullable();
    table.index(['entity_ref', 'seq'], 'records_entity_idx');
  });

  await knex.schema.createTable('carry_overs', table => {
    table.comment('Probable renames and late returns that a person decides');
    table.string('id', 36).primary();
    table.string('from_ref', 255).notNullable();
    table.string('to_ref', 255).notNullable();
    table.string('reason', 32).notNullable();
    table.string('since', 32).notNullable();
    table.string('state', 16).notNullable();
    table.string('decided_by', 255).nullable();
    table.string('decided_at', 32).nullable();
    table.index(['to_ref', 'state'], 'carry_overs_to_idx');
    table.index(['from_ref', 'state'], 'carry_overs_from_idx');
  });

  await knex.schema.createTable('dirty_refs', table => {
    table.comment('Entities whose assessment must be made again');
    table.string('entity_ref', 255).primary();
    table.integer('version').notNullable();
    table.string('changed_at', 32).notNullable();
  });

  await knex.schema.createTable('assessments', table => {
    table.comment(
      'Statuses as intervals [valid_from, valid_to); current = valid_to is null',
    );
    if (isPg) {
      table.bigIncrements('id');
    } else {
      table.increments('id');
    }
    table.string('entity_ref', 255).notNullable();
    table.string('uid', 64).nullable();
    table.string('valid_from', 32).notNullable();
    table.string('valid_to', 32).nullable();
    table.string('next_change_at', 32).nullable();
    table.string('policy_version', 64).notNullable();
    table.string('status', 16).notNullable();
    table.string('underlying_status', 16).notNullable();
    table
      .integer('urgency')
      .notNullable()
      .comment('Sort key: smaller is more urgent');
    table.boolean('in_scope').notNullable();
    table.string('kind', 64).notNullable();
    table.text('title').notNullable();
    table.text('type').nullable();
    table.text('owner_ref').nullable();
    table.text('system_ref').nullable();
    table.text('domain_ref').nullable();
    table.text('recovery_owner').nullable();
    table.text('tier').nullable();
    table.integer('tier_rank').nullable();
    table.string('tier_source', 16).nullable();
    table.bigInteger('rto_seconds').nullable();
    table
      .bigInteger('rpo_seconds')
      .nullable()
      .comment('-1 = none (holds no data)');
    table.bigInteger('mtpd_seconds').nullable();
    table.string('due_by', 32).nullable();
    table.boolean('late').notNullable();
    table.text('gap_codes').notNullable().comment('|code|code| for filters');
    table.text('search_text').notNullable();
    table
      .text('detail')
      .notNullable()
      .comment('Assessment as JSON, without memory and nextChangeAt');
    table.text('memory').notNullable().comment('AssessmentMemory as JSON');
    table
      .text('memory_before')
      .nullable()
      .comment('What was remembered before assessed_at');
    table
      .string('assessed_at', 32)
      .notNullable()
      .comment('The last moment that it was assessed for');
    table
      .boolean('people_known')
      .notNullable()
      .comment('Whether the catalog held users or groups then');
    table
      .string('hash', 64)
      .notNullable()
      .comment('Of all that is shown, to see whether anything changed');
    table.index(['entity_ref', 'valid_from'], 'assessments_entity_idx');
    table.index(['valid_to', 'status'], 'assessments_status_idx');
  });
  await knex.schema.createTable('assessment_parties', table => {
    table.comment(
      'The users and groups that the current assessment asked about, and what it was told',
    );
    table.string('entity_ref', 255).notNullable();
    table.text('party_ref').notNullable();
    table.string('state', 16).notNullable();
    table.primary(['entity_ref', 'party_ref']);
    table.index(['party_ref', 'state'], 'assessment_parties_party_idx');
  });

  // one current row an entity, whichever replica writes it
  await knex.schema.raw(
    'create unique index assessments_current_idx on assessments (entity_ref) where valid_to is null',
  );
  await knex.schema.raw(
    'create index assessments_due_idx on assessments (next_change_at) where valid_to is null and next_change_at is not null',
  );
  await knex.schema.raw(
    'create index assessments_uid_idx on assessments (uid) where valid_to is null',
  );
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  for (const table of [
    'assessment_parties',
    'assessments',
    'dirty_refs',
    'carry_overs',
    'records',
    'agreements',
    'profiles',
    'policy_versions',
    'sweep_staged',
    'sweep_state',
    'mirror_relations',
    'mirror_entities',
  ]) {
    await knex.schema.dropTable(table);
  }
};
