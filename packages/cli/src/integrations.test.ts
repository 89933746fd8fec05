import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parse } from 'yaml';
import { ActionRunner } from './__testUtils__/ActionRunner';
import { aChangeFinding, anAssessment } from './__testUtils__/anAssessment';
import { catalogText } from './__testUtils__/catalogText';
import { runProgram } from './__testUtils__/runProgram';
import { StubServer } from './__testUtils__/StubServer';
import { TestRepository } from './__testUtils__/TestRepository';

jest.setTimeout(120_000);

const integrations = path.resolve(__dirname, '../../../integrations');
const marker = '<!-- continuity:change-report -->';

let folder: string;
let program: string;
let repository: TestRepository;
let backstage: StubServer;
let forge: StubServer;
let verdict: 'pass' | 'warn' | 'block';
let comments: Array<{ id: number; body: string }>;
let mayComment: boolean;

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'continuity-integrations-'));
  const bundle = path.resolve(__dirname, '../scripts/bundle.js');
  execFileSync(process.execPath, [bundle, folder]);
  program = path.join(folder, 'continuity.cjs');

  const origin = TestRepository.empty();
  origin.write('shop/catalog-info.yaml', catalogText('shop')).commit();
  repository = origin.clone();
  origin.dispose();
  repository
    .branch('change')
    .write(
      'shop/catalog-info.yaml',
      catalogText('shop', { dependsOn: ['resource:x'] }),
    )
    .write('vendor/one.txt', 'one\n')
    .write('docs/two.txt', 'two\n')
    .commit();

  backstage = await StubServer.start(() => ({
    body: anAssessment({
      verdict,
      findings: verdict === 'pass' ? [] : [aChangeFinding()],
    }),
  }));
  forge = await StubServer.start(({ method, path: at, body }) => {
    if (method === 'GET') return { body: comments };
    if (!mayComment) return { status: 403, body: { message: 'Not allowed' } };
    if (method === 'POST') comments.push({ id: 7, body: body.body });
    else if (at.endsWith('/7')) comments[0].body = body.body;
    return { status: 201, body: {} };
  });
});
afterAll(async () => {
  repository.dispose();
  rmSync(folder, { recursive: true, force: true });
  await Promise.all([backstage.stop(), forge.stop()]);
});
beforeEach(() => {
  verdict = 'warn';
  comments = [];
  mayComment = true;
  backstage.seen.splice(0);
  forge.seen.splice(0);
});

describe('The action for GitHub', () => {
  let runner: ActionRunner;
  beforeAll(() => {
    runner = new ActionRunner(path.join(integrations, 'github'));
  });
  afterAll(() => runner.dispose());

  async function ran(inputs: Record<string, string> = {}, request?: number) {
    return runner.run({
      directory: repository.folder,
      request: request ?? 12,
      inputs: {
        url: backstage.url,
        token: 'a-secret-token',
        'github-token': 'ghp_secret',
        program,
        ...inputs,
      },
      environment: {
        GITHUB_API_URL: forge.url,
        GITHUB_BASE_REF: 'main',
        GITHUB_REPOSITORY: 'acme/shop',
        GITHUB_SERVER_URL: 'https://github.com',
      },
    });
  }

  it('checks the change, comments, and renews the comment with the next push', async () => {
    const first = await ran();
    expect(first.exitCode).toBe(0);
    expect(first.outputs.verdict).toBe('warn');
    expect(readFileSync(first.outputs.report, 'utf8')).toContain(marker);
    expect(first.summary).toContain('orders-db');
    expect(first.log).toContain('Compared with origin/main');
    expect(first.log).not.toMatch(/a-secret-token|ghp_secret/);
    expect(comments).toHaveLength(1);
    expect(comments[0].body).toContain('orders-db');

    verdict = 'pass';
    await ran();
    expect(comments).toHaveLength(1);
    expect(comments[0].body).not.toContain('orders-db');
  });

  it('fails the job with a block, and comments all the same', async () => {
    verdict = 'block';
    const { exitCode, outputs } = await ran();
    expect(exitCode).toBe(1);
    expect(outputs.verdict).toBe('block');
    expect(comments[0].body).toContain('block');
  });

  it('passes its inputs on, and runs nothing that is in them', async () => {
    const { exitCode } = await ran({
      type: 'emergency',
      major: 'true',
      exclude: ' vendor/**\n\n  docs/*.txt  \n',
      base: '',
      model: '$(touch "$RUNNER_TEMP/hacked"); `id`',
    });
    expect(exitCode).toBe(0);
    expect(backstage.asked.files).toBeUndefined();
    expect(backstage.asked.change).toMatchObject({
      type: 'emergency',
      major: true,
      id: 'acme/shop#12',
      model: '$(touch "$RUNNER_TEMP/hacked"); `id`',
    });
    for (const { run } of runner.steps) expect(run).not.toContain('${{');
  });

  it.each([
    ['', 2],
    ['pass', 0],
    ['fail', 1],
  ])(
    'without a token and with on-error "%s" ends with %d',
    async (onError, code) => {
      const { exitCode, outputs } = await ran({
        token: '',
        'on-error': onError,
      });
      expect(exitCode).toBe(code);
      expect(outputs.verdict).toBe('');
      expect(comments[0].body).toContain('could not tell');
    },
  );

  it('lets the verdict stand where it may not comment', async () => {
    mayComment = false;
    const { exitCode, log } = await ran();
    expect(exitCode).toBe(0);
    expect(log).toContain('pull-requests: write');
  });

  it.each([
    [{ comment: 'false' }, 12],
    [{}, 0],
  ])(
    'comments only where it should: %j on request %d',
    async (inputs, request) => {
      await ran(inputs as Record<string, string>, request);
      expect(backstage.seen).toHaveLength(1);
      expect(forge.seen).toEqual([]);
    },
  );

  it('lints first where that is wanted, and checks whatever it finds', async () => {
    const broken = repository.clone();
    broken.git('checkout', '--quiet', 'change');
    broken.write('shop/catalog-info.yaml', 'kind: [\n').commit();
    const { exitCode, log } = await runner.run({
      directory: broken.folder,
      inputs: {
        url: backstage.url,
        token: 'a-secret-token',
        program,
        lint: 'true',
        comment: 'false',
        base: 'origin/change',
      },
      environment: {
        GITHUB_REPOSITORY: 'acme/shop',
        GITHUB_SERVER_URL: 'https://github.com',
      },
    });
    broken.dispose();
    expect(exitCode).toBe(1);
    expect(log).toMatch(/::error file=shop\/catalog-info\.yaml,line=\d+/);
    expect(backstage.seen).toHaveLength(1);
  });
});

