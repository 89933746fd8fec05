import {
  type ContinuityPolicy,
  defaultPolicy,
} from 'backstage-plugin-continuity-common';
import { policyVersionOf } from '../policy/PolicyVersionStore';
import { PastReader } from './PastReader';

const inZone = (timeZone: string): ContinuityPolicy => ({
  ...defaultPolicy,
  timeZone,
});
const installedAt = '2026-01-01T00:00:00.000Z';

/** Policies that followed each other; the last one rules now. */
function aPast(...ruled: Array<[from: string, policy: ContinuityPolicy]>) {
  const versions = ruled.map(([from]) => ({ from })).reverse();
  return PastReader.create({
    versions: {
      versions: async () => versions,
      policyAt: async (at: string) =>
        ruled.filter(([from]) => from <= at).pop()?.[1],
    } as never,
    policy: ruled[ruled.length - 1][1],
    clock: () => new Date('2026-06-01T12:00:00.000Z'),
  });
}

describe('PastReader', () => {
  it('ends a day by the clocks that ruled then', async () => {
    const past = aPast(
      [installedAt, inZone('America/Sao_Paulo')],
      ['2026-05-01T00:00:00.000Z', inZone('Europe/Berlin')],
    );
    expect(await past.resolve('2026-03-10')).toMatchObject({
      asOf: '2026-03-11T02:59:59.999Z',
      then: { day: '2026-03-10', timeZone: 'America/Sao_Paulo' },
    });
    expect(await past.resolve('2026-05-10')).toMatchObject({
      asOf: '2026-05-10T21:59:59.999Z',
      then: { timeZone: 'Europe/Berlin' },
    });
  });

  it('names the policy that rules at the moment it shows, also where the zone changed in the last hours of that day', async () => {
    const utc = inZone('UTC');
    const berlin = inZone('Europe/Berlin');
    // an hour after the day is over in Berlin, and before it is in UTC
    const past = aPast(
      [installedAt, utc],
      ['2026-03-10T23:30:00.000Z', berlin],
    );
    expect(await past.resolve('2026-03-10')).toMatchObject({
      asOf: '2026-03-10T23:59:59.999Z',
      then: { policyVersion: policyVersionOf(berlin), timeZone: 'UTC' },
    });
  });
});
