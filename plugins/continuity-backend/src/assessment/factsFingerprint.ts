import { hash } from 'node:crypto';
import { resolvePackagePath } from '@backstage/backend-plugin-api';
import type { AssessmentFacts } from 'backstage-plugin-continuity-common';
import type { JsonValue } from '@backstage/types';
import type { Candidate } from './AssessmentBatch';

type Stored = Omit<AssessmentFacts, 'people'>;

/** What JSON would lose; none of it may be in what is compared as JSON. */
type NotPlain<T> = T extends JsonValue | undefined
  ? never
  : T extends
      | Date
      | ReadonlyMap<unknown, unknown>
      | ReadonlySet<unknown>
      | ((...args: never[]) => unknown)
  ? T
  : T extends ReadonlyArray<infer Item>
  ? NotPlain<Item>
  : { [Key in keyof T]-?: NotPlain<T[Key]> }[keyof T];

type Plain<T> = [NotPlain<T>] extends [never] ? T : never;

let release: string | undefined;

/** Of the package that holds the rules: another release may decide otherwise about the same facts. */
export function rulesRelease(): string {
  release ??= (
    require(resolvePackagePath(
      'backstage-plugin-continuity-common',
      'package.json',
    )) as { version: string }
  ).version;
  return release;
}

/**
 * What an assessment is made from, apart from time, memory, policy and the states of people, which are compared by themselves.
 *
 * Facts are plain JSON (the compiler sees to it); they are read in one order, and if they ever were not, an entity would be assessed in vain, never left out.
 */
export function factsFingerprint({
  entity,
  facts,
}: Pick<Candidate, 'entity' | 'facts'>): string {
  const { people: _people, ...rest } = facts;
  const stored: Plain<Stored> = rest;
  const { title, type, ownerRef, systemRef, domainRef } = entity;
  const text = JSON.stringify([
    title,
    type,
    ownerRef,
    systemRef,
    domainRef,
    stored,
  ]);
  return `${rulesRelease()}:${hash('sha256', text, 'base64url')}`;
}
