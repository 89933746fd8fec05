/**
 * The language of IT service continuity for Backstage: types, schemas, pure rules and the API contract.
 *
 * @packageDocumentation
 */
export * from './profile';
