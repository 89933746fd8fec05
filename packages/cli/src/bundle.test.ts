import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { anAssessment } from './__testUtils__/anAssessment';
import { catalogText } from './__testUtils__/catalogText';
import { runProgram } from './__testUtils__/runProgram';
import { StubServer } from './__testUtils__/StubServer';
import { TestRepository } from './__testUtils__/TestRepository';
import { version } from '../package.json';

jest.setTimeout(120_000);

let folder: string;
let program: string;

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'continuity-bundle-'));
  execFileSync(process.execPath, [
    path.resolve(__dirname, '..', 'scripts', 'bundle.js'),
    folder,
  ]);
  program = path.join(folder, 'continuity.cjs');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function timed(words: string[]): number {
  const begin = process.hrtime.bigint();
  const { status } = spawnSync(process.execPath, words);
  expect(status).toBe(0);
  return Number(process.hrtime.bigint() - begin) / 1e6;
}

describe('The bundle', () => {
  it('starts in less than 300 ms, or on a busy machine 150 ms after an empty program', () => {
    const empty = path.join(folder, 'empty.cjs');
    const fastest = (words: string[]) =>
      Math.min(...Array.from({ length: 7 }, () => timed(words)));
    execFileSync(process.execPath, [
      '-e',
      `require('fs').writeFileSync(${JSON.stringify(empty)}, '')`,
    ]);
    const limit = Math.max(300, fastest([empty]) + 150);
    expect(fastest([program, '--version'])).toBeLessThan(limit);
    expect(fastest([program, 'check', '--help'])).toBeLessThan(limit);
  });

  it('runs alone, as a command of its own', () => {
    expect(
      execFileSync(program, ['--version'], { encoding: 'utf8' }).trim(),
    ).toBe(version);
    expect(readFileSync(program, 'utf8')).not.toMatch(
      /require\("(?!node:)(?:@|backstage|yaml|zod|commander|luxon|minimatch)/,
    );
  });

  it('names the licences of all that is in it', () => {
    const texts = readFileSync(path.join(folder, 'licences.txt'), 'utf8');
    for (const name of ['commander', 'minimatch', 'yaml', 'zod', 'luxon']) {
      expect(texts).toMatch(new RegExp(`^${name} \\d`, 'm'));
    }
    expect(texts).not.toContain('undefined');
  });

  it('checks a change, prints all into a pipe, and ends with its code', async () => {
    const server = await StubServer.start(() => ({
      body: anAssessment({
        verdict: 'block',
        unmapped: Array.from({ length: 20_000 }, (_, at) => `tools/${at}.sh`),
      }),
    }));
    const repository = TestRepository.empty();
    repository.write('catalog-info.yaml', catalogText('shop')).commit();
    repository.branch('change').remove('catalog-info.yaml').commit();
    const { status, output, problem } = await runProgram(
      process.execPath,
      [
        ...[program, 'check', '--format', 'json'],
        ...['--repository', 'https://github.com/acme/shop'],
      ],
      {
        directory: repository.folder,
        environment: {
          CONTINUITY_URL: server.url,
          CONTINUITY_TOKEN: 'a-secret-token',
        },
      },
    );
    expect(problem).toBe('');
    expect(status).toBe(1);
    expect(JSON.parse(output).assessment.unmapped).toHaveLength(20_000);
    repository.dispose();
    await server.stop();
  });

  it('says what it can do, and refuses what it can’t', () => {
    const help = spawnSync(process.execPath, [program, '--help']);
    expect(help.status).toBe(0);
    expect(help.stdout.toString()).toMatch(
      /check[\s\S]*lint[\s\S]*comment[\s\S]*verify/,
    );
    expect(spawnSync(process.execPath, [program, 'chek']).status).toBe(2);
  });
});
