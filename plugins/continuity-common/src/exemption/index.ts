export * from './exemptionRequirement';
export * from './exemptionState';
export * from './exemptionFacts';
export * from './exemptionPeriod';
export * from './countRenewals';
export * from './decideExemptionTransition';
export * from './exemptionSummary';
export * from './exemptionRequests';
