import {
  changeAssessmentSchema,
  changeAssessRequestSchema,
} from 'backstage-plugin-continuity-common';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { aChangeFinding, anAssessment } from '../__testUtils__/anAssessment';
import { catalogText } from '../__testUtils__/catalogText';
import { StubServer, type StubAnswer } from '../__testUtils__/StubServer';
import { TestRepository } from '../__testUtils__/TestRepository';
import { TestTerminal } from '../__testUtils__/TestTerminal';

jest.setTimeout(30_000);

const token = 'a-secret-token';
const warning = anAssessment({
  verdict: 'warn',
  headline: 'One thing to look at before this is merged.',
  findings: [aChangeFinding()],
  unmapped: ['tools/x.sh'],
});
const block = { ...warning, verdict: 'block' as const };

let repository: TestRepository;
let folder: string;
const servers: StubServer[] = [];

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'continuity-report-'));
  repository = TestRepository.empty();
  repository.write('shop/catalog-info.yaml', catalogText('shop')).commit();
  repository.git('remote', 'add', 'origin', 'https://u:p@git.example.com/shop');
  repository
    .branch('change')
    .write('shop/catalog-info.yaml', catalogText('shop', { kind: 'API' }))
    .write('shop/main.go', 'package shop\n')
    .commit();
});
afterAll(() => {
  repository.dispose();
  rmSync(folder, { recursive: true });
});
afterEach(async () => {
  await Promise.all(servers.splice(0).map(server => server.stop()));
});

async function checked(
  answer: StubAnswer | ((count: number) => StubAnswer),
  options: {
    words?: string[];
    environment?: Record<string, string | undefined>;
    isScreen?: boolean;
  } = {},
) {
  const server = await StubServer.start((_, count) =>
    typeof answer === 'function' ? answer(count) : answer,
  );
  servers.push(server);
  const terminal = new TestTerminal({
    directory: repository.folder,
    isScreen: options.isScreen,
    environment: {
      CONTINUITY_URL: server.url,
      CONTINUITY_TOKEN: token,
      ...options.environment,
    },
  });
  const exitCode = await terminal.run('check', ...(options.words ?? []));
  for (const { body } of server.seen) changeAssessRequestSchema.parse(body);
  expect(terminal.printed + terminal.told).not.toContain(token);
  return { exitCode, terminal, server };
}

describe('The exit code of a check', () => {
  it.each([
    ['pass', [], 0],
    ['pass', ['--warn-as-error'], 0],
    ['warn', [], 0],
    ['warn', ['--warn-as-error'], 1],
    ['block', [], 1],
    ['block', ['--on-error', 'pass'], 1],
  ] as const)('of %s with %j is %d', async (verdict, words, expected) => {
    const body = anAssessment({ verdict });
    const { exitCode } = await checked({ body }, { words: [...words] });
    expect(exitCode).toBe(expected);
  });

  it.each([
    [[], 2],
    [['--on-error', 'pass'], 0],
    [['--on-error', 'fail'], 1],
  ] as const)('without a verdict with %j is %d', async (words, expected) => {
    const { exitCode, terminal } = await checked(
      { status: 401, body: { error: { message: 'Illegal token' } } },
      { words: [...words] },
    );
    expect(exitCode).toBe(expected);
    expect(terminal.printed).toContain('Could not tell');
  });

  it.each([
    [['--type', 'urgent']],
    [['--on-error', 'ignore']],
    [['--no-such-option']],
    [['--timeout', '0']],
  ])('of a wrong option %j is 2', async words => {
    const { exitCode, terminal, server } = await checked({}, { words });
    expect(exitCode).toBe(2);
    expect(terminal.told).toContain('error');
    expect(server.seen).toEqual([]);
  });

  it('of a mistake in the program is 2, too', async () => {
    const { exitCode, terminal } = await checked({
      body: { ...warning, findings: [null] },
    });
    expect(exitCode).toBe(2);
    expect(terminal.told).toContain('mistake in the program');
  });
});

