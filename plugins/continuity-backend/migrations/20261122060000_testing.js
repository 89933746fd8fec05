/**
 * Tests and exercises: what is planned, what was held, and what came out of it. Contents are canonical JSON with their hash. Triggers keep what
 * makes a result evidence: what was to be tested from the start of the test on, when it was held and against which targets once it is completed, and
 * everything once somebody has reviewed it.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  const isPg = knex.client.config.client === 'pg';

  await knex.schema.createTable('tests', table => {
    table.string('id', 36).primary();
    table.string('origin', 16).notNullable();
    table.string('state', 16).notNullable();
    table.string('depth', 16).notNullable();
    table.string('environment', 16).notNullable();
    table.boolean('partial').notNullable();
    table.boolean('restores_from_backup').notNullable();
    table.text('title').notNullable();
    table.text('sort_title').notNullable();
    table.text('contents').notNullable().comment('TestContents as JSON');
    table.string('sha256', 64).notNullable();
    table
      .string('fixed_sha256', 64)
      .notNullable()
      .comment('Of what can’t change once the test has begun');
    table.string('starts_at', 32).notNullable().comment('As planned');
    table.string('ends_at', 32).notNullable();
    table.boolean('all_day').notNullable();
    table.string('time_zone', 64).notNullable();
    table
      .string('from_at', 32)
      .notNullable()
      .comment('As held, else as planned: where the calendar shows it');
    table.string('to_at', 32).notNullable();
    table.string('held_at', 32).nullable();
    table.string('held_precision', 8).nullable();
    table.boolean('entered_afterwards').notNullable();
    table.string('facilitator', 255).nullable();
    table.string('started_at', 32).nullable();
    table.string('started_by', 255).nullable();
    table.string('ended_at', 32).nullable();
    table.string('completed_at', 32).nullable();
    table.string('completed_by', 255).nullable();
    table.text('summary').notNullable();
    table.text('criteria').notNullable().comment('CriterionAnswer[] as JSON');
    table.string('outcome', 32).nullable().comment('The worst of its results');
    table
      .text('tested_steps')
      .nullable()
      .comment('TestedSteps of when it began, as JSON');
    table.string('review_due_at', 32).nullable();
    table.string('reviewed_at', 32).nullable();
    table.string('reviewed_by', 255).nullable();
    table.text('review_note').notNullable();
    table.string('cancelled_at', 32).nullable();
    table.string('cancelled_by', 255).nullable();
    table.text('cancel_reason').nullable();
    table.text('machine').nullable().comment('Who reported it, as JSON');
    table.text('supplier').nullable().comment('Who attests it, as JSON');
    table
      .integer('calendar_sequence')
      .notNullable()
      .comment('Grows with every change that calendars show');
    table
      .string('calendar_changed_at', 32)
      .notNullable()
      .comment('When it last grew');
    table.integer('revision').notNullable();
    table.string('created_at', 32).notNullable();
    table.string('created_by', 255).notNullable();
    table.string('updated_at', 32).notNullable();
    table.string('updated_by', 255).notNullable();
    table.index(['from_at', 'id'], 'tests_from_idx');
    table.index(['state', 'ends_at'], 'tests_state_idx');
    table.index(['sort_title', 'id'], 'tests_title_idx');
    table.index(['updated_at', 'id'], 'tests_updated_idx');
    table.index(['facilitator', 'state'], 'tests_facilitator_idx');
  });
  await knex.schema.raw(
    `create index tests_to_review_idx on tests (review_due_at) where state = 'completed' and reviewed_at is null`,
  );

  await knex.schema.createTable('test_entities', table => {
    table.comment('The entities in the scope of a test');
    table.string('test_id', 36).notNullable();
    table.string('entity_ref', 255).notNullable();
    table.primary(['test_id', 'entity_ref']);
    table.index(['entity_ref', 'test_id'], 'test_entities_entity_idx');
  });

  await knex.schema.createTable('test_people', table => {
    table.comment('Facilitator and participants');
    table.string('test_id', 36).notNullable();
    table.string('party_ref', 255).notNullable();
    table.primary(['test_id', 'party_ref']);
    table.index(['party_ref', 'test_id'], 'test_people_party_idx');
  });

  await knex.schema.createTable('test_plans', table => {
    table.comment('The plan versions under test');
    table.string('test_id', 36).notNullable();
    table.string('plan_id', 36).notNullable();
    table.integer('version').notNullable();
    table.primary(['test_id', 'plan_id', 'version']);
    table.index(['plan_id', 'version'], 'test_plans_plan_idx');
  });

  await knex.schema.createTable('test_results', table => {
    table.comment('What came out of a test, for each of its entities');
    table.string('test_id', 36).notNullable();
    table.string('entity_ref', 255).notNullable();
    table.text('times').notNullable().comment('TestTimes as JSON');
    table.boolean('recovered').nullable();
    table.double('delivered_percent').nullable();
    table.boolean('level_met').nullable();
    table.boolean('restored_from_backup').notNullable();
    table.boolean('partial').notNullable();
    table.string('outcome', 32).nullable();
    table
      .text('targets')
      .nullable()
      .comment('Those in force when it was held; null until it is completed');
    table
      .text('measure')
      .nullable()
      .comment('What the numbers said when it was completed, as JSON');
    table
      .text('tested_steps')
      .notNullable()
      .comment(
        'Plan versions under test with the fingerprint of their steps for the entity, as JSON',
      );
    table.text('deficiencies').notNullable();
    table.text('note').notNullable();
    table.string('recorded_at', 32).notNullable();
    table.string('recorded_by', 255).notNullable();
    table
      .text('recorders')
      .notNullable()
      .comment('Everybody who said something of it, as JSON: none reviews it');
    table.integer('revision').notNullable();
    table.primary(['test_id', 'entity_ref']);
    table.index(['entity_ref', 'test_id'], 'test_results_entity_idx');
  });

  await knex.schema.createTable('test_steps', table => {
    table.comment('The checklist of a run');
    table.string('test_id', 36).notNullable();
    table.string('id', 64).notNullable();
    table.integer('position').notNullable();
    table.string('client_id', 64).nullable();
    table
      .text('step')
      .notNullable()
      .comment('What is to be done, as JSON: it does not change');
    table.string('state', 16).notNullable();
    table.string('started_at', 32).nullable();
    table.string('done_at', 32).nullable();
    table.string('done_by', 255).nullable();
    table.text('note').notNullable();
    table.integer('revision').notNullable();
    table.string('updated_at', 32).nullable();
    table.string('updated_by', 255).nullable();
    table.primary(['test_id', 'id']);
    table.unique(['test_id', 'client_id'], {
      indexName: 'test_steps_client_idx',
    });
  });

  await knex.schema.createTable('test_events', table => {
    table.comment('The log of a run: append-only');
    table.increments('seq');
    table.string('id', 36).notNullable();
    table.string('test_id', 36).notNullable();
    table.string('client_id', 64).nullable();
    table.string('kind', 16).notNullable();
    table.string('at', 32).notNullable();
    table.string('recorded_at', 32).notNullable();
    table.string('by', 255).notNullable();
    table.text('text').notNullable();
    table.text('entity_refs').notNullable().comment('As JSON');
    table.string('time_key', 32).nullable();
    table.string('step_id', 64).nullable();
    table.index(['test_id', 'at'], 'test_events_test_idx');
    table.unique(['test_id', 'client_id'], {
      indexName: 'test_events_client_idx',
    });
  });

  await knex.schema.createTable('test_attachments', table => {
    table.comment('Evidence: links and small files');
    table.string('id', 36).primary();
    table.string('test_id', 36).notNullable();
    table.string('kind', 8).notNullable();
    table.text('title').notNullable();
    table.text('url').nullable();
    table.text('file_name').nullable();
    table.string('media_type', 100).nullable();
    table.integer('bytes').nullable();
    table.string('sha256', 64).nullable();
    table.binary('content').nullable();
    table.string('added_at', 32).notNullable();
    table.string('added_by', 255).notNullable();
    table.string('removed_at', 32).nullable();
    table.string('removed_by', 255).nullable();
    table.text('removed_reason').nullable();
    table.index(['test_id', 'added_at'], 'test_attachments_test_idx');
  });

  await knex.schema.createTable('test_reschedules', table => {
    table.comment('Changes of dates: append-only');
    table.increments('seq');
    table.string('test_id', 36).notNullable();
    table.string('from_starts_at', 32).notNullable();
    table.string('from_ends_at', 32).notNullable();
    table.string('to_starts_at', 32).notNullable();
    table.string('to_ends_at', 32).notNullable();
    table.text('reason').notNullable();
    table.string('at', 32).notNullable();
    table.string('by', 255).notNullable();
    table.index(['test_id', 'seq'], 'test_reschedules_test_idx');
  });

  await knex.schema.createTable('test_presence', table => {
    table.comment('Who has a run open');
    table.string('test_id', 36).notNullable();
    table.string('subject', 255).notNullable();
    table.string('seen_at', 32).notNullable();
    table.primary(['test_id', 'subject']);
  });

  await knex.schema.createTable('test_requirements', table => {
    table.comment(
      'How test requirements stand, as the current assessments found it',
    );
    table.string('entity_ref', 255).notNullable();
    table.string('depth', 16).notNullable();
    table.text('title').notNullable().comment('Of the entity');
    table.text('sort_title').notNullable();
    table.string('tier', 64).notNullable();
    table.string('owner_ref', 255).nullable();
    table.string('state', 16).notNullable();
    table.string('due', 32).nullable();
    table
      .boolean('to_plan')
      .notNullable()
      .comment('No test is planned for it before it falls due');
    table.text('standing').notNullable().comment('RequirementStanding as JSON');
    table.primary(['entity_ref', 'depth']);
    table.index(['owner_ref', 'due'], 'test_requirements_owner_idx');
  });
  // what the list of due items reads, in its orders; equal due moments by ref, so that pages have one order
  await knex.schema.raw(
    `create index test_requirements_due_idx on test_requirements (due, entity_ref, depth) where to_plan`,
  );
  await knex.schema.raw(
    `create index test_requirements_groups_idx on test_requirements (due, tier, depth, owner_ref) where to_plan`,
  );

  await (isPg ? keepOnPostgres(knex) : keepOnSqlite(knex));
};

/** Column by column: what a trigger keeps, and from when on. */
const kept = [
  {
    name: 'tests_begun_kept',
    table: 'tests',
    when: `old.state in ('in-progress', 'completed')`,
    columns: [
      'origin',
      'depth',
      'environment',
      'partial',
      'restores_from_backup',
      'fixed_sha256',
      'starts_at',
      'ends_at',
      'entered_afterwards',
      'started_at',
      'started_by',
      'tested_steps',
    ],
    message: 'This test has begun: what it tests is fixed',
  },
  {
    name: 'tests_completed_kept',
    table: 'tests',
    when: 'old.completed_at is not null',
    columns: [
      'state',
      'held_at',
      'held_precision',
      'ended_at',
      'completed_at',
      'completed_by',
      'facilitator',
      'machine',
      'supplier',
    ],
    message: 'This test is completed',
  },
  {
    name: 'tests_reviewed_kept',
    table: 'tests',
    when: 'old.reviewed_at is not null',
    columns: [
      'title',
      'contents',
      'sha256',
      'summary',
      'criteria',
      'outcome',
      'reviewed_at',
      'reviewed_by',
      'review_note',
    ],
    message: 'This test is reviewed and read-only',
  },
  {
    name: 'test_results_targets_kept',
    table: 'test_results',
    when: 'old.targets is not null',
    columns: ['test_id', 'entity_ref', 'targets'],
    message: 'The targets of this result are fixed',
  },
  {
    name: 'test_events_kept',
    table: 'test_events',
    when: 'true',
    columns: [
      'test_id',
      'kind',
      'at',
      'recorded_at',
      'by',
      'text',
      'entity_refs',
      'time_key',
      'step_id',
    ],
    message: 'The log of a test is only added to',
  },
];

