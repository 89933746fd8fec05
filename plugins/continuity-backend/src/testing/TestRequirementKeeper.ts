import {
  isDue,
  type Assessment,
  type RequirementStanding,
} from 'backstage-plugin-continuity-common';
import type { Knex } from 'knex';
import { inChunks } from '../database/inChunks';
import { insertRows } from '../database/rowsAsTable';
import { readTitles } from '../catalog/readTitles';
import { whereInList } from '../database/whereInList';

/** After all moments: lists ask until when. */
const ANY_TIME = '9999-12-31T00:00:00.000Z';

/** Keeps what assessments found of test requirements where the list of due tests finds it, so that no page view works it out. */
export class TestRequirementKeeper {
  static create(): TestRequirementKeeper {
    return new TestRequirementKeeper();
  }

  private constructor() {}

  /** In the transaction that changed the assessments. `assessment` null: the entity left the catalog. */
  async apply(
    trx: Knex.Transaction,
    changes: Array<{ entityRef: string; assessment: Assessment | null }>,
    at: string,
  ): Promise<void> {
    for (const chunk of inChunks(changes)) {
      await whereInList(
        trx('test_requirements'),
        'entity_ref',
        chunk.map(({ entityRef }) => entityRef),
      ).delete();
    }
    const asking = changes.filter(
      // assessments from before there were tests know none
      ({ assessment }) => (assessment?.tests?.requirements ?? []).length > 0,
    );
    if (asking.length === 0) return;
    const titles = await readTitles(
      trx,
      asking.map(({ entityRef }) => entityRef),
    );
    const rows = asking.flatMap(({ entityRef, assessment }) =>
      assessment!.tests.requirements
        .filter(({ state }) => state !== 'not-required')
        .map(standing =>
          rowOf(standing, {
            entityRef,
            title: titles.get(entityRef) ?? entityRef,
            tier: assessment!.profile.tier.value!,
            owner: assessment!.profile.recoveryOwner.value,
            now: at,
          }),
        ),
    );
    for (const chunk of inChunks(rows)) {
      await insertRows(trx, {
        table: 'test_requirements',
        columns: {
          entity_ref: 'text',
          depth: 'text',
          title: 'text',
          sort_title: 'text',
          tier: 'text',
          owner_ref: 'text',
          state: 'text',
          due: 'text',
          to_plan: 'boolean',
          standing: 'text',
        },
        rows: chunk,
      });
    }
  }
}

function rowOf(
  standing: RequirementStanding,
  entity: {
    entityRef: string;
    title: string;
    tier: string;
    owner: string | null;
    now: string;
  },
) {
  return {
    entity_ref: entity.entityRef,
    depth: standing.depth,
    title: entity.title,
    sort_title: entity.title.toLocaleLowerCase('en-US'),
    tier: entity.tier,
    owner_ref: entity.owner,
    state: standing.state,
    due: standing.due,
    // asked again whenever something of it changes, and it changes when it falls due
    to_plan: isDue(standing, { until: ANY_TIME, now: entity.now }),
    standing: JSON.stringify(standing),
  };
}
