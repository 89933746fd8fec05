import { readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { catalogText } from '../__testUtils__/catalogText';
import { TestRepository } from '../__testUtils__/TestRepository';
import { TestTerminal } from '../__testUtils__/TestTerminal';

jest.setTimeout(30_000);

const plan = (scope: string) =>
  [
    '---',
    'title: Recovery of the shop',
    'kind: service-recovery',
    'scope:',
    `  - ${scope}`,
    '---',
    '',
    '## Purpose',
    '',
    'It brings the shop back.',
    '',
  ].join('\n');

const policy = (tier: string) =>
  [
    'continuity:',
    '  tiers:',
    `    - id: ${tier}`,
    '      title: Most important',
    '',
  ].join('\n');

let repository: TestRepository;
beforeEach(() => {
  repository = TestRepository.empty();
});
afterEach(() => repository.dispose());

async function linted(...words: string[]) {
  const terminal = new TestTerminal({ directory: repository.folder });
  const exitCode = await terminal.run('lint', ...words);
  return { exitCode, terminal, lines: terminal.printed.trim().split('\n') };
}

describe('Lint', () => {
  it('finds nothing in what the server reads', async () => {
    repository
      .write(
        'shop/catalog-info.yaml',
        catalogText('shop', {
          annotations: {
            'continuity/rto': '4h',
            'continuity/plan': './docs/plan.md',
          },
        }),
      )
      .write('shop/docs/plan.md', plan('component:default/shop'))
      .write('shop/README.md', '# No plan\n');
    const { exitCode, terminal } = await linted();
    expect(terminal.printed).toBe('2 files: all is well.\n');
    expect(exitCode).toBe(0);
  });

  it('names the line of an annotation, in whichever document of a file, with what is accepted', async () => {
    repository.write(
      'catalog-info.yaml',
      [
        '# nothing yet\n',
        catalogText('first'),
        catalogText('second', { annotations: { 'continuity/rto': '4-6 h' } }),
      ].join('---\n'),
    );
    const { exitCode, lines } = await linted();
    const at = readFileSync(`${repository.folder}/catalog-info.yaml`, 'utf8')
      .split('\n')
      .findIndex(line => line.includes('4-6 h'));
    expect(exitCode).toBe(1);
    expect(lines[0]).toContain(`catalog-info.yaml:${at + 1}: error: `);
    expect(lines[0]).toContain('component:default/second: continuity/rto: ');
    expect(lines[0]).toContain('range');
    expect(lines[1]).toBe('1 file: 1 to mend, 0 to look at.');
  });

  it.each<[string, Record<string, string>, RegExp]>([
    [
      'an annotation that nobody reads',
      { 'continuity/rot': '4h' },
      /continuity\/rot/,
    ],
    [
      'a plan that is not there',
      { 'continuity/plan': 'none.md' },
      /no such file/,
    ],
    [
      'a ref that is none',
      { 'continuity/soft-dependencies': 'a b' },
      /soft-dependencies/,
    ],
  ])('finds %s', async (_, annotations, text) => {
    repository.write('catalog-info.yaml', catalogText('shop', { annotations }));
    const { exitCode, terminal } = await linted();
    expect(exitCode).toBe(1);
    expect(terminal.printed).toMatch(text);
  });

  it('finds what is no YAML, with its line', async () => {
    repository.write(
      'catalog-info.yaml',
      `${catalogText('shop')}---\nkind: [\n`,
    );
    const { exitCode, lines } = await linted();
    expect(exitCode).toBe(1);
    expect(lines[0]).toMatch(/^catalog-info\.yaml:1\d: error: /);
  });

  it('reads plans with the line of what is wrong', async () => {
    repository
      .write(
        'catalog-info.yaml',
        catalogText('shop', { annotations: { 'continuity/plan': 'plan.md' } }),
      )
      .write(
        'plan.md',
        plan('component:default/shop').replace('kind:', 'kin:'),
      );
    const { exitCode, lines } = await linted();
    expect(exitCode).toBe(1);
    expect(lines[0]).toMatch(/^plan\.md:\d+: error: kin/);
  });

  it('takes the tiers of the policy that is named, and else only warns of them', async () => {
    repository
      .write(
        'catalog-info.yaml',
        catalogText('shop', { annotations: { 'continuity/tier': 'gold' } }),
      )
      .write('gold.yaml', policy('gold'))
      .write('silver.yaml', policy('silver'));
    expect((await linted('--policy', 'gold.yaml')).exitCode).toBe(0);
    expect((await linted('--policy', 'silver.yaml')).exitCode).toBe(1);
    const { exitCode, terminal } = await linted();
    expect(exitCode).toBe(0);
    expect(terminal.printed).toContain('warning');
    expect((await linted('--warn-as-error')).exitCode).toBe(1);
  });

  it.each([
    ['none.yaml', 'can’t be read'],
    ['other.yaml', 'no section'],
    ['wrong.yaml', 'tiers'],
  ])('can’t tell with the policy %s', async (file, text) => {
    repository
      .write('other.yaml', 'app: {}\n')
      .write('wrong.yaml', 'continuity:\n  tiers: all\n');
    const { exitCode, terminal } = await linted('--policy', file);
    expect(exitCode).toBe(2);
    expect(terminal.told).toContain(text);
  });

  it('looks only at what is named', async () => {
    const wrong = { annotations: { 'continuity/rto': 'soon' } };
    repository
      .write('a/catalog-info.yaml', catalogText('a', wrong))
      .write('ab/catalog-info.yaml', catalogText('ab', wrong))
      .write('b/entities.yaml', catalogText('b', wrong))
      .write('plans/shop.md', plan('shop'));
    const placesOf = async (...words: string[]) =>
      (await linted(...words)).lines
        .slice(0, -1)
        .map(line => line.split(':')[0]);
    expect(await placesOf()).toEqual([
      'a/catalog-info.yaml',
      'ab/catalog-info.yaml',
      'b/entities.yaml',
    ]);
    expect(await placesOf('a')).toEqual(['a/catalog-info.yaml']);
    expect(await placesOf('b/entities.yaml')).toEqual(['b/entities.yaml']);
    expect(await placesOf('--exclude', 'a*/**')).toEqual(['b/entities.yaml']);
    expect(new Set(await placesOf('plans/shop.md'))).toEqual(
      new Set(['plans/shop.md']),
    );
    expect(await placesOf('--plans', 'plans/*.md')).toContain('plans/shop.md');
    expect((await linted('none')).exitCode).toBe(2);
    expect((await linted('..')).exitCode).toBe(2);
  });

  it('works in a folder that is no checkout, without its packages', async () => {
    const wrong = catalogText('a', {
      annotations: { 'continuity/rto': 'soon' },
    });
    repository.write('deep/catalog-info.yaml', wrong);
    repository.write('node_modules/x/catalog-info.yaml', wrong);
    rmSync(path.join(repository.folder, '.git'), { recursive: true });
    const { exitCode, lines } = await linted();
    expect(exitCode).toBe(1);
    expect(lines).toHaveLength(2);
    expect(lines[0]).toContain('deep/catalog-info.yaml');
  });

  it('writes JSON, Markdown, and annotations for GitHub', async () => {
    repository.write(
      'shop, old/catalog-info.yaml',
      catalogText('shop', { annotations: { 'continuity/rto': '100%' } }),
    );
    const json = JSON.parse(
      (await linted('--format', 'json')).terminal.printed,
    );
    expect(json).toMatchObject({
      files: 1,
      errors: 1,
      warnings: 0,
      findings: [{ path: 'shop, old/catalog-info.yaml', severity: 'error' }],
    });
    const { terminal } = await linted('--format', 'github');
    expect(terminal.printed).toMatch(
      /^::error file=shop%2C old\/catalog-info\.yaml,line=\d+,title=Continuity::.*100%25/,
    );
    const file = path.join(repository.folder, 'lint.md');
    await linted('--output', file);
    expect(readFileSync(file, 'utf8')).toMatch(
      /^<!-- continuity:lint-report -->[^]*\*\*error\*\*/,
    );
  });
});
