export * from './planKind';
export * from './planContents';
export * from './planVersion';
export * from './staleReason';
export * from './planStanding';
export * from './planSummary';
export * from './planChangeRequest';
export * from './planDetail';
export * from './renamePlanEntities';
export * from './planRequests';
export * from './analysis/analysisState';
export * from './analysis/bia';
export * from './analysis/deriveBia';
export * from './analysis/fallingImpacts';
export * from './analysis/quickBia';
export * from './analysis/recommendTier';
export * from './analysis/loosenedBia';
export {
  parseBiaInput,
  type AnalysisIssue,
  type ParsedBiaInput,
} from './analysis/parseBiaInput';
export * from './analysis/riskThreats';
export * from './analysis/riskLevel';
export * from './analysis/riskAssessment';
export * from './analysis/riskSummary';
export * from './analysis/parseRiskInput';
export * from './analysis/effectiveAnalysis';
export {
  findStepCycle,
  planRecoveryTime,
  expectedRecoveryOf,
  stepConcerns,
  type OrderedStep,
} from './stepOrder';
export * from './planShortcomings';
export * from './decidePlanTransition';
export * from './hardDependencies';
export * from './watchedFacts';
export * from './findStaleReasons';
export * from './planFacts';
export * from './planStandings';
export * from './comparePlanContents';
export * from './planTemplate';
export * from './writePlanMarkdown';
export * from './parsePlanMarkdown';
