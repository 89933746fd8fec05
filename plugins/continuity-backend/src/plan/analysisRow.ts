import {
  canonicalJson,
  deriveBia,
  type Bia,
  type RiskAssessment,
} from 'backstage-plugin-continuity-common';

/** `bia`: a business impact analysis; `risk`: a risk assessment. */
export type AnalysisSort = 'bia' | 'risk';

/** What the table `analyses` holds. */
export interface AnalysisRow {
  seq: number;
  id: string;
  entity_ref: string;
  sort: AnalysisSort;
  state: Bia['state'];
  revision: number;
  content: string;
  assessor: string | null;
  agreed_with: string | null;
  assessed_on: string;
  looser: string;
  recorded_by: string;
  recorded_at: string;
  confirmed_by: string | null;
  confirmed_at: string | null;
  note: string | null;
  archived_at: string | null;
}

function shared(row: AnalysisRow) {
  return {
    id: row.id,
    entityRef: row.entity_ref,
    state: row.state,
    assessor: row.assessor,
    agreedWith: row.agreed_with,
    assessedOn: row.assessed_on,
    revision: row.revision,
    recordedBy: row.recorded_by,
    recordedAt: row.recorded_at,
    ...(row.note !== null && { note: row.note }),
  };
}

/** What follows from an analysis is derived by the rules of now: they only ever say the same of the same content. */
export function toBia(row: AnalysisRow): Bia {
  const content: Bia['content'] = JSON.parse(row.content);
  return {
    ...shared(row),
    content,
    result: deriveBia(content),
    looserThanBefore: JSON.parse(row.looser),
    ...(row.confirmed_by !== null && { confirmedBy: row.confirmed_by }),
    ...(row.confirmed_at !== null && { confirmedAt: row.confirmed_at }),
  };
}

export function toRiskAssessment(row: AnalysisRow): RiskAssessment {
  return { ...shared(row), content: JSON.parse(row.content) };
}

/** An analysis as the table holds it, without what the database counts. */
export function toAnalysisRow(
  sort: AnalysisSort,
  analysis: Bia | RiskAssessment,
): Omit<AnalysisRow, 'seq' | 'archived_at'> {
  const bia = 'result' in analysis ? analysis : undefined;
  return {
    id: analysis.id,
    entity_ref: analysis.entityRef,
    sort,
    state: analysis.state,
    revision: analysis.revision,
    content: canonicalJson(analysis.content),
    assessor: analysis.assessor,
    agreed_with: analysis.agreedWith,
    assessed_on: analysis.assessedOn,
    looser: JSON.stringify(bia?.looserThanBefore ?? []),
    recorded_by: analysis.recordedBy,
    recorded_at: analysis.recordedAt,
    confirmed_by: bia?.confirmedBy ?? null,
    confirmed_at: bia?.confirmedAt ?? null,
    note: analysis.note ?? null,
  };
}
