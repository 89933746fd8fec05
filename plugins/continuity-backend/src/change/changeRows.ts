import type { HitEntity, StoredChange } from './ChangeStore';

/** A row of `changes`. */
export interface ChangeRow {
  id: string;
  revision: number;
  source: string;
  external_id: string | null;
  url: string | null;
  title: string;
  sort_title: string;
  search_text: string;
  type: string;
  treated_as: string;
  model: string | null;
  major: boolean | number;
  state: string;
  planned_start: string | null;
  planned_end: string | null;
  requested_by: string;
  created_at: string;
  updated_at: string;
  updated_by: string;
  approved_at: string | null;
  approved_by: string | null;
  implemented_at: string | null;
  implemented_by: string | null;
  review_due_at: string | null;
  review_done_at: string | null;
  review_done_by: string | null;
  review_outcome: string | null;
  last_assessment: number;
  verdict: string;
  verdict_rank: number;
  headline: string;
  caused: number;
  already_there: number;
  total_impacted: number;
}

/** The worst first. */
const verdicts = ['block', 'warn', 'pass'];

export function toChange(row: ChangeRow): StoredChange {
  return {
    id: row.id,
    revision: row.revision,
    source: row.source,
    externalId: row.external_id,
    url: row.url,
    title: row.title,
    type: row.type as StoredChange['type'],
    treatedAs: row.treated_as as StoredChange['treatedAs'],
    model: row.model,
    major: Boolean(row.major),
    state: row.state as StoredChange['state'],
    plannedStart: row.planned_start,
    plannedEnd: row.planned_end,
    requestedBy: row.requested_by,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
    updatedBy: row.updated_by,
    approvedAt: row.approved_at,
    approvedBy: row.approved_by,
    implementedAt: row.implemented_at,
    implementedBy: row.implemented_by,
    reviewDueAt: row.review_due_at,
    reviewDoneAt: row.review_done_at,
    reviewDoneBy: row.review_done_by,
    reviewOutcome: row.review_outcome,
    lastAssessment: row.last_assessment,
    verdict: row.verdict as StoredChange['verdict'],
    headline: row.headline,
    caused: row.caused,
    alreadyThere: row.already_there,
    totalImpacted: row.total_impacted,
  };
}

export function toChangeRow(change: StoredChange): ChangeRow {
  const lower = (text: string) => text.toLocaleLowerCase('en-US');
  return {
    id: change.id,
    revision: change.revision,
    source: change.source,
    external_id: change.externalId,
    url: change.url,
    title: change.title,
    sort_title: lower(change.title),
    search_text: lower(`${change.title} ${change.externalId ?? ''}`),
    type: change.type,
    treated_as: change.treatedAs,
    model: change.model,
    major: change.major,
    state: change.state,
    planned_start: change.plannedStart,
    planned_end: change.plannedEnd,
    requested_by: change.requestedBy,
    created_at: change.createdAt,
    updated_at: change.updatedAt,
    updated_by: change.updatedBy,
    approved_at: change.approvedAt,
    approved_by: change.approvedBy,
    implemented_at: change.implementedAt,
    implemented_by: change.implementedBy,
    review_due_at: change.reviewDueAt,
    review_done_at: change.reviewDoneAt,
    review_done_by: change.reviewDoneBy,
    review_outcome: change.reviewOutcome,
    last_assessment: change.lastAssessment,
    verdict: change.verdict,
    verdict_rank: verdicts.indexOf(change.verdict),
    headline: change.headline,
    caused: change.caused,
    already_there: change.alreadyThere,
    total_impacted: change.totalImpacted,
  };
}

/** A row of `change_entities`. */
export interface HitRow {
  change_id: string;
  entity_ref: string;
  effect: string;
  created_at: string;
  asked: string | null;
}

export function toHit(row: HitRow): HitEntity {
  return {
    changeId: row.change_id,
    entityRef: row.entity_ref,
    effect: row.effect as HitEntity['effect'],
    asked: row.asked === null ? [] : JSON.parse(row.asked),
  };
}
