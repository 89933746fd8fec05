export * from './gap';
export * from './status';
export * from './assessment';
export * from './assess';
export * from './deriveStatus';
export * from './sortGaps';
export * from './urgency';
export { describeGap } from './gapTexts';
export {
  programmeDue,
  type AppliedRequirement,
  type RequirementKey,
} from './requirements';
export * from './labels';
export * from './watchedNow';
