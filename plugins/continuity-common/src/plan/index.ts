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
export * from './analysisState';
export * from './bia';
export * from './deriveBia';
export * from './fallingImpacts';
export * from './quickBia';
export * from './recommendTier';
export * from './loosenedBia';
export {
  parseBiaInput,
  type AnalysisIssue,
  type ParsedBiaInput,
} from './parseBiaInput';
export * from './riskThreats';
export * from './riskLevel';
export * from './riskAssessment';
export * from './riskSummary';
export * from './parseRiskInput';
export * from './effectiveAnalysis';
export {
  findStepCycle,
  planRecoveryTime,
  expectedRecoveryOf,
  stepConcerns,
  type OrderedStep,
} from './stepOrder';
export * from './planShortcomings';
export * from './decidePlanTransition';
export * from './watchedFacts';
export * from './findStaleReasons';
export * from './planFacts';
export * from './planStandings';
export * from './comparePlanContents';
export * from './planTemplate';
export * from './writePlanMarkdown';
export * from './parsePlanMarkdown';
