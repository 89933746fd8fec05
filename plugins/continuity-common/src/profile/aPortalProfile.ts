import type { PortalProfile, ProfileValues } from './profileValues';

/** Builds what somebody saved in the portal of a test. */
export function aPortalProfile(
  values: ProfileValues,
  entityRef = 'component:default/checkout',
): PortalProfile {
  return {
    entityRef,
    values,
    revision: 3,
    updatedAt: '2026-02-03T04:05:06.000Z',
    updatedBy: 'user:default/jane',
  };
}
