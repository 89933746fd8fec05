import { z } from 'zod';
import { rpoSchema, targetDurationSchema } from './durationSchema';

describe('targetDurationSchema', () => {
  it('takes what people write and gives normalised ISO text', () => {
    expect(targetDurationSchema.parse('90m')).toBe('PT1H30M');
    expect(targetDurationSchema.parse('0')).toBe('PT0S');
  });

  it('takes its own output unchanged', () => {
    expect(targetDurationSchema.parse('P1DT12H')).toBe('P1DT12H');
  });

  it('gives the refusal as the message, at the path of the field', () => {
    const profile = z.object({ rto: targetDurationSchema });
    const result = profile.safeParse({ rto: '4-6 h' });
    expect(result.error?.issues).toEqual([
      expect.objectContaining({
        path: ['rto'],
        message: expect.stringMatching(/is a range/),
      }),
    ]);
  });

  it('refuses "none", and numbers, with what to write', () => {
    expect(
      targetDurationSchema.safeParse('none').error?.issues[0].message,
    ).toMatch(/RPO only/);
    expect(targetDurationSchema.safeParse(4).error?.issues[0].message).toMatch(
      /Write a text/,
    );
  });

  it.each(['input', 'output'] as const)(
    'is a string in the JSON Schema of the %s',
    io => {
      expect(z.toJSONSchema(targetDurationSchema, { io })).toMatchObject({
        type: 'string',
      });
    },
  );
});

describe('rpoSchema', () => {
  it('keeps zero and none apart', () => {
    expect(rpoSchema.parse('0')).toBe('PT0S');
    expect(rpoSchema.parse(' None')).toBe('none');
    expect(rpoSchema.parse('15 min')).toBe('PT15M');
  });

  it('points from n/a to none', () => {
    expect(rpoSchema.safeParse('n/a').error?.issues[0].message).toMatch(
      /Write "none"/,
    );
  });
});
