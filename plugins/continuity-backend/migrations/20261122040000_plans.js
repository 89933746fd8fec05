/**
 * Plans: what brings services back. Contents are canonical JSON with their hash, and a trigger keeps whatever was once submitted as it is: no code
 * path, and nobody with a database client by mistake, changes an approved version.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  const isPg = knex.client.config.client === 'pg';

  await knex.schema.createTable('plans', table => {
    table.string('id', 36).primary();
    table.string('kind', 64).notNullable();
    table.string('owner_ref', 255).notNullable();
    table.text('title').notNullable().comment('Of the version that is shown');
    table.text('sort_title').notNullable();
    table
      .integer('revision')
      .notNullable()
      .comment('Grows with every change of the plan');
    table.integer('last_version').notNullable();
    table.integer('in_force_version').nullable();
    table.integer('open_version').nullable();
    table.string('open_state', 16).nullable();
    table.string('form', 16).notNullable();
    table.string('approved_at', 32).nullable();
    table.string('approved_by', 255).nullable();
    table
      .string('reviewed_at', 32)
      .nullable()
      .comment('Last review of the version in force that confirmed it');
    table
      .string('fallback_due_at', 32)
      .nullable()
      .comment('When its review is due where no tier says so');
    table
      .text('contacts')
      .notNullable()
      .comment('Users and groups that the version in force names, as JSON');
    table.string('created_at', 32).notNullable();
    table.string('created_by', 255).notNullable();
    table.string('updated_at', 32).notNullable();
    table.string('updated_by', 255).notNullable();
    table.string('archived_at', 32).nullable();
    table.string('archived_by', 255).nullable();
    table.text('archived_reason').nullable();
    table.index(['owner_ref'], 'plans_owner_idx');
    table.index(['updated_at', 'id'], 'plans_updated_idx');
    table.index(['sort_title', 'id'], 'plans_title_idx');
  });

  await knex.schema.createTable('plan_versions', table => {
    table.string('plan_id', 36).notNullable();
    table.integer('version').notNullable();
    table.string('state', 16).notNullable();
    table.text('title').notNullable();
    table
      .text('contents')
      .notNullable()
      .comment('PlanContents as canonical JSON');
    table.string('sha256', 64).notNullable();
    table.string('created_at', 32).notNullable();
    table.string('created_by', 255).notNullable();
    table
      .text('edited_by')
      .notNullable()
      .comment('Everybody who changed it, as JSON: none of them approves it');
    table.string('updated_at', 32).notNullable();
    table.string('updated_by', 255).notNullable();
    table.string('submitted_at', 32).nullable();
    table.string('submitted_by', 255).nullable();
    table.string('reviewer', 255).nullable();
    table.string('returned_at', 32).nullable();
    table.string('returned_by', 255).nullable();
    table.text('return_reason').nullable();
    table.string('approved_at', 32).nullable();
    table.string('approved_by', 255).nullable();
    table.string('approved_for', 255).nullable();
    table.string('superseded_at', 32).nullable();
    table.text('source').nullable().comment('{url, etag, readAt} as JSON');
    table.primary(['plan_id', 'version']);
  });

  if (isPg) {
    await knex.raw(`
      create function continuity_plan_version_is_kept() returns trigger as $$
      begin
        if old.state <> 'draft' and (
          new.contents is distinct from old.contents or new.sha256 is distinct from old.sha256 or new.title is distinct from old.title
          or new.plan_id is distinct from old.plan_id or new.version is distinct from old.version
        ) then
          raise exception 'This version of the plan is read-only';
        end if;
        if old.approved_at is not null and (
          new.approved_at is distinct from old.approved_at or new.approved_by is distinct from old.approved_by
          or new.approved_for is distinct from old.approved_for or new.state in ('draft', 'in-review')
        ) then
          raise exception 'This version of the plan is approved';
        end if;
        return new;
      end $$ language plpgsql`);
    await knex.raw(
      'create trigger plan_versions_kept before update on plan_versions for each row execute function continuity_plan_version_is_kept()',
    );
  } else {
    await knex.raw(`
      create trigger plan_versions_kept before update on plan_versions
      when old.state <> 'draft' and (
        new.contents is not old.contents or new.sha256 is not old.sha256 or new.title is not old.title
        or new.plan_id is not old.plan_id or new.version is not old.version
      )
      begin select raise(abort, 'This version of the plan is read-only'); end`);
    await knex.raw(`
      create trigger plan_approvals_kept before update on plan_versions
      when old.approved_at is not null and (
        new.approved_at is not old.approved_at or new.approved_by is not old.approved_by
        or new.approved_for is not old.approved_for or new.state in ('draft', 'in-review')
      )
      begin select raise(abort, 'This version of the plan is approved'); end`);
  }

  await knex.schema.createTable('plan_scope', table => {
    table.comment(
      'The entities that versions name: in their scope, in their steps, or both',
    );
    table.string('plan_id', 36).notNullable();
    table.integer('version').notNullable();
    table.string('entity_ref', 255).notNullable();
    table.boolean('in_scope').notNullable();
    table.boolean('with_parts').notNullable();
    table.boolean('has_step').notNullable();
    table
      .string('standing', 16)
      .notNullable()
      .comment('in-force, open, or past');
    table.primary(['plan_id', 'version', 'entity_ref']);
    table.index(['entity_ref', 'standing'], 'plan_scope_entity_idx');
  });

  await knex.schema.createTable('plan_people', table => {
    table.comment('Users and groups that the version in force names');
    table.string('plan_id', 36).notNullable();
    table.string('party_ref', 255).notNullable();
    table.primary(['plan_id', 'party_ref']);
    table.index(['party_ref'], 'plan_people_party_idx');
  });

  await knex.schema.createTable('plan_watched', table => {
    table.comment(
      'What was true of an entity when the version in force was approved or confirmed for it',
    );
    table.string('plan_id', 36).notNullable();
    table.string('entity_ref', 255).notNullable();
    table.integer('version').notNullable();
    table.text('facts').nullable().comment('WatchedFacts as JSON');
    table.boolean('is_primary').notNullable();
    table.primary(['plan_id', 'entity_ref']);
    table.index(['entity_ref'], 'plan_watched_entity_idx');
  });

  await knex.schema.createTable('plan_standings', table => {
    table.comment(
      'How plans in force stand for entities, as the current assessments found it',
    );
    table.string('plan_id', 36).notNullable();
    table.string('entity_ref', 255).notNullable();
    table.integer('version').notNullable();
    table.boolean('covers').notNullable();
    table.string('role', 16).notNullable();
    table.string('review_due_at', 32).nullable();
    table.integer('reason_count').notNullable();
    table.text('reasons').notNullable().comment('StaleReason[] as JSON');
    table.string('since', 32).notNullable().comment('Since when it is stale');
    table.primary(['plan_id', 'entity_ref']);
    table.index(['entity_ref'], 'plan_standings_entity_idx');
    table.index(
      ['plan_id', 'version', 'review_due_at'],
      'plan_standings_due_idx',
    );
  });

  await knex.schema.createTable('plan_confirmations', table => {
    table.comment('"Still valid because …": append-only');
    table.increments('seq');
    table.string('plan_id', 36).notNullable();
    table.integer('version').notNullable();
    table
      .string('act', 36)
      .notNullable()
      .comment('What was confirmed in one go counts once');
    table
      .string('entity_ref', 255)
      .nullable()
      .comment('null = the plan as a whole was reviewed');
    table.string('code', 32).nullable();
    table.text('reason').nullable().comment('StaleReason as JSON');
    table.text('because').notNullable();
    table.string('by', 255).notNullable();
    table.string('for_whom', 255).nullable();
    table.string('at', 32).notNullable();
    table.index(['plan_id', 'version', 'seq'], 'plan_confirmations_plan_idx');
  });

  await knex.schema.createTable('plan_acknowledgements', table => {
    table.comment('"I have read this", per version');
    table.string('plan_id', 36).notNullable();
    table.integer('version').notNullable();
    table.string('user_ref', 255).notNullable();
    table
      .text('named')
      .notNullable()
      .comment('The named people and groups for whom it counts, as JSON');
    table.string('at', 32).notNullable();
    table.primary(['plan_id', 'version', 'user_ref']);
  });

  await knex.schema.createTable('plan_contacts', table => {
    table.comment(
      'Phones and private mails, apart from versions so that they can be erased',
    );
    table.string('plan_id', 36).notNullable();
    table.string('contact_id', 40).notNullable();
    table.text('phone').notNullable();
    table.text('email').notNullable();
    table.text('note').notNullable();
    table.string('updated_at', 32).notNullable();
    table.string('updated_by', 255).notNullable();
    table.primary(['plan_id', 'contact_id']);
  });

  await knex.schema.createTable('plan_presence', table => {
    table.comment('Who has a draft open');
    table.string('plan_id', 36).notNullable();
    table.string('subject', 255).notNullable();
    table.string('seen_at', 32).notNullable();
    table.primary(['plan_id', 'subject']);
  });

  await knex.schema.createTable('plan_sources', table => {
    table.comment('Files that hold plans, found by the annotation');
    table.string('entity_ref', 255).primary();
    table.string('plan_id', 36).nullable();
    table.text('location').notNullable().comment('As the annotation says it');
    table.text('url').nullable();
    table.text('etag').nullable();
    table
      .string('sha256', 64)
      .nullable()
      .comment('Of the text that was imported last');
    table.string('read_at', 32).nullable();
    table.string('next_read_at', 32).notNullable();
    table.integer('failures').notNullable().defaultTo(0);
    table
      .text('problem')
      .nullable()
      .comment('PlanSourceFacts as JSON; null = it was read well');
    table.index(['next_read_at'], 'plan_sources_next_idx');
    table.index(['plan_id'], 'plan_sources_plan_idx');
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  for (const table of [
    'plan_sources',
    'plan_presence',
    'plan_contacts',
    'plan_acknowledgements',
    'plan_confirmations',
    'plan_standings',
    'plan_watched',
    'plan_people',
    'plan_scope',
    'plan_versions',
    'plans',
  ]) {
    await knex.schema.dropTable(table);
  }
  if (knex.client.config.client === 'pg') {
    await knex.raw('drop function continuity_plan_version_is_kept()');
  }
};
