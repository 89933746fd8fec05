export * from './graph/dependencyFacts';
export * from './parseClassificationRefs';
export * from './graph/dependencyEdge';
export type {
  PackedDependencyGraph,
  TwoWayLists,
} from './graph/packedDependencyGraph';
export type { PackedLists } from './graph/packedLists';
export type { DependencyDeclaration } from './graph/declaration';
export { wayKinds, type WayKind } from './graph/relationWay';
export type { DependencyLinks } from './graph/links';
export type { Condensation } from './reach/condense';
export * from './graph/DependencyGraph';
export * from './graph/DependencyGraphBuilder';
export * from './graph/buildDependencyGraph';
export * from './graph/dependencyChanges';
export * from './graph/layOverDependencyGraph';
export * from './graph/compactDependencyGraph';
export * from './reach/Reach';
export * from './reach/reachDependencies';
export * from './reach/findShortestPath';
export * from './reach/findCycles';
export {
  recoveryOrder,
  type RecoveryStep,
  type RecoveryWave,
} from './recovery/recoveryOrder';
export * from './recovery/RecoveryColumns';
export * from './targets/compareWithTarget';
export * from './recovery/ExpectedRecovery';
export * from './targets/ComparedTargets';
export * from './targets/findTargetConflicts';
export * from './targets/countTargetDemands';
export * from './targets/explainTargets';
export * from './recovery/Concentration';
export * from './recovery/whatIfLost';
export * from './recovery/Loss';
export * from './standing/dependencyStanding';
export {
  dependencyStandings,
  type StandingJudgement,
} from './standing/dependencyStandings';
export {
  protectionCode,
  type PlanProtection,
} from './standing/protectionCodes';
export type { JudgedRound } from './standing/StandingJudge';
export type { GraphSurvey, RankedConcentration } from './graphAnalyses';
export * from './GraphWorkshop';
export * from './reach/softNeighbours';
