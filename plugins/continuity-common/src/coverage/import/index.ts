export * from './formulaText';
export * from './importAnswer';
export { type ReadRow } from './importCell';
export * from './importColumns';
export * from './importColumns.de';
export * from './importKind';
export * from './importSeparator';
export * from './importTemplate';
export * from './readAnalysisRow';
export * from './readExemptionRow';
export * from './readImportTable';
export {
  planColumnOf,
  readPlanRow,
  type PlanRow,
} from './readPlanRow';
export * from './readProfileRow';
export * from './readTestRow';
