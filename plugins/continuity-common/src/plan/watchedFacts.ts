import type { ApiFacts } from '../catalog/apiFacts';
import type { EntityFacts } from '../catalog/entityFacts';
import { catalogOwner } from '../profile/catalogOwner';
import type { EffectiveProfile } from '../profile/effectiveProfile';
import type { Bia } from './analysis/bia';
import {
  hardDependenciesOf,
  needsThroughApis,
  type NeededApi,
} from './hardDependencies';

/**
 * What is remembered of an entity when a plan is approved for it, so that a material change is seen later (DOMAIN.md §4 "stale"). Kept as JSON.
 *
 * @public
 */
export interface WatchedFacts {
  /** Direct hard dependencies (those that nobody classified count), sorted; APIs by their own names. */
  dependencies: string[];
  /** Of each API that it uses, whom it needs through it; absent in what was remembered before it was watched. */
  apis?: Record<string, NeededApi>;
  /** Owner in the catalog. */
  owner: string | null;
  recoveryOwner: string | null;
  rto: string | null;
  rpo: string | null;
  mtpd: string | null;
  /** Of the minimum service; null where it has none, absent in what was remembered before it was watched. */
  mbcoPercent?: number | null;
  /** Of the agreed business impact analysis; null where there is none. */
  bia: {
    mtpd: string | null;
    /** Nothing is intolerable, and `mtpd` is the last point; absent in what was remembered before it was watched. */
    isBeyond?: boolean;
    rpo: string | null;
  } | null;
}

/** What is true of an entity now, of what plans watch. @public */
export function watchedFacts(options: {
  entity: EntityFacts;
  profile: EffectiveProfile;
  bia: Bia | null;
  softInPortal?: Iterable<string>;
  apis?: Readonly<Record<string, ApiFacts>>;
}): WatchedFacts {
  const { entity, profile, bia, softInPortal } = options;
  const apis = needsThroughApis(entity, options);
  return {
    dependencies: hardDependenciesOf(entity, softInPortal),
    ...(apis && { apis }),
    owner: catalogOwner(entity) ?? null,
    recoveryOwner: profile.recoveryOwner.value,
    rto: profile.rto.value,
    rpo: profile.rpo.value,
    mtpd: profile.mtpd.value,
    mbcoPercent: profile.mbco.value?.percent ?? null,
    bia: bia && {
      mtpd: bia.result.mtpd ?? bia.result.beyond,
      isBeyond: bia.result.mtpd === null,
      rpo: bia.result.rpo,
    },
  };
}
