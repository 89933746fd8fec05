import type { RecordEntry } from 'backstage-plugin-continuity-common';
import type { RecordStore } from '../../record/RecordStore';

const PAGE = 100;

/** The changes of a profile after a revision, newest first; the last hundred entries of the entity are looked through. */
export async function readHistorySince(
  records: RecordStore,
  { entityRef, revision }: { entityRef: string; revision: number },
): Promise<RecordEntry[]> {
  const { items } = await records.list({ entityRef, limit: PAGE });
  return items.filter(
    entry => entry.type === 'profile' && (entry.revision ?? 0) > revision,
  );
}
