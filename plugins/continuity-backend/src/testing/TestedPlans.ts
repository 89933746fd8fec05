import { createHash } from 'node:crypto';
import {
  recoverySteps,
  type PlanContents,
  type PlanContact,
  type TestedPlan,
} from 'backstage-plugin-continuity-common';
import type { Knex } from 'knex';
import { whereInList } from '../database/whereInList';
import type { TestedSteps } from './StoredTest';

/** A version of a plan, as far as tests need it. */
export interface PlanVersionText extends TestedPlan {
  title: string;
  state: string;
  inForceVersion: number | null;
  archivedAt: string | null;
  contents: PlanContents;
}

/** The fingerprint of a version's recovery steps for an entity; empty where it has none. */
export function stepsFingerprint(
  contents: Parameters<typeof recoverySteps>[0],
  entity: { entityRef: string; systemRef: string | null },
): string {
  const text = recoverySteps(contents, entity);
  return text === '' ? '' : createHash('sha256').update(text).digest('hex');
}

/** The plan versions under test, by "id version"; those that don't exist are left out. */
export async function readTestedPlans(
  knex: Knex,
  plans: TestedPlan[],
): Promise<Map<string, PlanVersionText>> {
  const wanted = new Set(plans.map(keyOf));
  if (wanted.size === 0) return new Map();
  const rows: Array<{
    plan_id: string;
    version: number;
    title: string;
    state: string;
    contents: string;
    in_force_version: number | null;
    archived_at: string | null;
  }> = await whereInList(
    knex('plan_versions as v')
      .join('plans as p', 'p.id', 'v.plan_id')
      .select(
        'v.plan_id',
        'v.version',
        'v.title',
        'v.state',
        'v.contents',
        'p.in_force_version',
        'p.archived_at',
      ),
    'v.plan_id',
    new Set(plans.map(({ planId }) => planId)),
  );
  return new Map(
    rows
      .filter(row =>
        wanted.has(keyOf({ planId: row.plan_id, version: row.version })),
      )
      .map(row => [
        keyOf({ planId: row.plan_id, version: row.version }),
        {
          planId: row.plan_id,
          version: row.version,
          title: row.title,
          state: row.state,
          inForceVersion: row.in_force_version,
          archivedAt: row.archived_at,
          contents: JSON.parse(row.contents),
        },
      ]),
  );
}

/** What a map of plan versions is asked by. */
export function keyOf({ planId, version }: TestedPlan): string {
  return `${planId} ${version}`;
}

/** What the steps of the versions were for each entity, so that it can be told later whether they changed. */
export function testedStepsOf(
  versions: Iterable<PlanVersionText>,
  entities: Array<{ entityRef: string; systemRef: string | null }>,
): Record<string, TestedSteps> {
  const list = [...versions];
  return Object.fromEntries(
    entities.map(entity => [
      entity.entityRef,
      list.map(({ planId, version, contents }) => ({
        planId,
        version,
        steps: stepsFingerprint(contents, entity),
      })),
    ]),
  );
}

/** Whom a step names, as texts. */
export function whoOf(who: string[], contacts: PlanContact[]): string[] {
  return who.map(id => {
    const contact = contacts.find(other => other.id === id);
    if (!contact) return id;
    const { role, party } = contact;
    return party.kind === 'internal' ? `${role}: ${party.ref}` : role;
  });
}
