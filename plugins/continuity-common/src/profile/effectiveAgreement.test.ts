import { defaultPolicy } from '../policy/defaultPolicy';
import type { Agreement } from './agreement';
import { anAgreement } from './anAgreement';
import { anEntity } from './anEntity';
import { effectiveAgreement } from './effectiveAgreement';
import { resolveProfile } from './resolveProfile';

const system = anEntity({
  ref: 'system:default/shop',
  annotations: { 'continuity/tier': 'tier-2' },
});

const find = (said: {
  tier?: string;
  own?: Agreement[];
  systems?: Agreement[];
}) => {
  const entity = anEntity({
    annotations: said.tier ? { 'continuity/tier': said.tier } : {},
  });
  const facts = {
    agreements: said.own ?? [],
    system: { entity: system, agreements: said.systems ?? [] },
  };
  const resolved = resolveProfile(
    { entity, system: facts.system },
    defaultPolicy,
  );
  return effectiveAgreement(facts, resolved, defaultPolicy);
};

const systems = anAgreement({ id: 'sys', entityRef: 'system:default/shop' });

describe('effectiveAgreement', () => {
  it("takes over the system's while the tier is taken over", () => {
    expect(find({ systems: [systems] })).toEqual({
      required: true,
      current: systems,
      from: 'system:default/shop',
      dueAt: '2027-03-02T00:00:00.000Z',
      pending: null,
    });
  });

  it('needs its own with a tier of its own, even the same tier', () => {
    expect(find({ tier: 'tier-2', systems: [systems] })).toMatchObject({
      required: true,
      current: null,
      from: null,
      dueAt: null,
    });
  });

  it("takes its own before the system's", () => {
    const own = anAgreement({ id: 'own' });
    expect(find({ own: [own], systems: [systems] })).toMatchObject({
      current: own,
      from: null,
    });
  });

  it('takes the newest in force; one that waits for a second person does not count yet', () => {
    const waiting = anAgreement({ id: 'w', state: 'awaiting-second-person' });
    const current = anAgreement({ id: 'c' });
    const old = anAgreement({ id: 'o', state: 'superseded' });
    const refused = anAgreement({ id: 'r', state: 'rejected' });
    expect(
      find({ tier: 'tier-1', own: [waiting, refused, current, old] }),
    ).toMatchObject({ current, pending: waiting });
    expect(find({ tier: 'tier-1', own: [waiting, old] })).toMatchObject({
      current: null,
      pending: waiting,
    });
  });

  it('names no due date where the tier requires no agreement, and keeps what was agreed', () => {
    const own = anAgreement();
    expect(find({ tier: 'tier-4', own: [own] })).toMatchObject({
      required: false,
      current: own,
      dueAt: null,
    });
  });
});