describe('What keeps the server from answering', () => {
  it.each<[string, StubAnswer, string, string]>([
    [
      'a token that is not known',
      { status: 401, body: {} },
      '401',
      'CONTINUITY_TOKEN',
    ],
    [
      'a token that may not',
      { status: 403, body: {} },
      '403',
      'accessRestrictions',
    ],
    [
      'a server without the plugin',
      { status: 404, body: 'Not found' },
      '404',
      'CONTINUITY_URL',
    ],
    [
      'a change that is too large',
      { status: 413, body: {} },
      '413',
      '--exclude',
    ],
    [
      'a sign-in page before it',
      {
        status: 302,
        headers: { location: 'https://login.example.com' },
        body: '',
      },
      'another address',
      'sign-in page',
    ],
    [
      'the frontend',
      { headers: { 'content-type': 'text/html' }, body: '<html>' },
      'JSON',
      'frontend',
    ],
    ['another answer', { body: { ok: true } }, 'understands', 'version'],
    [
      'a refusal',
      {
        status: 400,
        body: {
          error: {
            message: 'change.plannedEnd: The window ends before it starts.',
          },
        },
      },
      'The window ends before it starts',
      'Mend',
    ],
  ])('is %s, and how it is mended', async (_, answer, message, mend) => {
    const { exitCode, terminal, server } = await checked(answer);
    expect(exitCode).toBe(2);
    expect(terminal.printed).toContain(message);
    expect(terminal.printed).toContain(mend);
    expect(server.seen).toHaveLength(1);
  });

  it.each([[429], [502], [503]])('%d is tried once more', async status => {
    const { exitCode, server } = await checked(count =>
      count === 1 ? { status, body: '' } : { body: anAssessment() },
    );
    expect(exitCode).toBe(0);
    expect(server.seen).toHaveLength(2);
  });

  it('twice in a row is told', async () => {
    const { exitCode, terminal, server } = await checked({
      status: 503,
      body: { error: { message: 'The catalog was not read yet.' } },
    });
    expect(exitCode).toBe(2);
    expect(server.seen).toHaveLength(2);
    expect(terminal.printed).toContain('The catalog was not read yet.');
  });

  it('is that it takes too long', async () => {
    const { exitCode, terminal } = await checked(
      { after: 2_000, body: anAssessment() },
      { words: ['--timeout', '0.2'] },
    );
    expect(exitCode).toBe(2);
    expect(terminal.printed).toContain('no answer within 0.2 seconds');
  });

  it('is that nobody listens', async () => {
    const { exitCode, terminal } = await checked(
      {},
      { environment: { CONTINUITY_URL: 'http://127.0.0.1:1' } },
    );
    expect(exitCode).toBe(2);
    expect(terminal.printed).toContain('could not be reached');
  });

  it.each([
    [{ CONTINUITY_URL: undefined }, 'CONTINUITY_URL'],
    [{ CONTINUITY_URL: 'backstage' }, 'no address'],
    [{ CONTINUITY_TOKEN: undefined }, 'CONTINUITY_TOKEN'],
    [{ CONTINUITY_TOKEN: ' ' }, 'CONTINUITY_TOKEN'],
  ])('is that the settings lack something: %j', async (environment, text) => {
    const { exitCode, terminal } = await checked({}, { environment });
    expect(exitCode).toBe(2);
    expect(terminal.printed).toContain(text);
  });
});

describe('The request of a check', () => {
  const body = anAssessment();

  it('goes to the API with the token, which is asked for nowhere else', async () => {
    const { server } = await checked({ body });
    expect(server.seen[0]).toMatchObject({
      method: 'POST',
      path: '/api/continuity/changes/assess',
      headers: { authorization: `Bearer ${token}` },
    });
  });

  it.each([['/'], ['/api/continuity'], ['/api/continuity/']])(
    'takes an address that ends with %s',
    async ending => {
      const server = await StubServer.start(() => ({ body }));
      servers.push(server);
      await checked({}, { words: ['--url', `${server.url}${ending}`] });
      expect(server.seen[0].path).toBe('/api/continuity/changes/assess');
    },
  );

  it('names the repository without credentials', async () => {
    const { server, terminal } = await checked(
      { body },
      { words: ['--format', 'json'] },
    );
    expect(server.asked.files.repository).toBe('https://git.example.com/shop');
    expect(terminal.printed).not.toContain('u:p');
  });

  it('says of the change what was said', async () => {
    const { server } = await checked(
      { body },
      {
        words: [
          ...['--id', 'CHG1', '--title', 'New  shop', '--type', 'standard'],
          ...['--model', 'patch', '--major', '--record'],
          ...['--change-url', 'https://itsm.example.com/CHG1'],
          ...['--start', '2027-01-31T22:00Z', '--end', '2027-01-31T23:00Z'],
        ],
      },
    );
    expect(server.asked).toMatchObject({
      record: true,
      change: {
        id: 'CHG1',
        title: 'New shop',
        url: 'https://itsm.example.com/CHG1',
        type: 'standard',
        model: 'patch',
        major: true,
        plannedStart: '2027-01-31T22:00Z',
        plannedEnd: '2027-01-31T23:00Z',
      },
    });
  });

  it('says of the change what the pipeline knows', async () => {
    const { server } = await checked(
      { body },
      {
        environment: {
          GITLAB_CI: 'true',
          CI_MERGE_REQUEST_IID: '12',
          CI_MERGE_REQUEST_TITLE: 'x'.repeat(400),
          CI_MERGE_REQUEST_PROJECT_URL: 'https://gitlab.example.com/acme/shop',
          CI_MERGE_REQUEST_PROJECT_PATH: 'acme/shop',
          CI_MERGE_REQUEST_TARGET_BRANCH_NAME: 'main',
        },
      },
    );
    expect(server.asked.change).toEqual({
      id: 'acme/shop!12',
      title: `${'x'.repeat(299)}…`,
      url: 'https://gitlab.example.com/acme/shop/-/merge_requests/12',
    });
    expect(server.asked.files.repository).toBe(
      'https://gitlab.example.com/acme/shop',
    );
  });

  it('refuses to record a change that could not be known again', async () => {
    const { exitCode, terminal, server } = await checked(
      { body },
      { words: ['--record'] },
    );
    expect(exitCode).toBe(2);
    expect(terminal.printed).toContain('--id');
    expect(server.seen).toEqual([]);
  });
});

