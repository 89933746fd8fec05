import {
  entityFileLinks,
  sortGaps,
  type Assessment,
  type CarryOver,
  type EntityContinuity,
} from 'backstage-plugin-continuity-common';
import type { MirroredEntity } from '../../catalog/MirrorStore';

/** The part of the answer that comes from the entity and its assessment alone, nothing hidden yet. */
export function draftEntityContinuity(options: {
  entity: MirroredEntity;
  assessment: Assessment;
  tier: EntityContinuity['tier'];
  revision: number;
  carryOver: CarryOver | undefined;
  timeZone: string;
}) {
  const { entity, assessment, tier, revision, carryOver, timeZone } = options;
  const { status, underlyingStatus, profile, slack, agreement } = assessment;
  return {
    entityRef: entity.facts.entityRef,
    title: entity.title,
    kind: entity.facts.kind,
    type: entity.type,
    status,
    underlyingStatus,
    gaps: sortGaps(assessment.gaps),
    profile,
    tier,
    slack,
    agreement,
    plans: [],
    tests: { last: null, next: null, requirements: [] },
    findings: [],
    file: entityFileLinks(entity.facts),
    carryOver: carryOver
      ? {
          id: carryOver.id,
          fromRef: carryOver.fromRef,
          reason: carryOver.reason,
          since: carryOver.since,
        }
      : null,
    revision,
    timeZone,
  } satisfies Partial<EntityContinuity>;
}
