export * from './profileField';
export * from './profileValues';
export * from './effectiveProfile';
export * from './agreement';
export * from './duration';
export * from './durationSchema';
export * from './formatDuration';
export * from './cadence';
export * from './cadenceArithmetic';
export * from './cadenceSchema';
export * from './deadline';
export * from './deadlineZone';
export * from './durationSeconds';
export * from './describeProfileValue';
export * from './parsePartyRef';
export * from './parseMbco';
export {
  parseProfileValue,
  type ParsedProfileValue,
  type ProfileValueContext,
} from './parseProfileValue';
export * from './parseProfilePatch';
export * from './resolveProfile';
export * from './compareAgreedValues';
export * from './effectiveAgreement';
export * from './parseAgreementInput';
export type { InvalidValue, ValueConflict } from './setValues';
export { catalogOwner } from './catalogOwner';
