import type { ExemptionState } from 'backstage-plugin-continuity-common';
import type { StoredExemption } from './ExemptionStore';

/** A row of `exemptions`. */
export interface ExemptionRow {
  id: string;
  entity_ref: string;
  requirement: string;
  reason: string;
  state: string;
  starts_at: string;
  ends_at: string;
  until: string;
  requested_by: string;
  requested_at: string;
  decided_by: string | null;
  decided_at: string | null;
  decision_note: string | null;
  closed_by: string | null;
  closed_at: string | null;
  close_reason: string | null;
  renewal: number;
  renews_id: string | null;
}

export function toExemption(row: ExemptionRow): StoredExemption {
  return {
    id: row.id,
    entityRef: row.entity_ref,
    requirement: row.requirement,
    reason: row.reason,
    state: row.state as ExemptionState,
    startsAt: row.starts_at,
    endsAt: row.ends_at,
    until: row.until,
    requestedBy: row.requested_by,
    requestedAt: row.requested_at,
    decision: row.decided_by
      ? {
          by: row.decided_by,
          at: row.decided_at!,
          note: row.decision_note ?? '',
        }
      : null,
    closing: row.closed_by
      ? {
          by: row.closed_by,
          at: row.closed_at!,
          reason: row.close_reason ?? '',
        }
      : null,
    renewal: row.renewal,
    renews: row.renews_id,
  };
}

export function toExemptionRow(exemption: StoredExemption): ExemptionRow {
  const { decision, closing } = exemption;
  return {
    id: exemption.id,
    entity_ref: exemption.entityRef,
    requirement: exemption.requirement,
    reason: exemption.reason,
    state: exemption.state,
    starts_at: exemption.startsAt,
    ends_at: exemption.endsAt,
    until: exemption.until,
    requested_by: exemption.requestedBy,
    requested_at: exemption.requestedAt,
    decided_by: decision?.by ?? null,
    decided_at: decision?.at ?? null,
    decision_note: decision?.note ?? null,
    closed_by: closing?.by ?? null,
    closed_at: closing?.at ?? null,
    close_reason: closing?.reason ?? null,
    renewal: exemption.renewal,
    renews_id: exemption.renews,
  };
}
