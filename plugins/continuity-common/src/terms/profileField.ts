/**
 * The fields of a continuity profile (DOMAIN.md §1), in the order in which people read them.
 *
 * @public
 */
export const profileFields = [
  'tier',
  'rto',
  'rpo',
  'mtpd',
  'wrt',
  'mbco',
  'recoveryTime',
  'recoveryOwner',
  'recoveryAlternates',
] as const;

/** @public */
export type ProfileField = (typeof profileFields)[number];

/**
 * The catalog-info annotation that sets a field (source `catalog`).
 *
 * @public
 */
export const profileAnnotations: Record<ProfileField, string> = {
  tier: 'continuity/tier',
  rto: 'continuity/rto',
  rpo: 'continuity/rpo',
  mtpd: 'continuity/mtpd',
  wrt: 'continuity/wrt',
  mbco: 'continuity/mbco',
  recoveryTime: 'continuity/recovery-time',
  recoveryOwner: 'continuity/recovery-owner',
  recoveryAlternates: 'continuity/recovery-alternates',
};

/**
 * The labels that the catalog module writes. They are results, never inputs: the mirror ignores them
 * and no mapping may name them.
 *
 * @public
 */
export const resultLabels = [
  'continuity/effective-tier',
  'continuity/status',
  'continuity/last-test',
] as const;
