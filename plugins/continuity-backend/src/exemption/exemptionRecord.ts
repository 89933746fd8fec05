import type { NewRecordEntry } from '../record/RecordStore';
import type { StoredExemption } from './ExemptionStore';

/** What history keeps of a step of an exemption, with the entity that it is about. */
export function exemptionRecord(
  exemption: StoredExemption,
  entry: Pick<
    NewRecordEntry,
    'action' | 'by' | 'at' | 'before' | 'imported'
  > & {
    reason: string;
  },
): NewRecordEntry {
  const { id, requirement, state, startsAt, endsAt, until, renewal, renews } =
    exemption;
  const { reason, ...rest } = entry;
  return {
    entityRef: exemption.entityRef,
    type: 'exemption',
    ...rest,
    ...(reason ? { reason } : {}),
    after: {
      id,
      requirement,
      state,
      startsAt,
      endsAt,
      until,
      renewal,
      ...(renews && { renews }),
    },
  };
}
