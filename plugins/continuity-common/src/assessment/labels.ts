import { z } from 'zod';
import type { Assessment } from './assessment';

/** The labels of one entity at a revision; `labels: null` = it has none any more. @public */
export const entityLabelsSchema = z.object({
  entityRef: z.string(),
  /** Grows with every change of any entity's labels. */
  revision: z.number().int(),
  labels: z.record(z.string(), z.string()).nullable(),
});

/** @public */
export type EntityLabels = z.infer<typeof entityLabelsSchema>;

/**
 * Answer of `GET /entities/labels?sinceRevision=`: labels that changed after that revision, oldest change first.
 *
 * @public
 */
export const labelsPageSchema = z.object({
  items: z.array(entityLabelsSchema),
  /** Send as `sinceRevision` next time. */
  revision: z.number().int(),
  /** True where there are more than fit into one page. */
  more: z.boolean(),
});

/** @public */
export type LabelsPage = z.infer<typeof labelsPageSchema>;

/**
 * The labels that the catalog shows for an assessment: stable, few values, no timestamps, since each change makes the catalog write.
 * Null for what is out of scope.
 *
 * @public
 */
export function labelsOf(
  assessment: Pick<Assessment, 'status' | 'profile'> &
    Partial<Pick<Assessment, 'tests'>>,
): Record<string, string> | null {
  if (assessment.status === 'out-of-scope') {
    return null;
  }
  const tier = assessment.profile.tier.value;
  // assessments from before there were tests know none
  const last = assessment.tests?.last;
  return {
    'continuity/status': assessment.status,
    ...(tier === null ? {} : { 'continuity/effective-tier': tier }),
    ...(last && { 'continuity/last-test': last.outcome }),
  };
}
