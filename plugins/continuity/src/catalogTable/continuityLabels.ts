/** The labels that the catalog module writes; this room reads nothing else of an entity. */
export const STATUS_LABEL = 'continuity/status';
export const TIER_LABEL = 'continuity/effective-tier';
export const LAST_TEST_LABEL = 'continuity/last-test';
