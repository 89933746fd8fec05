import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import {
  StubServer,
  type SeenRequest,
  type StubAnswer,
} from '../__testUtils__/StubServer';
import { TestTerminal } from '../__testUtils__/TestTerminal';

const marker = '<!-- continuity:change-report -->';
const report = `${marker}\n### Continuity: warning\n\nOne thing to look at.\n`;
const token = 'ghp_secret';

interface Comment {
  id: number;
  body: string;
  system?: boolean;
}

let folder: string;
let server: StubServer | undefined;

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'continuity-comment-'));
  writeFileSync(path.join(folder, 'report.md'), report);
});
afterAll(() => rmSync(folder, { recursive: true }));
afterEach(async () => {
  await server?.stop();
  server = undefined;
});

/** Lists comments page by page as both APIs do, and answers writes with what `write` says. */
function apiWith(
  comments: Comment[],
  write: (request: SeenRequest) => StubAnswer = () => ({ body: { id: 1 } }),
) {
  return (request: SeenRequest): StubAnswer => {
    if (request.method !== 'GET') return write(request);
    const query = new URL(request.path, 'http://x').searchParams;
    const page = Number(query.get('page'));
    const size = Number(query.get('per_page'));
    const more = comments.length > page * size;
    return {
      headers: { 'x-next-page': more ? String(page + 1) : '' },
      body: comments.slice((page - 1) * size, page * size),
    };
  };
}

function manyComments(count: number): Comment[] {
  return Array.from({ length: count }, (_, id) => ({ id, body: 'LGTM' }));
}

const providers = [
  {
    provider: 'github',
    list: '/repos/acme/shop/issues/12/comments',
    one: '/repos/acme/shop/issues/comments/7',
    update: 'PATCH',
    environment: {
      GITHUB_TOKEN: token,
      GITHUB_REPOSITORY: 'acme/shop',
    },
    header: ['authorization', `Bearer ${token}`],
    mend: 'pull-requests: write',
  },
  {
    provider: 'gitlab',
    list: '/projects/42/merge_requests/12/notes',
    one: '/projects/42/merge_requests/12/notes/7',
    update: 'PUT',
    environment: {
      CONTINUITY_GITLAB_TOKEN: token,
      CI_MERGE_REQUEST_PROJECT_ID: '42',
      CI_PROJECT_ID: '43',
    },
    header: ['private-token', token],
    mend: 'CONTINUITY_GITLAB_TOKEN',
  },
] as const;

