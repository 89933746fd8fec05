import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { resolvePackagePath } from '@backstage/backend-plugin-api';
import {
  machineResultRequestSchema,
  type MachineResultRequest,
} from 'backstage-plugin-continuity-common';
import { parse } from 'yaml';

jest.setTimeout(60_000);

const TOKEN = 'a-token-for-this-test';
const LAST_DATA = '2027-01-31T01:55:00Z';
const page = resolvePackagePath(
  'backstage-plugin-continuity-backend',
  '../../docs/machines.md',
);

interface Received {
  method?: string;
  path?: string;
  authorization?: string;
  contentType?: string;
  body: MachineResultRequest;
}

/** The block of the page that has this title, or is in this language. */
async function example(heading: string): Promise<string> {
  const text = await readFile(page, 'utf8');
  const section = text.split(`\n## ${heading}\n`)[1];
  return /```\w+[^\n]*\n([^]*?)```/.exec(section)![1];
}

describe('the examples of docs/machines.md', () => {
  let server: Server;
  let url: string;
  let folder: string;
  let received: Received[];
  /** What the next calls are answered with; 200 after that. */
  let refusals: number[];

  beforeEach(async () => {
    received = [];
    refusals = [];
    folder = await mkdtemp(join(tmpdir(), 'continuity-examples-'));
    server = createServer(async (request, response) => {
      const chunks: Buffer[] = [];
      for await (const chunk of request) chunks.push(chunk as Buffer);
      const { authorization, 'content-type': contentType } = request.headers;
      received.push({
        method: request.method,
        path: request.url,
        authorization,
        contentType,
        body: JSON.parse(Buffer.concat(chunks).toString('utf8')),
      });
      response.writeHead(refusals.shift() ?? 200).end('{}');
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });

  afterEach(async () => {
    server.close();
    await rm(folder, { recursive: true });
  });

  /** What CI does with a script; whether it ended well. */
  async function run(script: string, env: Record<string, string> = {}) {
    try {
      await promisify(execFile)('bash', ['-eo', 'pipefail', '-c', script], {
        cwd: folder,
        env: { PATH: process.env.PATH, ...env } as NodeJS.ProcessEnv,
      });
      return true;
    } catch (error) {
      if ((error as { code?: unknown }).code === 'ENOENT') throw error;
      return false;
    }
  }

  async function restoreThat(works: boolean) {
    const file = join(folder, 'restore.sh');
    await writeFile(
      file,
      works
        ? `#!/bin/sh\nsleep 1\necho ${LAST_DATA} > last-consistent-data\n`
        : '#!/bin/sh\nexit 1\n',
    );
    await chmod(file, 0o755);
  }

  /** The steps of the workflow, with what GitHub puts in place of its expressions. */
  async function github(options: { runId: string }) {
    const { jobs } = parse(await example('GitHub Actions'));
    const { steps } = jobs.restore;
    const [restore, report] = ['restore', undefined].map(id =>
      steps.find((step: any) => step.run && step.id === id),
    );
    const file = join(folder, 'github-output');
    await writeFile(file, '');
    const worked = await run(restore.run, { GITHUB_OUTPUT: file });
    const outputs = Object.fromEntries(
      (await readFile(file, 'utf8'))
        .split('\n')
        .filter(Boolean)
        .map(line => [
          line.slice(0, line.indexOf('=')),
          line.slice(line.indexOf('=') + 1),
        ]),
    );
    const values: Record<string, string> = {
      'secrets.CONTINUITY_TOKEN': TOKEN,
      'steps.restore.outputs.started': outputs.started ?? '',
      'steps.restore.outputs.back': outputs.back ?? '',
      'steps.restore.outputs.lastData': outputs.lastData ?? '',
      "steps.restore.outcome == 'success' && 'passed' || 'failed'": worked
        ? 'passed'
        : 'failed',
      'github.server_url': 'https://github.example',
      'github.repository': 'nordlicht/restore',
      'github.run_id': options.runId,
    };
    const env = Object.fromEntries(
      Object.entries(report.env as Record<string, string>).map(
        ([key, text]) => [
          key,
          text.replace(/\$\{\{ (.*?) \}\}/g, (_, expression) => {
            if (!(expression in values))
              throw new Error(`What is ${expression}?`);
            return values[expression];
          }),
        ],
      ),
    );
    expect(report.if).toBe("always() && steps.restore.outputs.started != ''");
    return run(report.run, {
      ...env,
      BACKSTAGE_URL: url,
      GITHUB_REPOSITORY: 'nordlicht/restore',
      GITHUB_RUN_ID: options.runId,
      GITHUB_RUN_ATTEMPT: '1',
    });
  }

  async function gitlab(options: { runId: string }) {
    const { restore } = parse(await example('GitLab CI'));
    await run(restore.script.join('\n'));
    return run(restore.after_script.join('\n'), {
      BACKSTAGE_URL: url,
      CONTINUITY_TOKEN: TOKEN,
      CI_PROJECT_ID: '17',
      CI_JOB_ID: options.runId,
      CI_JOB_URL: `https://gitlab.example/nordlicht/restore/-/jobs/${options.runId}`,
    });
  }

  const ways = [
    {
      name: 'GitHub Actions',
      hold: github,
      key: 'nordlicht/restore/4711/1',
      runUrl: 'https://github.example/nordlicht/restore/actions/runs/4711',
    },
    {
      name: 'GitLab CI',
      hold: gitlab,
      key: 'gitlab/17/4711',
      runUrl: 'https://gitlab.example/nordlicht/restore/-/jobs/4711',
    },
  ];

  const posted = {
    method: 'POST',
    path: '/api/continuity/tests/results',
    authorization: `Bearer ${TOKEN}`,
    contentType: 'application/json',
  };

  it('with curl: sends what the contract takes', async () => {
    const script = (await example('What is reported')).replace(
      'https://backstage.example.com',
      url,
    );
    expect(await run(script, { RESTORE_JOB_TOKEN: TOKEN })).toBe(true);
    expect(received).toEqual([expect.objectContaining(posted)]);
    const [{ body }] = received;
    expect(machineResultRequestSchema.safeParse(body).error).toBeUndefined();
  });

  it.each(ways)(
    'with $name: a restore that worked is reported as passed, with its times',
    async ({ name, hold, key, runUrl }) => {
      await restoreThat(true);
      expect(await hold({ runId: '4711' })).toBe(true);
      expect(received).toEqual([expect.objectContaining(posted)]);
      const body = machineResultRequestSchema.parse(received[0].body);
      expect(body).toMatchObject({
        idempotencyKey: key,
        depth: 'restore',
        environment: 'production-like',
        runUrl,
        tool: name,
        results: [
          {
            entityRef: 'resource:default/orders-db',
            outcome: 'passed',
            recovered: null,
            times: {
              disruptionStart: body.startedAt,
              lastConsistentData: expect.stringMatching(/^2027-01-31T01:55:00/),
            },
          },
        ],
      });
      const { disruptionStart, minimumService } = body.results[0].times;
      expect(Date.parse(minimumService!)).toBeGreaterThan(
        Date.parse(disruptionStart!),
      );
      expect(Date.parse(body.endedAt)).toBeGreaterThanOrEqual(
        Date.parse(minimumService!),
      );
    },
  );

  it.each(ways)(
    'with $name: a restore that failed is reported as failed, as not back',
    async ({ hold }) => {
      await restoreThat(false);
      expect(await hold({ runId: '4712' })).toBe(true);
      const body = machineResultRequestSchema.parse(received[0].body);
      expect(body.results).toMatchObject([
        {
          outcome: 'failed',
          recovered: false,
          times: { minimumService: null, lastConsistentData: null },
        },
      ]);
    },
  );

  it.each(ways)(
    'with $name: what was not taken is sent again under the same key',
    async ({ hold, key }) => {
      refusals = [503];
      await restoreThat(true);
      expect(await hold({ runId: '4711' })).toBe(true);
      expect(received.map(({ body }) => body.idempotencyKey)).toEqual([
        key,
        key,
      ]);
      expect(received[1].body).toEqual(received[0].body);
    },
  );
});
