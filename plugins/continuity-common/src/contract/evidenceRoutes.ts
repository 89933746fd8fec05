import {
  continuitySupplierEvidenceCreatePermission,
  continuityTestReportPermission,
} from '../testPermissions';
import {
  machineResultRequestSchema,
  machineResultResponseSchema,
} from '../testing/result/machineResult';
import { supplierEvidenceRequestSchema } from '../testing/result/supplierEvidence';
import { testDetailSchema } from '../testing/testDetail';
import { defineRoute } from './ContinuityRoute';

/** The calls by which machines report and suppliers' attestations are recorded; they come before {@link testRoutes}, whose ids would take their words. @public */
export const evidenceRoutes = {
  reportTestResults: defineRoute({
    method: 'post',
    path: '/tests/results',
    summary: 'What a machine reports of a test that it held',
    description:
      'A token reports only for the entities and depths that the policy says. The same `idempotencyKey` is recorded once; with other contents it is refused with 409.',
    permission: continuityTestReportPermission,
    body: machineResultRequestSchema,
    status: 200,
    response: machineResultResponseSchema,
    errors: [400, 401, 403, 404, 409, 503],
    auditEvent: 'test-report',
  }),
  recordSupplierEvidence: defineRoute({
    method: 'post',
    path: '/tests/supplier-evidence',
    summary: 'Records that a supplier attests a test of its own',
    description: 'Refused where the policy does not accept it for the depth.',
    permission: continuitySupplierEvidenceCreatePermission,
    usersOnly: true,
    body: supplierEvidenceRequestSchema,
    status: 200,
    response: testDetailSchema,
    errors: [400, 401, 403, 503],
    auditEvent: 'test-supplier-evidence',
  }),
};
