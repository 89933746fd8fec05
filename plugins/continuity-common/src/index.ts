/**
 * The language of IT service continuity for Backstage: types, schemas, pure rules and the API contract.
 *
 * @packageDocumentation
 */
export * from './terms';
export * from './record';
export * from './policy';
export * from './catalog';
export * from './profile';
export * from './dependency';
export * from './plan';
export * from './testing';
export * from './exemption';
export * from './change';
export * from './assessment';
export * from './coverage';
export * from './contract';
export * from './permissions';
export * from './testPermissions';
export * from './auditPermissions';
export * from './changePermissions';