describe('The report of a check', () => {
  it('is made of an answer of the server', () => {
    expect(changeAssessmentSchema.parse(block)).toEqual(block);
  });

  it('is for people: what was compared, the verdict, each finding with its path and what to do', async () => {
    const { terminal } = await checked({ body: warning });
    expect(terminal.printed).toContain('Compared with main (');
    expect(terminal.printed).toContain(
      '2 files, 1 catalog document added or changed, 1 removed',
    );
    expect(terminal.printed).toContain(warning.headline);
    expect(terminal.printed).toContain('component:default/checkout');
    expect(terminal.printed).toContain('resource:default/orders-db');
    expect(terminal.printed).toContain('Agree on a shorter RTO for orders-db.');
    expect(terminal.printed).toContain('tools/x.sh');
    expect(terminal.printed).not.toContain('\u001b[');
  });

  it.each([
    [{ isScreen: true }, true],
    [{ isScreen: true, environment: { NO_COLOR: '1' } }, false],
    [{ isScreen: true, environment: { TERM: 'dumb' } }, false],
    [{ isScreen: false }, false],
  ])('has colours with %j: %s', async (options, expected) => {
    const { terminal } = await checked({ body: block }, options);
    expect(terminal.printed.includes('\u001b[')).toBe(expected);
  });

  it('is JSON for programs', async () => {
    const { terminal, exitCode } = await checked(
      { body: block },
      { words: ['--format', 'json'] },
    );
    expect(exitCode).toBe(1);
    expect(JSON.parse(terminal.printed)).toMatchObject({
      verdict: 'block',
      exitCode: 1,
      compared: {
        baseOf: 'main',
        files: 2,
        documents: {
          proposed: [
            {
              path: 'shop/catalog-info.yaml',
              number: 1,
              entityRef: 'api:default/shop',
            },
          ],
          removed: [{ entityRef: 'component:default/shop' }],
        },
      },
      assessment: block,
    });
  });

  it('is JSON without a verdict where there is none', async () => {
    const { terminal } = await checked(
      { status: 401, body: {} },
      { words: ['--format', 'json', '--on-error', 'pass'] },
    );
    expect(JSON.parse(terminal.printed)).toEqual({
      verdict: null,
      exitCode: 0,
      error: {
        message: expect.stringContaining('401'),
        mend: expect.any(String),
      },
    });
  });

  it('is Markdown for a comment, which begins with the mark by which it is found again', async () => {
    const words = ['--format', 'markdown'];
    const { terminal } = await checked({ body: warning }, { words });
    const marker = terminal.printed.split('\n')[0];
    expect(marker).toMatch(/^<!-- .* -->$/);
    expect(terminal.printed).toContain('orders-db');

    const other = await checked({ status: 401, body: {} }, { words });
    expect(other.terminal.printed.split('\n')[0]).toBe(marker);
    expect(other.terminal.printed).toContain('could not tell');
  });

  it('goes into files, as their endings say, and its text still to the screen', async () => {
    const file = path.join(folder, 'deep', 'report.md');
    const json = path.join(folder, 'report.json');
    const { terminal } = await checked(
      { body: warning },
      { words: ['--output', file, '--output', json], isScreen: true },
    );
    expect(readFileSync(file, 'utf8')).toMatch(/^<!--/);
    expect(JSON.parse(readFileSync(json, 'utf8')).verdict).toBe('warn');
    expect(readFileSync(file, 'utf8')).not.toContain('\u001b[');
    expect(terminal.printed).toContain('Compared with');
    expect(terminal.printed).not.toContain('<!--');
  });

  it('says where its file can’t be written', async () => {
    const file = path.join(repository.folder, 'shop', 'main.go', 'report.md');
    const { exitCode, terminal } = await checked(
      { body: warning },
      { words: ['--output', file] },
    );
    expect(exitCode).toBe(2);
    expect(terminal.told).toContain('can’t be written');
    expect(existsSync(file)).toBe(false);
  });

  it('links to what was recorded', async () => {
    const { terminal } = await checked(
      { body: { ...warning, changeId: 'c-77' } },
      {
        words: ['--record', '--id', 'CHG1'],
        environment: { CONTINUITY_PORTAL_URL: 'https://portal.example.com/' },
      },
    );
    expect(terminal.printed).toContain(
      'https://portal.example.com/continuity/changes/c-77',
    );
  });
});
