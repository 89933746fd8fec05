import { parseOperations } from './parseOperations';

describe('parseOperations', () => {
  it('reads the catalog every ten minutes where nothing is said', () => {
    expect(parseOperations(undefined)).toEqual({
      sweep: {
        frequency: { seconds: 600 },
        timeout: { seconds: 1800 },
        initialDelay: { seconds: 10 },
        batchSize: 500,
      },
      changes: { machines: [], webhooks: [] },
    });
  });

  it.each<[string, unknown, number]>([
    ['ISO 8601', 'PT2M', 120],
    ['a short form', '90s', 90],
    ['a section', { minutes: 1, seconds: 30 }, 90],
    ['numbers from the environment', { minutes: '2' }, 120],
  ])('takes times as %s', (_, frequency, seconds) => {
    expect(parseOperations({ sweep: { frequency } }).sweep.frequency).toEqual({
      seconds,
    });
  });

  it('takes a delay of nothing, a batch size from the environment and a file to begin with', () => {
    expect(
      parseOperations({
        sweep: { initialDelay: 0, batchSize: '50' },
        seed: { file: './records.yaml', history: 'p6m' },
      }),
    ).toMatchObject({
      sweep: { initialDelay: { seconds: 0 }, batchSize: 50 },
      seed: { file: './records.yaml', history: 'P6M' },
    });
  });

  it.each<[string, object, string]>([
    ['frequency', { frequency: 0 }, 'This is shorter than 10 s.'],
    ['timeout', { timeout: 'PT1S' }, 'This is shorter than 10 s.'],
    ['frequency', { frequency: '10' }, '"10" has no unit'],
    [
      'frequency.minuts',
      { frequency: { minuts: 1 } },
      'This key is not known here. Accepted are days, hours, minutes, seconds, milliseconds.',
    ],
    [
      'frequency.minutes',
      { frequency: { minutes: -1 } },
      'Found -1. Write a number from 0.',
    ],
    [
      'batchSize',
      { batchSize: 501 },
      'Found 501. Write a whole number from 1 to 500.',
    ],
    [
      'batchSize',
      { batchSize: 1.5 },
      'Found 1.5. Write a whole number from 1 to 500.',
    ],
    [
      'every',
      { every: '1h' },
      'This key is not known here. Accepted are frequency, timeout, initialDelay, batchSize.',
    ],
  ])('refuses a wrong sweep.%s: %j', (path, sweep, message) => {
    expect(() => parseOperations({ sweep })).toThrow(
      `- continuity.sweep.${path}: ${message}`,
    );
  });

  it('refuses a wrong policy, too: one message tells all', () => {
    expect(() =>
      parseOperations({ sweep: { batchSize: 0 }, timeZone: 'CEST' }),
    ).toThrow(/continuity\.timeZone: [^]*continuity\.sweep\.batchSize: /);
  });
});
