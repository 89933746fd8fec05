import { defaultPolicy } from '../policy/defaultPolicy';
import {
  exemptionDayAfter,
  latestExemptionDay,
  parseExemptionPeriod,
} from './exemptionPeriod';

const berlin = { ...defaultPolicy, timeZone: 'Europe/Berlin' };
/** Ten in the morning in Berlin. */
const now = '2026-03-02T09:00:00.000Z';

describe('when an exemption holds', () => {
  it.each<[string, { from?: string; until: string }, [string, string, string]]>(
    [
      [
        'a day ends at its end in the policy’s zone',
        { until: '2026-03-31' },
        [now, '2026-03-31T22:00:00.000Z', '2026-03-31'],
      ],
      [
        'today is a day that has not ended',
        { until: '2026-03-02' },
        [now, '2026-03-02T23:00:00.000Z', '2026-03-02'],
      ],
      [
        'the day on which the clocks change has 23 hours',
        { until: '2026-03-29' },
        [now, '2026-03-29T22:00:00.000Z', '2026-03-29'],
      ],
      [
        'an instant ends at that instant',
        { until: '2026-03-31T12:00:00+02:00' },
        [now, '2026-03-31T10:00:00.000Z', '2026-03-31T10:00:00.000Z'],
      ],
      [
        'a day starts at its beginning',
        { from: '2026-03-10', until: '2026-03-31' },
        ['2026-03-09T23:00:00.000Z', '2026-03-31T22:00:00.000Z', '2026-03-31'],
      ],
      [
        'one day lasts a day',
        { from: '2026-03-10', until: '2026-03-10' },
        ['2026-03-09T23:00:00.000Z', '2026-03-10T23:00:00.000Z', '2026-03-10'],
      ],
      [
        'nothing starts before it is asked for',
        { from: '2026-01-01', until: '2026-03-31' },
        [now, '2026-03-31T22:00:00.000Z', '2026-03-31'],
      ],
      [
        'the same day a year later is the last one',
        { until: '2027-03-02' },
        [now, '2027-03-02T23:00:00.000Z', '2027-03-02'],
      ],
    ],
  )('%s', (_, asked, [startsAt, endsAt, until]) => {
    expect(parseExemptionPeriod(asked, { policy: berlin, now })).toEqual({
      ok: true,
      startsAt,
      endsAt,
      until,
    });
  });

  it.each<[string, { from?: string; until: string }, string, RegExp]>([
    ['yesterday', { until: '2026-03-01' }, 'until', /past/],
    ['now', { until: now }, 'until', /past/],
    [
      'an end before the start',
      { from: '2026-04-01', until: '2026-03-31' },
      'until',
      /before it starts/,
    ],
    [
      'more than the policy’s longest',
      { until: '2027-03-03' },
      'until',
      /at most P1Y.*2027-03-02/,
    ],
    [
      'a later start, and then more than the longest',
      { from: '2026-06-01', until: '2027-06-02' },
      'until',
      /at most P1Y.*2027-06-01/,
    ],
    [
      'a time without zone',
      { until: '2026-03-31T12:00' },
      'until',
      /time zone/,
    ],
    ['words', { until: 'when we have moved' }, 'until', /no deadline/],
    [
      'a start that is none',
      { from: '2026-02-30', until: '2026-03-31' },
      'from',
      /does not exist/,
    ],
  ])('refuses %s', (_, asked, field, message) => {
    const parsed = parseExemptionPeriod(asked, { policy: berlin, now });
    expect(parsed).toEqual({
      ok: false,
      issues: [{ field, message: expect.stringMatching(message) }],
    });
  });

  it('is as long as the policy says', () => {
    const policy = {
      ...defaultPolicy,
      exemptions: { longest: 'P1M', renewals: 0, remindBefore: 'P7D' },
    };
    expect(latestExemptionDay(policy, '2026-01-31T10:00:00.000Z')).toBe(
      '2026-02-28',
    );
  });

  it('is as long from a day on, which begins in the zone of the policy', () => {
    const limits = { longest: 'P1M', timeZone: 'America/New_York' };
    expect(exemptionDayAfter('2026-01-15', limits)).toBe('2026-02-15');
    expect(exemptionDayAfter('2026-01-15T02:00:00.000Z', limits)).toBe(
      '2026-02-14',
    );
  });
});