describe.each(providers)('A comment on $provider', each => {
  async function commented(
    answer: (request: SeenRequest) => StubAnswer,
    options: {
      words?: string[];
      environment?: Record<string, string | undefined>;
    } = {},
  ) {
    server = await StubServer.start(answer);
    const terminal = new TestTerminal({
      directory: folder,
      environment: {
        GITHUB_API_URL: server.url,
        CI_API_V4_URL: server.url,
        ...each.environment,
        ...options.environment,
      },
    });
    const exitCode = await terminal.run(
      ...['comment', '--provider', each.provider, '--file', 'report.md'],
      ...(options.words ?? ['--request', '12']),
    );
    expect(terminal.printed + terminal.told).not.toContain(token);
    const writes = server.seen.filter(({ method }) => method !== 'GET');
    return { exitCode, terminal, seen: server.seen, writes };
  }

  it('is written where there is none', async () => {
    const { exitCode, writes, seen } = await commented(
      apiWith(manyComments(3)),
    );
    expect(exitCode).toBe(0);
    expect(writes).toEqual([
      expect.objectContaining({
        method: 'POST',
        path: each.list,
        body: { body: report },
      }),
    ]);
    expect(seen[0].path.split('?')[0]).toBe(each.list);
    expect(seen[0].headers[each.header[0]]).toBe(each.header[1]);
  });

  it('is renewed where there is one, on whatever page', async () => {
    const { exitCode, writes, seen } = await commented(
      apiWith([
        ...manyComments(250),
        { id: 7, body: `${marker}\nAn older report.` },
        { id: 8, body: `${marker}\nAnother one.` },
      ]),
    );
    expect(exitCode).toBe(0);
    expect(seen).toHaveLength(4);
    expect(writes).toEqual([
      expect.objectContaining({
        method: each.update,
        path: each.one,
        body: { body: report },
      }),
    ]);
  });

  it('is left alone where it says the same', async () => {
    const { exitCode, writes, terminal } = await commented(
      apiWith([{ id: 7, body: report.trim() }]),
    );
    expect(exitCode).toBe(0);
    expect(writes).toEqual([]);
    expect(terminal.printed).toContain('the same already');
  });

  it('is not looked for in what people quote', async () => {
    const { writes } = await commented(
      apiWith([
        { id: 7, body: `> ${marker}\n> quoted` },
        { id: 8, body: `See ${marker}` },
      ]),
    );
    expect(writes[0].method).toBe('POST');
  });

  it('of somebody else is not touched: there is a new one', async () => {
    const { exitCode, writes } = await commented(
      apiWith([{ id: 7, body: marker }], ({ method }) =>
        method === 'POST'
          ? { status: 201, body: {} }
          : { status: 403, body: {} },
      ),
    );
    expect(exitCode).toBe(0);
    expect(writes.map(({ method }) => method)).toEqual([each.update, 'POST']);
  });

  it.each([
    [[], 2],
    [['--on-error', 'pass'], 0],
    [['--on-error', 'fail'], 1],
  ] as const)(
    'that the token may not write is told, with %j by %d',
    async (words, expected) => {
      const { exitCode, terminal } = await commented(
        apiWith([], () => ({
          status: 403,
          body: { message: 'Resource not accessible by integration' },
        })),
        { words: ['--request', '12', ...words] },
      );
      expect(exitCode).toBe(expected);
      expect(terminal.told).toContain('Resource not accessible');
      expect(terminal.told).toContain(each.mend);
    },
  );

  it('needs a request that it belongs to', async () => {
    const { exitCode, terminal, seen } = await commented(apiWith([]), {
      words: [],
    });
    expect(exitCode).toBe(2);
    expect(terminal.told).toContain('--request');
    expect(seen).toEqual([]);
  });

  it('needs a token', async () => {
    const { exitCode, terminal } = await commented(apiWith([]), {
      environment: {
        GITHUB_TOKEN: undefined,
        CONTINUITY_GITLAB_TOKEN: undefined,
      },
    });
    expect(exitCode).toBe(2);
    expect(terminal.told).toContain('is not set');
  });

  it('is only made of a report', async () => {
    writeFileSync(path.join(folder, 'other.md'), '# Readme\n');
    const { exitCode, terminal } = await commented(apiWith([]), {
      words: ['--request', '12', '--file', 'other.md'],
    });
    expect(exitCode).toBe(2);
    expect(terminal.told).toContain('no report');
  });

  it('needs the file', async () => {
    const { exitCode, terminal } = await commented(apiWith([]), {
      words: ['--request', '12', '--file', 'none.md'],
    });
    expect(exitCode).toBe(2);
    expect(terminal.told).toContain('can’t be read');
  });

  it('that would be too long is cut at a line', async () => {
    writeFileSync(
      path.join(folder, 'long.md'),
      `${marker}\n${'A line of a long report.\n'.repeat(50_000)}`,
    );
    const { exitCode, writes } = await commented(apiWith([]), {
      words: ['--request', '12', '--file', 'long.md'],
    });
    expect(exitCode).toBe(0);
    const { body } = writes[0].body;
    expect(body.length).toBeLessThanOrEqual(
      each.provider === 'github' ? 65_536 : 1_000_000,
    );
    expect(body).toMatch(/report\.\n\n_The report is longer/);
  });
});

describe('The request of a comment', () => {
  it('comes from the event of GitHub', async () => {
    server = await StubServer.start(apiWith([]));
    const event = path.join(folder, 'event.json');
    writeFileSync(event, JSON.stringify({ pull_request: { number: 31 } }));
    const terminal = new TestTerminal({
      directory: folder,
      environment: {
        GITHUB_ACTIONS: 'true',
        GITHUB_API_URL: server.url,
        GITHUB_EVENT_PATH: event,
        GITHUB_REPOSITORY: 'acme/shop',
        GITHUB_TOKEN: token,
      },
    });
    await terminal.run(
      'comment',
      '--provider',
      'github',
      '--file',
      'report.md',
    );
    expect(server.seen[1].path).toBe('/repos/acme/shop/issues/31/comments');
  });

  it('passes over what GitLab wrote itself', async () => {
    server = await StubServer.start(
      apiWith([{ id: 7, body: marker, system: true }]),
    );
    const terminal = new TestTerminal({
      directory: folder,
      environment: {
        GITLAB_CI: 'true',
        CI_API_V4_URL: server.url,
        CI_PROJECT_ID: '43',
        CI_MERGE_REQUEST_IID: '5',
        CONTINUITY_GITLAB_TOKEN: token,
      },
    });
    await terminal.run(
      'comment',
      '--provider',
      'gitlab',
      '--file',
      'report.md',
    );
    expect(server.seen[1]).toMatchObject({
      method: 'POST',
      path: '/projects/43/merge_requests/5/notes',
    });
  });
});
