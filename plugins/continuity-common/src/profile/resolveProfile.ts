import type { EntityFacts } from '../catalog/entityFacts';
import type { ContinuityPolicy } from '../policy/policy';
import { catalogOwner } from './catalogOwner';
import type {
  EffectiveProfile,
  EffectiveValue,
  ValueOrigin,
} from './effectiveProfile';
import { durationSeconds } from '../terms/durationSeconds';
import { policyIndex, type PolicyIndex } from './policyIndex';
import { profileFields, type ProfileField } from '../terms/profileField';
import type { PortalProfile } from './profileValues';
import {
  readSetValues,
  type FoundValue,
  type InvalidValue,
  type SetValues,
  type ValueConflict,
} from './setValues';

/**
 * What effective values are made from; part of `AssessmentFacts`.
 *
 * @public
 */
export interface ProfileFacts {
  entity: EntityFacts;
  portal?: PortalProfile;
  /** The system that the entity is part of, when it exists in the catalog. */
  system?: { entity: EntityFacts; portal?: PortalProfile };
  /** The MTPD of the agreed business impact analysis that counts, where it has one. */
  biaMtpd?: BiaMtpd;
}

/**
 * The MTPD that an agreed business impact analysis found.
 *
 * @public
 */
export interface BiaMtpd {
  mtpd: string;
  /** Ref of the system whose analysis it is; null where it is the entity's own. */
  from: string | null;
}

/**
 * The effective values of an entity, and what was wrong on the way to them.
 *
 * @public
 */
export interface ResolvedProfile {
  profile: EffectiveProfile;
  /** Ref of the system whose tier is taken over; null where the entity has its own or none. */
  tierTakenOverFrom: string | null;
  /** Values of the entity itself that do not parse; a system's are the system's own. */
  invalid: InvalidValue[];
  conflicts: ValueConflict[];
}

/** Requirements, in contrast to who recovers and how long it takes: they come with the tier or not at all. */
const inheritedWithTier = new Set<ProfileField>([
  'rto',
  'rpo',
  'mtpd',
  'wrt',
  'mbco',
]);

const UNSET: EffectiveValue<unknown> = {
  value: null,
  source: null,
  origin: null,
  locked: false,
  fallback: null,
};

function inherited(
  field: ProfileField,
  set: SetValues,
  systemRef: string,
): FoundValue | undefined {
  const found = set.catalog[field] ?? set.portal[field] ?? set.mapped[field];
  if (!found) return undefined;
  const { source: via, ...origin } = found.origin;
  return {
    value: found.value,
    origin: {
      ...origin,
      source: 'inherited',
      entityRef: systemRef,
      via: via as 'catalog' | 'portal' | 'mapped',
    },
  };
}

function tierDefault(
  field: ProfileField,
  tierId: string | null,
  index: PolicyIndex,
): FoundValue | undefined {
  if (tierId === null) return undefined;
  if (field !== 'rto' && field !== 'rpo' && field !== 'mtpd') return undefined;
  const value = index.tiers.get(tierId)?.tier.targets[field];
  return value === undefined
    ? undefined
    : { value, origin: { source: 'tier', key: tierId } };
}

function entityOwner(entity: EntityFacts): FoundValue | undefined {
  const value = catalogOwner(entity);
  return value === undefined
    ? undefined
    : { value, origin: { source: 'entity-owner' } };
}

function toEffective(
  own: SetValues,
  field: ProfileField,
  others: Array<FoundValue | undefined>,
): EffectiveValue<unknown> {
  const portal = own.portal[field];
  const withoutPortal = [own.mapped[field], ...others].find(Boolean);
  const found = own.catalog[field] ?? portal ?? withoutPortal;
  if (!found) return UNSET;
  const isFromPortal = found === portal;
  return {
    value: found.value,
    source: found.origin.source,
    origin: found.origin,
    locked: found.origin.source === 'catalog',
    fallback:
      isFromPortal && withoutPortal
        ? { value: withoutPortal.value, origin: withoutPortal.origin }
        : null,
  };
}

/** What somebody wrote down, in contrast to what is assumed while nobody does. */
const setSources = new Set(['catalog', 'portal', 'mapped', 'inherited']);

function isStricter(
  { value, source }: Pick<EffectiveValue<string>, 'value' | 'source'>,
  mtpd: string,
): boolean {
  return (
    value !== null &&
    source !== null &&
    setSources.has(source) &&
    durationSeconds(value) < durationSeconds(mtpd)
  );
}

/**
 * An agreed analysis comes before every other source of the MTPD, unless a stricter value is set (DOMAIN.md §1). A tier's default is not set: the
 * business has judged since.
 */
function withBia(
  found: EffectiveValue<string>,
  bia: BiaMtpd | undefined,
): EffectiveValue<string> {
  if (!bia) return found;
  const origin: ValueOrigin = {
    source: 'bia',
    ...(bia.from !== null && { entityRef: bia.from }),
  };
  const asAnalysed = { value: bia.mtpd, origin };
  if (isStricter(found, bia.mtpd)) {
    if (found.source !== 'portal') return found;
    const { fallback } = found;
    const staysStricter =
      fallback !== null &&
      isStricter(
        { value: fallback.value, source: fallback.origin?.source ?? null },
        bia.mtpd,
      );
    return { ...found, fallback: staysStricter ? fallback : asAnalysed };
  }
  const isSet = found.source !== null && setSources.has(found.source);
  return {
    ...asAnalysed,
    source: 'bia',
    locked: found.locked,
    fallback: found.source === 'portal' ? asAnalysed : null,
    ...(isSet && {
      overruled: { value: found.value!, origin: found.origin! },
    }),
  };
}

/**
 * Finds the effective value of every field with its source (DOMAIN.md §1): the entity's own annotation or authoritative
 * mapping, the portal, other mappings, what the system has set itself, the tier's default or the catalog owner.
 *
 * Targets (RTO, RPO, MTPD, work recovery time, minimum service) are inherited only together with the tier. Values that do not
 * parse are reported and skipped; nothing here throws on what people wrote.
 *
 * @public
 */
export function resolveProfile(
  facts: ProfileFacts,
  policy: ContinuityPolicy,
): ResolvedProfile {
  const index = policyIndex(policy);
  const { entity, portal, system } = facts;
  const own = readSetValues(entity, portal, policy);
  const systemRef = system?.entity.entityRef;
  const above =
    system && systemRef !== entity.entityRef
      ? readSetValues(system.entity, system.portal, policy)
      : undefined;
  const fromSystem = (field: ProfileField) =>
    above && index.inherits.has(field)
      ? inherited(field, above, systemRef!)
      : undefined;

  const tier = toEffective(own, 'tier', [fromSystem('tier')]);
  const tierIsInherited = tier.source === 'inherited';
  const profile: Record<string, EffectiveValue<unknown>> = { tier };
  for (const field of profileFields) {
    if (field === 'tier') continue;
    const mayInherit = tierIsInherited || !inheritedWithTier.has(field);
    profile[field] = toEffective(own, field, [
      mayInherit ? fromSystem(field) : undefined,
      field === 'recoveryOwner'
        ? entityOwner(entity)
        : tierDefault(field, tier.value as string | null, index),
    ]);
  }
  profile.mtpd = withBia(profile.mtpd as EffectiveValue<string>, facts.biaMtpd);
  return {
    profile: profile as unknown as EffectiveProfile,
    tierTakenOverFrom: tierIsInherited ? systemRef! : null,
    invalid: own.invalid,
    conflicts: own.conflicts,
  };
}
