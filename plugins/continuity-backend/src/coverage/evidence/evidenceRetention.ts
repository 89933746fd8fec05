import type { RetentionRule } from '../../record/RecordRetention';
import { evidenceRecordRef } from './EvidencePackStore';

/** A pack goes that long after it was made, or could not be made. */
export function evidenceRetention(keptFor: string | undefined): RetentionRule {
  return {
    type: 'evidencePacks',
    keptFor,
    outlived: (knex, before) =>
      knex('evidence_packs')
        .where('finished_at', '<', before)
        .orderBy(['finished_at', 'id'])
        .select('id', 'title', 'sha256', 'requested_by', 'finished_at'),
    describe: row => ({
      entityRef: evidenceRecordRef(row.id),
      type: 'evidence',
      label: row.title || 'Evidence pack',
      at: row.finished_at,
      before: { sha256: row.sha256, requestedBy: row.requested_by },
    }),
    delete: async (trx, rows) => {
      await trx('evidence_packs')
        .whereIn(
          'id',
          rows.map(row => row.id),
        )
        .delete();
    },
  };
}
