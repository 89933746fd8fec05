import { findingSeverities } from 'backstage-plugin-continuity-common';
import type { StoredFinding } from './FindingStore';

/** A row of `findings`. */
export interface FindingRow {
  id: string;
  title: string;
  sort_title: string;
  severity: string;
  severity_rank: number;
  state: string;
  owner_ref: string;
  due_on: string;
  description: string;
  cause: string;
  ticket: string | null;
  source: string;
  test_id: string | null;
  resolution: string | null;
  resolved_by: string | null;
  verification: string | null;
  acceptance: string | null;
  closed_at: string | null;
  revision: number;
  created_at: string;
  created_by: string;
  updated_at: string;
  updated_by: string;
}

export function toFinding(row: FindingRow, entities: string[]): StoredFinding {
  return {
    id: row.id,
    title: row.title,
    severity: row.severity as StoredFinding['severity'],
    state: row.state as StoredFinding['state'],
    ownerRef: row.owner_ref,
    dueOn: row.due_on,
    description: row.description,
    cause: row.cause,
    ticket: parsed(row.ticket),
    source: row.source as StoredFinding['source'],
    testId: row.test_id,
    entities,
    resolution: parsed(row.resolution),
    verification: parsed(row.verification),
    acceptance: parsed(row.acceptance),
    closedAt: row.closed_at,
    revision: row.revision,
    createdAt: row.created_at,
    createdBy: row.created_by,
    updatedAt: row.updated_at,
    updatedBy: row.updated_by,
  };
}

export function toFindingRow(finding: StoredFinding): FindingRow {
  return {
    id: finding.id,
    title: finding.title,
    sort_title: finding.title.toLocaleLowerCase('en-US'),
    severity: finding.severity,
    severity_rank: findingSeverities.indexOf(finding.severity),
    state: finding.state,
    owner_ref: finding.ownerRef,
    due_on: finding.dueOn,
    description: finding.description,
    cause: finding.cause,
    ticket: written(finding.ticket),
    source: finding.source,
    test_id: finding.testId,
    resolution: written(finding.resolution),
    resolved_by: finding.resolution?.by ?? null,
    verification: written(finding.verification),
    acceptance: written(finding.acceptance),
    closed_at: finding.closedAt,
    revision: finding.revision,
    created_at: finding.createdAt,
    created_by: finding.createdBy,
    updated_at: finding.updatedAt,
    updated_by: finding.updatedBy,
  };
}

function parsed(text: string | null) {
  return text === null ? null : JSON.parse(text);
}

function written(value: object | null): string | null {
  return value === null ? null : JSON.stringify(value);
}