describe.each([['bash'], ['sh']])('The template for GitLab in %s', shell => {
  const template = parse(
    readFileSync(path.join(integrations, 'gitlab', 'continuity.yml'), 'utf8'),
  )['.continuity'];

  async function ran(variables: Record<string, string> = {}) {
    return runProgram(shell, ['-e', '-c', template.script.join('\n')], {
      directory: repository.folder,
      environment: {
        ...template.variables,
        GITLAB_CI: 'true',
        CI_API_V4_URL: forge.url,
        CI_MERGE_REQUEST_IID: '5',
        CI_MERGE_REQUEST_PROJECT_ID: '42',
        CI_MERGE_REQUEST_PROJECT_PATH: 'acme/shop',
        CI_MERGE_REQUEST_PROJECT_URL: 'https://gitlab.com/acme/shop',
        CI_MERGE_REQUEST_TARGET_BRANCH_NAME: 'main',
        CONTINUITY_PROGRAM: program,
        CONTINUITY_URL: backstage.url,
        CONTINUITY_TOKEN: 'a-secret-token',
        CONTINUITY_GITLAB_TOKEN: 'glpat_secret',
        ...variables,
      },
    });
  }

  it('fetches the whole history', () => {
    expect(template.variables.GIT_DEPTH).toBe('0');
  });

  it('checks the change, comments, and renews the comment', async () => {
    const { status, output } = await ran();
    expect(status).toBe(0);
    expect(output).toContain('Compared with origin/main');
    expect(output).not.toMatch(/a-secret-token|glpat_secret/);
    expect(comments[0].body).toContain('orders-db');
    expect(backstage.asked.change.id).toBe('acme/shop!5');

    verdict = 'pass';
    await ran();
    expect(comments).toHaveLength(1);
    expect(comments[0].body).not.toContain('orders-db');
  });

  it.each([
    ['block', '', 1],
    ['warn', '--warn-as-error', 1],
    ['pass', '--warn-as-error', 0],
  ] as const)(
    'with %s and options "%s" ends with %d',
    async (said, options, code) => {
      verdict = said;
      const { status } = await ran({ CONTINUITY_OPTIONS: options });
      expect(status).toBe(code);
      expect(comments).toHaveLength(1);
    },
  );

  it('ends with 2 where there is no answer, and lets the verdict stand where it may not comment', async () => {
    expect((await ran({ CONTINUITY_TOKEN: '' })).status).toBe(2);
    mayComment = false;
    expect((await ran()).status).toBe(0);
  });

  it('lints as well where that is wanted', async () => {
    const { status, output } = await ran({ CONTINUITY_LINT: 'true' });
    expect(status).toBe(0);
    expect(output).toContain('1 file: all is well.');
  });

  it('does not comment without a token for it', async () => {
    await ran({ CONTINUITY_GITLAB_TOKEN: '' });
    expect(forge.seen).toEqual([]);
  });
});
