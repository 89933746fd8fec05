import { readPayload } from './readPayload';

const map = {
  id: 'number',
  entities: { path: 'ci' },
  plannedStart: 'start',
} as unknown as Parameters<typeof readPayload>[1];

describe('readPayload', () => {
  it.each([
    ['2026-11-22 10:00:00', '2026-11-22T10:00:00.000Z'],
    ['2026-11-22T10:00', '2026-11-22T10:00:00.000Z'],
    ['2026-11-22T10:00:00.5', '2026-11-22T10:00:00.500Z'],
    ['2026-11-22T10:00:00.000+0100', '2026-11-22T09:00:00.000Z'],
    ['2026-11-22T10:00:00+01:00', '2026-11-22T09:00:00.000Z'],
  ])('reads %s as %s', (start, plannedStart) => {
    const parse = jest.spyOn(Date, 'parse');
    const read = readPayload({ number: 'CHG1', start, ci: [] }, map);
    expect(read).toMatchObject({ ok: true, told: { said: { plannedStart } } });
    // without an offset it would be read by the clock of this process
    expect(parse.mock.calls[0][0]).toMatch(/(Z|[+-]\d\d:\d\d)$/);
    parse.mockRestore();
  });

  it('says which field has no moment', () => {
    const read = readPayload({ number: 'CHG1', start: 'soon', ci: [] }, map);
    expect(read).toMatchObject({
      ok: false,
      issues: [{ path: 'plannedStart' }],
    });
  });
});
