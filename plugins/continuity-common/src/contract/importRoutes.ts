import type { Permission } from '@backstage/plugin-permission-common';
import {
  importAnswerSchema,
  importDryRunRequestSchema,
  importRequestSchema,
} from '../coverage/import/importAnswer';
import type { ImportKind } from '../coverage/import/importKind';
import {
  continuityAnalysisUpdatePermission,
  continuityExemptionCreatePermission,
  continuityPlanCreatePermission,
  continuityProfileUpdatePermission,
} from '../permissions';
import { continuityTestCreatePermission } from '../testPermissions';
import { defineRoute } from './ContinuityRoute';

/** What a file of the greatest size needs as JSON. */
const LARGEST_BODY = '24mb';

function dryRunOf<P extends Permission>(
  kind: ImportKind,
  what: string,
  permission: P,
) {
  return defineRoute({
    method: 'post',
    path: `/imports/${kind}/dry-run`,
    summary: `What an import of ${what} would change, row by row`,
    description:
      'Nothing is written. A row about an entity that the caller may not see is refused like one about an entity that does not exist.',
    permission,
    readsOnly: true,
    largestBody: LARGEST_BODY,
    body: importDryRunRequestSchema,
    status: 200,
    response: importAnswerSchema,
    errors: [400, 401, 403, 413, 503],
  });
}

function importOf<P extends Permission>(
  kind: ImportKind,
  what: string,
  permission: P,
) {
  return defineRoute({
    method: 'post',
    path: `/imports/${kind}`,
    summary: `Imports ${what}: all rows, or none`,
    description:
      'With the fingerprint of the dry run; 409 where it would come out otherwise now, and 400 where a row is refused. Each record says from which line of which file it came.',
    permission,
    largestBody: LARGEST_BODY,
    body: importRequestSchema,
    status: 200,
    response: importAnswerSchema,
    errors: [400, 401, 403, 409, 413, 503],
    auditEvent: `import-${kind}`,
  });
}

const profiles = [
  'profiles',
  'profiles',
  continuityProfileUpdatePermission,
] as const;
const analyses = [
  'analyses',
  'quick business impact analyses',
  continuityAnalysisUpdatePermission,
] as const;
const plans = [
  'plans',
  'plans by reference',
  continuityPlanCreatePermission,
] as const;
const tests = [
  'tests',
  'tests that were held',
  continuityTestCreatePermission,
] as const;
const exemptions = [
  'exemptions',
  'exemptions, which are asked for',
  continuityExemptionCreatePermission,
] as const;

/** The calls that import what companies already have; each needs the permission of the single act. @public */
export const importRoutes = {
  dryRunProfiles: dryRunOf(...profiles),
  importProfiles: importOf(...profiles),
  dryRunAnalyses: dryRunOf(...analyses),
  importAnalyses: importOf(...analyses),
  dryRunPlans: dryRunOf(...plans),
  importPlans: importOf(...plans),
  dryRunTests: dryRunOf(...tests),
  importTests: importOf(...tests),
  dryRunExemptions: dryRunOf(...exemptions),
  importExemptions: importOf(...exemptions),
};
