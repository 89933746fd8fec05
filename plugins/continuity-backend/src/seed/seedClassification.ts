import { durationSeconds } from 'backstage-plugin-continuity-common';
import type { Knex } from 'knex';
import type { DateTime } from 'luxon';
import type { ClassificationStore } from '../dependency/ClassificationStore';
import type { RecordStore } from '../record/RecordStore';
import type { SeedFile } from './seedFileSchema';

/** What somebody said of a dependency in the seed file: how hard it is, and why. */
export async function seedClassification(
  trx: Knex.Transaction,
  seed: SeedFile['dependencies'][number] & { moment: DateTime },
  options: { classifications: ClassificationStore; records: RecordStore },
): Promise<void> {
  const { classifications, records } = options;
  const { entityRef, to, strength, endurable, by, reason } = seed;
  const before = (await classifications.of([entityRef], trx))
    .get(entityRef)
    ?.get(to);
  const at = seed.moment.toUTC().toISO()!;
  const endurableSeconds = endurable ? durationSeconds(endurable) : null;
  const revision = (before?.revision ?? 0) + 1;
  await classifications.save(
    trx,
    {
      fromRef: entityRef,
      toRef: to,
      strength,
      reason,
      endurableSeconds,
      revision,
      updatedBy: by,
      updatedAt: at,
    },
    revision - 1,
  );
  await records.append(trx, [
    {
      entityRef,
      type: 'dependency',
      action: 'seeded',
      by,
      at,
      reason,
      before: before
        ? {
            to,
            strength: before.strength,
            endurableSeconds: before.endurableSeconds,
          }
        : null,
      after: { to, strength, endurableSeconds },
      revision,
    },
  ]);
}