const reviewed = row =>
  `exists (select 1 from tests t where t.id = ${row}.test_id and t.reviewed_at is not null)`;
const readOnly = 'This test is reviewed: its results are read-only';

async function keepOnPostgres(knex) {
  for (const { name, table, when, columns, message } of kept) {
    const differs = columns
      .map(column => `new."${column}" is distinct from old."${column}"`)
      .join(' or ');
    await knex.raw(`
      create function continuity_${name}() returns trigger as $$
      begin
        if ${when} and (${differs}) then raise exception '${message}'; end if;
        return new;
      end $$ language plpgsql`);
    await knex.raw(
      `create trigger ${name} before update on ${table} for each row execute function continuity_${name}()`,
    );
  }
  await knex.raw(`
    create function continuity_test_results_reviewed_kept() returns trigger as $$
    begin
      if tg_op <> 'INSERT' and ${reviewed(
        'old',
      )} then raise exception '${readOnly}'; end if;
      if tg_op <> 'DELETE' and ${reviewed(
        'new',
      )} then raise exception '${readOnly}'; end if;
      if tg_op = 'DELETE' then return old; end if;
      return new;
    end $$ language plpgsql`);
  await knex.raw(
    'create trigger test_results_reviewed_kept before insert or update or delete on test_results for each row execute function continuity_test_results_reviewed_kept()',
  );
}

async function keepOnSqlite(knex) {
  for (const { name, table, when, columns, message } of kept) {
    const differs = columns
      .map(column => `new."${column}" is not old."${column}"`)
      .join(' or ');
    await knex.raw(
      `create trigger ${name} before update on ${table} when ${when} and (${differs}) begin select raise(abort, '${message}'); end`,
    );
  }
  for (const act of ['insert', 'update', 'delete']) {
    const row = act === 'insert' ? 'new' : 'old';
    await knex.raw(
      `create trigger test_results_${act}_kept before ${act} on test_results when ${reviewed(
        row,
      )} begin select raise(abort, '${readOnly}'); end`,
    );
  }
}

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  for (const table of [
    'test_requirements',
    'test_presence',
    'test_reschedules',
    'test_attachments',
    'test_events',
    'test_steps',
    'test_results',
    'test_plans',
    'test_people',
    'test_entities',
    'tests',
  ]) {
    await knex.schema.dropTable(table);
  }
  if (knex.client.config.client === 'pg') {
    for (const { name } of kept) {
      await knex.raw(`drop function continuity_${name}()`);
    }
    await knex.raw('drop function continuity_test_results_reviewed_kept()');
  }
};
