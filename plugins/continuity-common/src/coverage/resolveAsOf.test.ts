import { asOfText } from './asOfText';
import { resolveAsOf } from './resolveAsOf';

const options = {
  now: '2026-04-02T10:00:00.000Z',
  installedAt: '2026-03-01T08:00:00.000Z',
  timeZone: 'Europe/Berlin',
};

describe('resolveAsOf', () => {
  it.each([
    ['a day of winter time', '2026-03-28', '2026-03-28T22:59:59.999Z'],
    ['a day of 23 hours', '2026-03-29', '2026-03-29T21:59:59.999Z'],
    ['a day of summer time', '2026-04-01', '2026-04-01T21:59:59.999Z'],
    ['the day of the installation', '2026-03-01', '2026-03-01T22:59:59.999Z'],
  ])('takes %s as its last moment in the zone', (_, day, at) => {
    expect(resolveAsOf(day, options)).toEqual({ ok: true, at, day });
  });

  it.each([
    ['an instant', '2026-03-29T01:00:00.000Z'],
    ['the very moment of the installation', options.installedAt],
    ['now', options.now],
  ])('takes %s as it is', (_, at) => {
    expect(resolveAsOf(at, options)).toEqual({ ok: true, at, day: null });
  });

  it.each([
    ['a day that is not over', '2026-04-02', /latest day .* is 2026-04-01/],
    ['a day to come', '2026-05-01', /not over yet/],
    ['a moment to come', '2026-04-02T10:00:00.001Z', /in the future/],
    ['a day before there was anything', '2026-02-28', /records begin at/],
    ['a moment before there was anything', '2026-03-01T07:59:59.999Z', /begin/],
  ])('refuses %s and says why', (_, asOf, message) => {
    const resolved = resolveAsOf(asOf, options);
    expect(resolved).toEqual({
      ok: false,
      message: expect.stringMatching(message),
    });
  });

  it('knows that the same moment is another day elsewhere', () => {
    expect(
      resolveAsOf('2026-04-01', { ...options, timeZone: 'Pacific/Kiritimati' }),
    ).toMatchObject({ at: '2026-04-01T09:59:59.999Z' });
  });
});

describe('asOfText', () => {
  it.each([
    ['2026-03-31', '2026-03-31'],
    ['2026-03-31T12:00:00+02:00', '2026-03-31T10:00:00.000Z'],
  ])('reads %s', (text, read) => {
    expect(asOfText.parse(text)).toBe(read);
  });

  it.each(['yesterday', '2026-02-30', '2026-03-31T12:00:00', '31.03.2026', ''])(
    'refuses "%s" with what is accepted',
    text => {
      const { success, error } = asOfText.safeParse(text);
      expect(success).toBe(false);
      expect(error!.issues[0].message).toContain('2026-03-31T12:00:00Z');
    },
  );
});
