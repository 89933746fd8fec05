import { defaultPolicy } from '../defaultPolicy';
import { parsePolicy } from '../parsePolicy';
import { refusalOf } from '../refusalOf';
import { testingPolicy } from '../testingPolicy';

describe('the section testing', () => {
  it('has the time for reviews and retests of DOMAIN.md §5 by default', () => {
    expect(testingPolicy(defaultPolicy)).toMatchObject({
      reviewWithin: 'P30D',
      retestWithin: 'P90D',
      supplierEvidence: [],
      reporters: [],
    });
  });

  it('is what it is by default in a policy that was recorded before there were tests', () => {
    const { testing, ...recorded } = defaultPolicy;
    expect(testingPolicy(recorded)).toEqual(testing);
  });

  it('keeps what it names, in order, with normalised refs', () => {
    const { testing } = parsePolicy({
      testing: {
        windows: [{ days: ['sunday', 'friday'], from: '22:00', to: '06:00' }],
        supplierEvidence: ['restore', 'simulation'],
        reporters: [
          {
            subject: 'external:job',
            entities: ['Resource:default/DB', '*'],
            depths: ['restore'],
          },
        ],
        reminders: { test: 'P2W' },
      },
    });
    expect(testing).toMatchObject({
      windows: [{ days: ['friday', 'sunday'], from: '22:00', to: '06:00' }],
      supplierEvidence: ['simulation', 'restore'],
      reporters: [{ entities: ['resource:default/db', '*'] }],
      reminders: { test: 'P2W', review: 'P7D' },
    });
  });

  it.each<[string, object, RegExp]>([
    [
      'a time of day that does not exist',
      { windows: [{ days: ['monday'], from: '25:00', to: '06:00' }] },
      /testing\.windows\[0\]\.from: "25:00" is no time of day/,
    ],
    [
      'a freeze that ends before it begins',
      { freezes: [{ title: 'x', from: '2026-12-20', to: '2026-12-19' }] },
      /testing\.freezes\[0\]\.to: "2026-12-19" is before/,
    ],
    [
      'a file that no request could hold',
      { attachments: { maxBytes: 10_000_000 } },
      /testing\.attachments\.maxBytes: .*1400000/,
    ],
    [
      'a reporter of nothing',
      { reporters: [{ subject: 'x', entities: ['*'], depths: [] }] },
      /at least one depth/,
    ],
    ['an unknown key', { window: [] }, /testing\.window/],
  ])('refuses %s', (_, testing, message) => {
    expect(refusalOf({ testing }).join('\n')).toMatch(message);
  });
});
