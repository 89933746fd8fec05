import type {
  ImportDryRunRequest,
  ImportKind,
  ImportRequest,
  importRoutes,
} from 'backstage-plugin-continuity-common';
import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import type { HandlersOf } from '../../../contract/RouteHandlers';
import { ImportService } from './ImportService';

/** Binds the calls that import. */
export function createImportHandlers({
  imports,
}: {
  imports: ImportService;
}): HandlersOf<typeof importRoutes> {
  const dryRun =
    (kind: ImportKind) =>
    (call: { body: ImportDryRunRequest; credentials: BackstageCredentials }) =>
      imports.dryRun(kind, call.body, call);
  const run =
    (kind: ImportKind) =>
    (call: { body: ImportRequest; credentials: BackstageCredentials }) =>
      imports.run(kind, call.body, call);
  return {
    dryRunProfiles: dryRun('profiles'),
    importProfiles: run('profiles'),
    dryRunAnalyses: dryRun('analyses'),
    importAnalyses: run('analyses'),
    dryRunPlans: dryRun('plans'),
    importPlans: run('plans'),
    dryRunTests: dryRun('tests'),
    importTests: run('tests'),
    dryRunExemptions: dryRun('exemptions'),
    importExemptions: run('exemptions'),
  };
}
