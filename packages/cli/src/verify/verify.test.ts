import { StubServer, type StubAnswer } from '../__testUtils__/StubServer';
import { TestTerminal } from '../__testUtils__/TestTerminal';

const hash = 'a'.repeat(64);

function answer(said: Record<string, unknown> = {}) {
  return {
    holds: true,
    checked: { from: 1, to: 10, seals: 10 },
    firstBreak: null,
    breaks: 0,
    sealed: { position: 25, sha256: hash, at: '2027-01-31T12:00:00.000Z' },
    unsealed: 0,
    unsealedSince: null,
    notedHolds: null,
    ...said,
  };
}

let server: StubServer;
afterEach(() => server.stop());

async function verified(
  answers: StubAnswer[],
  ...words: string[]
): Promise<{ exitCode: number; terminal: TestTerminal }> {
  server = await StubServer.start((_, count) => answers[count - 1]);
  const terminal = new TestTerminal({
    directory: '/',
    environment: { CONTINUITY_URL: server.url, CONTINUITY_TOKEN: 'a-token' },
  });
  return { exitCode: await terminal.run('verify', ...words), terminal };
}

describe('The chain over the history', () => {
  it('is checked part by part to its end', async () => {
    const { exitCode, terminal } = await verified([
      { body: answer({ nextAfter: 10 }) },
      { body: answer({ nextAfter: 20 }) },
      {
        body: answer({ checked: { from: 21, to: 25, seals: 5 }, unsealed: 3 }),
      },
    ]);
    expect(exitCode).toBe(0);
    expect(server.seen.map(({ path }) => path)).toEqual([
      '/api/continuity/records/verify',
      '/api/continuity/records/verify?after=10',
      '/api/continuity/records/verify?after=20',
    ]);
    expect(terminal.printed).toContain('The chain holds: 25 seals checked.');
    expect(terminal.printed).toContain(`25:${hash}`);
    expect(terminal.printed).toContain('Not sealed yet: 3');
  });

  it('that is broken is told at its first break', async () => {
    const { exitCode, terminal } = await verified([
      {
        body: answer({
          holds: false,
          nextAfter: 10,
          breaks: 2,
          firstBreak: {
            position: 4,
            what: 'record-changed',
            recordId: 'r-4',
            entityRef: 'component:default/shop',
            type: 'profile-update',
            at: '2027-01-30T12:00:00.000Z',
          },
        }),
      },
    ]);
    expect(exitCode).toBe(1);
    expect(server.seen).toHaveLength(1);
    expect(terminal.printed).toContain('broken at position 4: record-changed');
    expect(terminal.printed).toContain('component:default/shop');
    expect(terminal.printed).not.toContain('holds');
  });

  it('without the seal that was noted is told, although it holds', async () => {
    const { exitCode, terminal } = await verified(
      [{ body: answer({ notedHolds: false }) }],
      ...['--noted', `12:${hash}`, '--format', 'json'],
    );
    expect(exitCode).toBe(1);
    expect(server.seen[0].path).toContain(
      `notedPosition=12&notedSha256=${hash}`,
    );
    expect(JSON.parse(terminal.printed)).toMatchObject({
      holds: false,
      notedHolds: false,
    });
  });

  it.each<[string, StubAnswer, string[], string]>([
    ['a token that may not', { status: 403, body: {} }, [], '403'],
    ['another answer', { body: {} }, [], 'understands'],
    ['a seal that is none', {}, ['--noted', '12'], 'is no seal'],
  ])('can’t be told with %s', async (_, first, words, text) => {
    const { exitCode, terminal } = await verified([first], ...words);
    expect(exitCode).toBe(2);
    expect(terminal.told).toContain(text);
  });
});
