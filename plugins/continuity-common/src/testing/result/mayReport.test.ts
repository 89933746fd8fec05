import { defaultPolicy } from '../../policy/defaultPolicy';
import { defaultTestingConfig } from '../../policy/config/defaultTestingConfig';
import { mayReport } from './mayReport';

const policy = {
  ...defaultPolicy,
  testing: {
    ...defaultTestingConfig,
    reporters: [
      {
        subject: 'external:restore-job',
        entities: ['resource:default/db', 'system:default/shop'],
        depths: ['restore' as const],
      },
      {
        subject: 'external:drill',
        entities: ['*'],
        depths: ['failover' as const, 'simulation' as const],
      },
    ],
  },
};

const report = {
  subject: 'external:restore-job',
  entityRef: 'resource:default/db',
  systemRef: null,
  depth: 'restore' as const,
  restoredFromBackup: true,
};

describe('mayReport', () => {
  it.each<[string, boolean, Partial<Parameters<typeof mayReport>[1]>]>([
    ['what the policy names', true, {}],
    ['another depth', false, { depth: 'failover' }],
    ['another entity', false, { entityRef: 'resource:default/other' }],
    [
      'a part of a system that is named',
      true,
      { entityRef: 'resource:default/x', systemRef: 'system:default/shop' },
    ],
    ['somebody else', false, { subject: 'external:other' }],
    [
      'anything, where everything is named',
      true,
      {
        subject: 'external:drill',
        entityRef: 'component:default/x',
        depth: 'failover',
        restoredFromBackup: false,
      },
    ],
    [
      'a failover that would count as a restore, too',
      false,
      { subject: 'external:drill', depth: 'failover' },
    ],
  ])('of %s: %s', (_, expected, said) => {
    expect(mayReport(policy, { ...report, ...said })).toBe(expected);
  });

  it('is nobody’s right by default', () => {
    expect(mayReport(defaultPolicy, report)).toBe(false);
  });
});
