import type {
  ImportAnswer,
  ImportDryRunRequest,
  ImportRequest,
} from '../coverage/import/importAnswer';
import type { ImportKind } from '../coverage/import/importKind';

/**
 * The calls that import what companies already have, as `ContinuityApi.imports`.
 *
 * @public
 */
export interface ImportApi {
  /** What an import would change, row by row. */
  dryRun(kind: ImportKind, request: ImportDryRunRequest): Promise<ImportAnswer>;

  /** All rows, or none; with the fingerprint of the dry run. */
  run(kind: ImportKind, request: ImportRequest): Promise<ImportAnswer>;
}
