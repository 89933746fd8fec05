export * from './dependencyFacts';
export * from './parseClassificationRefs';
export * from './dependencyEdge';
export type {
  PackedDependencyGraph,
  TwoWayLists,
} from './packedDependencyGraph';
export type { PackedLists } from './packedLists';
export type { DependencyDeclaration } from './declaration';
export { wayKinds, type WayKind } from './relationWay';
export type { DependencyLinks } from './links';
export type { Condensation } from './condense';
export * from './DependencyGraph';
export * from './DependencyGraphBuilder';
export * from './buildDependencyGraph';
export * from './dependencyChanges';
export * from './layOverDependencyGraph';
export * from './compactDependencyGraph';
export * from './Reach';
export * from './reachDependencies';
export * from './findShortestPath';
export * from './findCycles';
export {
  recoveryOrder,
  type RecoveryStep,
  type RecoveryWave,
} from './recoveryOrder';
export * from './RecoveryColumns';
export * from './compareWithTarget';
export * from './ExpectedRecovery';
export * from './ComparedTargets';
export * from './findTargetConflicts';
export * from './countTargetDemands';
export * from './explainTargets';
export * from './Concentration';
export * from './whatIfLost';
export * from './Loss';
export * from './dependencyStanding';
export {
  dependencyStandings,
  type StandingJudgement,
} from './dependencyStandings';
export { protectionCode, type PlanProtection } from './protectionCodes';
export type { JudgedRound } from './StandingJudge';
export type { GraphSurvey, RankedConcentration } from './graphAnalyses';
export * from './GraphWorkshop';
export * from './softNeighbours';
