export * from './profileValues';
export * from './effectiveProfile';
export * from './agreement';
export * from './describeProfileValue';
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
