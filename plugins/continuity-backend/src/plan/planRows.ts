import {
  canonicalJson,
  type PlanVersion,
  type PlanVersionSummary,
} from 'backstage-plugin-continuity-common';
import type { StoredPlan } from './PlanStore';

/** A row of `plans`. */
export interface PlanRow {
  id: string;
  kind: string;
  owner_ref: string;
  title: string;
  sort_title: string;
  revision: number;
  last_version: number;
  in_force_version: number | null;
  open_version: number | null;
  open_state: string | null;
  form: string;
  approved_at: string | null;
  approved_by: string | null;
  reviewed_at: string | null;
  fallback_due_at: string | null;
  contacts: string;
  created_at: string;
  created_by: string;
  updated_at: string;
  updated_by: string;
  archived_at: string | null;
  archived_by: string | null;
  archived_reason: string | null;
}

/** A row of `plan_versions`. */
export interface PlanVersionRow {
  plan_id: string;
  version: number;
  state: string;
  title: string;
  contents: string;
  sha256: string;
  created_at: string;
  created_by: string;
  edited_by: string;
  updated_at: string;
  updated_by: string;
  submitted_at: string | null;
  submitted_by: string | null;
  reviewer: string | null;
  returned_at: string | null;
  returned_by: string | null;
  return_reason: string | null;
  approved_at: string | null;
  approved_by: string | null;
  approved_for: string | null;
  superseded_at: string | null;
  source: string | null;
}

export function toPlan(row: PlanRow): StoredPlan {
  return {
    id: row.id,
    kind: row.kind as StoredPlan['kind'],
    ownerRef: row.owner_ref,
    title: row.title,
    revision: row.revision,
    lastVersion: row.last_version,
    inForceVersion: row.in_force_version,
    openVersion: row.open_version,
    openState: row.open_state as StoredPlan['openState'],
    form: row.form as StoredPlan['form'],
    approvedAt: row.approved_at,
    approvedBy: row.approved_by,
    reviewedAt: row.reviewed_at,
    fallbackDueAt: row.fallback_due_at,
    contacts: JSON.parse(row.contacts),
    createdAt: row.created_at,
    createdBy: row.created_by,
    updatedAt: row.updated_at,
    updatedBy: row.updated_by,
    archivedAt: row.archived_at,
    archivedBy: row.archived_by,
    archivedReason: row.archived_reason,
  };
}

export function toPlanRow(plan: StoredPlan): PlanRow {
  return {
    id: plan.id,
    kind: plan.kind,
    owner_ref: plan.ownerRef,
    title: plan.title,
    sort_title: plan.title.toLocaleLowerCase('en-US'),
    revision: plan.revision,
    last_version: plan.lastVersion,
    in_force_version: plan.inForceVersion,
    open_version: plan.openVersion,
    open_state: plan.openState,
    form: plan.form,
    approved_at: plan.approvedAt,
    approved_by: plan.approvedBy,
    reviewed_at: plan.reviewedAt,
    fallback_due_at: plan.fallbackDueAt,
    contacts: JSON.stringify(plan.contacts),
    created_at: plan.createdAt,
    created_by: plan.createdBy,
    updated_at: plan.updatedAt,
    updated_by: plan.updatedBy,
    archived_at: plan.archivedAt,
    archived_by: plan.archivedBy,
    archived_reason: plan.archivedReason,
  };
}

/** `contents` gives the change reference; it may be left out where only the summary is wanted. */
export function toVersionSummary(row: PlanVersionRow): PlanVersionSummary {
  return {
    version: row.version,
    state: row.state as PlanVersionSummary['state'],
    title: row.title,
    createdAt: row.created_at,
    createdBy: row.created_by,
    editedBy: JSON.parse(row.edited_by),
    updatedAt: row.updated_at,
    updatedBy: row.updated_by,
    submittedAt: row.submitted_at,
    submittedBy: row.submitted_by,
    reviewer: row.reviewer,
    returnedAt: row.returned_at,
    returnedBy: row.returned_by,
    returnReason: row.return_reason,
    approvedAt: row.approved_at,
    approvedBy: row.approved_by,
    approvedFor: row.approved_for,
    supersededAt: row.superseded_at,
    changeReference: JSON.parse(row.contents).changeReference,
    source: row.source === null ? null : JSON.parse(row.source),
    sha256: row.sha256,
  };
}

export function toVersion(row: PlanVersionRow): PlanVersion {
  return { ...toVersionSummary(row), contents: JSON.parse(row.contents) };
}

export function toVersionRow(
  planId: string,
  version: PlanVersion,
): PlanVersionRow {
  return {
    plan_id: planId,
    version: version.version,
    state: version.state,
    title: version.contents.title,
    contents: canonicalJson(version.contents),
    sha256: version.sha256,
    created_at: version.createdAt,
    created_by: version.createdBy,
    edited_by: JSON.stringify(version.editedBy),
    updated_at: version.updatedAt,
    updated_by: version.updatedBy,
    submitted_at: version.submittedAt,
    submitted_by: version.submittedBy,
    reviewer: version.reviewer,
    returned_at: version.returnedAt,
    returned_by: version.returnedBy,
    return_reason: version.returnReason,
    approved_at: version.approvedAt,
    approved_by: version.approvedBy,
    approved_for: version.approvedFor,
    superseded_at: version.supersededAt,
    source: version.source === null ? null : JSON.stringify(version.source),
  };
}
