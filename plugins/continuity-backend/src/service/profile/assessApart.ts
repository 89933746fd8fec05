import {
  assess,
  type ContinuityPolicy,
} from 'backstage-plugin-continuity-common';
import type { StoredAssessment } from '../../assessment/AssessmentEngine';
import type { MirroredEntity } from '../../catalog/MirrorStore';

/** What can be said of an entity that has no stored assessment: users and groups, which nobody recovers. */
export function assessApart(
  entity: MirroredEntity,
  options: { policy: ContinuityPolicy; clock: () => Date },
): StoredAssessment {
  const now = options.clock().toISOString();
  return {
    entityRef: entity.facts.entityRef,
    validFrom: now,
    validTo: null,
    assessment: assess(
      {
        entity: entity.facts,
        appearedAt: entity.firstSeenAt,
        agreements: [],
        people: { known: false, stateOf: () => 'ok' },
      },
      undefined,
      options.policy,
      now,
    ),
  };
}
