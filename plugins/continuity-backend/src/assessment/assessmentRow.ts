import { hash } from 'node:crypto';
import {
  type Assessment,
  type AssessmentMemory,
  type ContinuityPolicy,
  durationSeconds,
  type Gap,
  gapCauseKey,
  gapCauses,
  storable,
  tierRank,
  urgency,
} from 'backstage-plugin-continuity-common';
import type { MirroredEntity } from '../catalog/MirrorStore';
import type { ColumnTypes } from '../database/rowsAsTable';
import { standingGaps } from './standingGaps';

/** What the audit filters, sorts and shows of an assessment. */
export interface AssessmentContent {
  entity_ref: string;
  uid: string | null;
  status: string;
  underlying_status: string;
  urgency: number;
  in_scope: boolean;
  kind: string;
  title: string;
  type: string | null;
  owner_ref: string | null;
  system_ref: string | null;
  domain_ref: string | null;
  recovery_owner: string | null;
  tier: string | null;
  tier_rank: number | null;
  tier_source: string | null;
  rto_seconds: number | null;
  rpo_seconds: number | null;
  mtpd_seconds: number | null;
  due_by: string | null;
  late: boolean;
  gap_codes: string;
  /** What lies behind its gaps elsewhere: `|code ref|…`. */
  causes: string;
  /** When its critical and warning gaps are due: `|code@moment|…`. */
  dues: string;
  search_text: string;
  detail: string;
  /** What a check of a change tells of its gaps, as JSON; null: only in `detail`. */
  standing_gaps: string | null;
  hash: string;
}

/** A row of the table of assessments. */
export interface AssessmentRow extends AssessmentContent {
  id: number;
  valid_from: string;
  valid_to: string | null;
  next_change_at: string | null;
  policy_version: string;
  memory: string;
  memory_before: string | null;
  assessed_at: string;
  people_known: boolean;
  /** What it was last made from; null: unknown. */
  facts_hash: string | null;
}

/** All columns but the one that the database counts. */
export const assessmentColumns: ColumnTypes<Omit<AssessmentRow, 'id'>> = {
  entity_ref: 'text',
  uid: 'text',
  valid_from: 'text',
  valid_to: 'text',
  next_change_at: 'text',
  policy_version: 'text',
  status: 'text',
  underlying_status: 'text',
  urgency: 'integer',
  in_scope: 'boolean',
  kind: 'text',
  title: 'text',
  type: 'text',
  owner_ref: 'text',
  system_ref: 'text',
  domain_ref: 'text',
  recovery_owner: 'text',
  tier: 'text',
  tier_rank: 'integer',
  tier_source: 'text',
  rto_seconds: 'bigint',
  rpo_seconds: 'bigint',
  mtpd_seconds: 'bigint',
  due_by: 'text',
  late: 'boolean',
  gap_codes: 'text',
  causes: 'text',
  dues: 'text',
  search_text: 'text',
  detail: 'text',
  standing_gaps: 'text',
  memory: 'text',
  memory_before: 'text',
  assessed_at: 'text',
  people_known: 'boolean',
  hash: 'text',
  facts_hash: 'text',
};

/** An index holds it, beside all else that lists are filtered by: on PostgreSQL no more than 2,704 bytes together. */
const LONGEST_SEARCH_TEXT = 400;

/** RPO `none` in a column of seconds: below zero, and not the unset that null is. */
export const HOLDS_NO_DATA = -1;

/** An assessment as the table holds it. `late` and `due_by` are about critical and warning gaps that no exemption covers. */
export function toAssessmentContent(
  entity: MirroredEntity,
  assessment: Assessment,
  policy: ContinuityPolicy,
): AssessmentContent {
  const { memory: _memory, nextChangeAt: _next, ...detail } = assessment;
  const { profile, gaps, status } = assessment;
  const pressing = gaps.filter(
    gap => gap.severity !== 'information' && !gap.exemption,
  );
  const tier = profile.tier.value;
  // not canonical, since that took longer than the assessment: the rules build the same object from the same facts, and if they ever
  // did not, there would be an interval too many, never a wrong one
  const shown = JSON.stringify(detail);
  const columns = {
    entity_ref: entity.facts.entityRef,
    uid: entity.facts.uid?.toLowerCase() ?? null,
    status,
    underlying_status: assessment.underlyingStatus,
    urgency: urgency({ status, tier, gaps }, policy),
    in_scope: status !== 'out-of-scope',
    kind: entity.facts.kind,
    title: entity.title,
    type: entity.type,
    owner_ref: entity.ownerRef,
    system_ref: entity.systemRef,
    domain_ref: entity.domainRef,
    recovery_owner: profile.recoveryOwner.value,
    tier,
    tier_rank: tier === null ? null : tierRank(policy, tier) ?? null,
    tier_source: profile.tier.source,
    rto_seconds: secondsOf(profile.rto.value),
    rpo_seconds: secondsOf(profile.rpo.value),
    mtpd_seconds: secondsOf(profile.mtpd.value),
    due_by: earliestDue(pressing),
    late: pressing.some(gap => gap.late),
    gap_codes: words(gaps.map(gap => gap.code)),
    search_text: searchTextOf(entity, assessment),
  };
  return {
    ...columns,
    // what follows from the gaps alone changes nothing about the hash, and is worked out only where the row is written
    get causes() {
      return words(gapCauses(gaps, entity.systemRef).map(gapCauseKey));
    },
    get standing_gaps() {
      return JSON.stringify(standingGaps(gaps));
    },
    get dues() {
      return words(pressing.map(gap => `${gap.code}@${gap.dueBy}`));
    },
    detail: shown,
    // in one go: it costs half of what a Hash does, and a whole catalog is hashed at a time
    hash: hash('sha256', JSON.stringify(columns) + shown, 'hex'),
  };
}

/** The assessment of a row, as it was decided. */
export function toAssessment(
  row: Pick<AssessmentRow, 'detail' | 'memory' | 'next_change_at'>,
): Assessment {
  return {
    ...JSON.parse(row.detail),
    memory: JSON.parse(row.memory) as AssessmentMemory,
    nextChangeAt: row.next_change_at,
  };
}

function secondsOf(value: string | null): number | null {
  if (value === null) return null;
  return value === 'none' ? HOLDS_NO_DATA : durationSeconds(value);
}

function earliestDue(gaps: Gap[]): string | null {
  let earliest: string | null = null;
  for (const { dueBy } of gaps) {
    if (earliest === null || dueBy < earliest) earliest = dueBy;
  }
  return earliest;
}

/** A list that "like" can look into. */
function words(list: string[]): string {
  const sorted = [...new Set(list)].sort();
  return sorted.length === 0 ? '' : `|${sorted.join('|')}|`;
}

function searchTextOf(entity: MirroredEntity, assessment: Assessment): string {
  const text = [
    entity.title,
    entity.facts.entityRef,
    entity.type,
    entity.systemRef,
    entity.ownerRef,
    assessment.profile.recoveryOwner.value,
    assessment.profile.tier.value,
  ]
    .filter(part => part !== null)
    .join(' ')
    .toLowerCase();
  return text.length <= LONGEST_SEARCH_TEXT
    ? text
    : storable(text.slice(0, LONGEST_SEARCH_TEXT));
}
