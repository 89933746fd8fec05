import type { evidenceRoutes } from 'backstage-plugin-continuity-common';
import { HandlersOf } from '../../contract/RouteHandlers';
import { MachineResultService } from '../testing/MachineResultService';
import { SupplierEvidenceService } from '../testing/SupplierEvidenceService';

/** Binds the calls of machines, and about suppliers, to the services that answer them. */
export function createEvidenceHandlers(services: {
  machineResults: MachineResultService;
  supplierEvidence: SupplierEvidenceService;
}) {
  const { machineResults, supplierEvidence } = services;
  return {
    reportTestResults: ({ body, credentials }) =>
      machineResults.report(body, { credentials }),
    recordSupplierEvidence: ({ body, credentials }) =>
      supplierEvidence.record(body, { credentials }),
  } satisfies HandlersOf<typeof evidenceRoutes>;
}
