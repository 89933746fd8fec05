import type { PeopleFacts } from '../catalog/entityFacts';
import { defaultPolicy } from '../policy/defaultPolicy';
import type { ContinuityPolicy, Tier } from '../policy/policy';
import { anEntity } from '../profile/anEntity';
import { aPortalProfile } from '../profile/aPortalProfile';
import type { ProfileValues } from '../profile/profileValues';
import type { AssessmentFacts } from './assessment';

/** The people of a test: everybody exists but those who are said not to. */
export function people(
  states: Record<string, ReturnType<PeopleFacts['stateOf']>> = {},
): PeopleFacts {
  return { known: true, stateOf: ref => states[ref] ?? 'ok' };
}

/** Builds the facts of a test: a service with an owner who exists, seen first on 1 January 2026, and what is said on top. */
export function someFacts(
  said: Omit<Partial<AssessmentFacts>, 'portal' | 'entity'> & {
    entity?: Parameters<typeof anEntity>[0];
    portal?: ProfileValues;
  } = {},
): AssessmentFacts {
  const { entity, portal, ...rest } = said;
  return {
    entity: anEntity({ ownedBy: ['group:default/payments'], ...entity }),
    appearedAt: '2026-01-01T00:00:00.000Z',
    portal: portal && aPortalProfile(portal),
    agreements: [],
    people: people(),
    ...rest,
  };
}

/** A policy of one tier, `gold`, that requires what is said and nothing else. */
export function aPolicyOf(
  requires: Partial<Tier['requires']>,
  said: Partial<ContinuityPolicy> = {},
): ContinuityPolicy {
  return {
    ...defaultPolicy,
    tiers: [
      {
        id: 'gold',
        title: 'Gold',
        targets: { rto: 'PT4H', rpo: 'PT1H', mtpd: 'P1D' },
        requires: { tests: [], ...requires },
      },
    ],
    ...said,
  };
}
