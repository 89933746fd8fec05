import { changeAssessRequestSchema } from 'backstage-plugin-continuity-common';
import { anAssessment } from '../__testUtils__/anAssessment';
import { catalogText } from '../__testUtils__/catalogText';
import { StubServer } from '../__testUtils__/StubServer';
import { TestRepository } from '../__testUtils__/TestRepository';
import { TestTerminal } from '../__testUtils__/TestTerminal';

jest.setTimeout(30_000);

const home = 'https://github.com/acme/shop';
let server: StubServer;
const repositories: TestRepository[] = [];

beforeAll(async () => {
  server = await StubServer.start(() => ({ body: anAssessment() }));
});
afterAll(() => server.stop());
beforeEach(() => server.seen.splice(0));
afterEach(() => repositories.splice(0).forEach(each => each.dispose()));

function kept(repository: TestRepository): TestRepository {
  repositories.push(repository);
  return repository;
}

/** With a first commit on main that has a shop and its database; the change goes to a branch. */
function aShop(): TestRepository {
  const repository = kept(TestRepository.empty());
  repository
    .write('shop/catalog-info.yaml', catalogText('shop'))
    .write('shop/src/main.go', 'package main\n')
    .write(
      'db/catalog-info.yaml',
      catalogText('orders-db', { kind: 'Resource' }),
    )
    .commit();
  repository.git('remote', 'add', 'origin', `${home}.git`);
  return repository.branch('change');
}

function terminalIn(
  repository: TestRepository,
  environment: Record<string, string> = {},
): TestTerminal {
  return new TestTerminal({
    directory: repository.folder,
    environment: {
      CONTINUITY_URL: server.url,
      CONTINUITY_TOKEN: 'a-secret-token',
      ...environment,
    },
  });
}

async function checked(repository: TestRepository, ...options: string[]) {
  const terminal = terminalIn(repository);
  const exitCode = await terminal.run('check', ...options);
  for (const { body } of server.seen) changeAssessRequestSchema.parse(body);
  return { exitCode, terminal, asked: server.asked };
}

describe('A change in a Git checkout', () => {
  it('sends a modified document, and leaves its file out: the document says all', async () => {
    const repository = aShop();
    repository
      .write(
        'shop/catalog-info.yaml',
        catalogText('shop', { dependsOn: ['resource:orders-db'] }),
      )
      .commit();

    const { exitCode, asked } = await checked(repository);

    expect(exitCode).toBe(0);
    expect(asked.proposed).toEqual([
      expect.objectContaining({
        kind: 'Component',
        metadata: { name: 'shop' },
        spec: expect.objectContaining({ dependsOn: ['resource:orders-db'] }),
      }),
    ]);
    expect(asked.touched).toEqual([]);
    expect(asked.files).toBeUndefined();
  });

  it('sends changed files with the address of the repository', async () => {
    const repository = aShop();
    repository.write('shop/src/main.go', 'package shop\n').commit();
    const { asked } = await checked(repository);
    expect(asked.files).toEqual({
      repository: `${home}.git`,
      paths: ['shop/src/main.go'],
    });
    expect(asked.proposed).toEqual([]);
  });

  it('sends an added document, which says all', async () => {
    const repository = aShop();
    repository
      .write('search/catalog-info.yaml', catalogText('search'))
      .commit();
    const { asked } = await checked(repository);
    expect(asked.proposed).toHaveLength(1);
    expect(asked.files).toBeUndefined();
  });

  it('tells of a deleted document what it removes', async () => {
    const repository = aShop();
    repository.remove('db/catalog-info.yaml').commit();
    const { asked } = await checked(repository);
    expect(asked.touched).toEqual([
      { entityRef: 'resource:default/orders-db', action: 'remove' },
    ]);
    expect(asked.proposed).toEqual([]);
    expect(asked.files).toBeUndefined();
  });

  it('tells the files of an entity that moved into another file: it may be registered by the old one', async () => {
    const repository = aShop();
    repository
      .remove('db/catalog-info.yaml')
      .write(
        'data/catalog-info.yaml',
        `# Moved\n${catalogText('new')}---\n${catalogText('orders-db', {
          kind: 'Resource',
        })}`,
      )
      .commit();
    const { asked } = await checked(repository);
    expect(asked.touched).toEqual([]);
    expect(asked.proposed).toHaveLength(1);
    expect(JSON.stringify(asked.files.paths)).toContain('db/catalog-info.yaml');
    expect(JSON.stringify(asked.files.paths)).toContain(
      'data/catalog-info.yaml',
    );
  });

  it('takes a renamed file for both places, and a document that only moved for unchanged', async () => {
    const repository = aShop();
    repository
      .move('shop/catalog-info.yaml', 'storefront/catalog-info.yaml')
      .move('shop/src/main.go', 'storefront/src/main.go')
      .commit();
    const { asked } = await checked(repository);
    expect(asked.proposed).toEqual([]);
    expect(asked.touched).toEqual([]);
    expect(asked.files.paths).toEqual([
      {
        path: 'storefront/catalog-info.yaml',
        previousPath: 'shop/catalog-info.yaml',
      },
      { path: 'storefront/src/main.go', previousPath: 'shop/src/main.go' },
    ]);
  });

  it('compares each document of a file for itself', async () => {
    const repository = aShop();
    const others = ['a', 'b', 'c'].map(name => catalogText(name));
    repository.git('checkout', '--quiet', 'main');
    repository.write('all/catalog-info.yml', others.join('---\n')).commit();
    repository.branch('another');
    repository
      .write(
        'all/catalog-info.yml',
        [others[0], catalogText('b', { dependsOn: ['c'] })].join('---\n'),
      )
      .commit();
    const { asked } = await checked(repository);
    expect(
      asked.proposed.map((document: any) => document.metadata.name),
    ).toEqual(['b']);
    expect(asked.touched).toEqual([
      { entityRef: 'component:default/c', action: 'remove' },
    ]);
  });

  it('finds entities in files with any name', async () => {
    const repository = aShop();
    repository
      .write('deploy/entities.yaml', catalogText('worker'))
      .write('deploy/values.yaml', 'replicas: 3\n')
      .commit();
    const { asked } = await checked(repository);
    expect(
      asked.proposed.map((document: any) => document.metadata.name),
    ).toEqual(['worker']);
  });

  it('follows locations inside the repository, and sees what they no longer point to', async () => {
    const repository = aShop();
    const own = catalogText('worker').replace('backstage.io', 'acme.com');
    const location = (target: string) =>
      catalogText('all', {
        kind: 'Location',
        spec: `  targets: ["${target}"]`,
      });
    repository.git('checkout', '--quiet', 'main');
    repository
      .write('catalog-info.yaml', location('./parts/*.yaml'))
      .write('parts/worker.yaml', own)
      .commit();
    repository.branch('another');
    repository
      .write('parts/worker.yaml', own.replace('production', 'deprecated'))
      .commit();
    expect((await checked(repository)).asked.proposed).toHaveLength(1);

    repository.write('catalog-info.yaml', location('./none/*.yaml')).commit();
    const { asked } = await checked(repository);
    expect(asked.proposed).toEqual([]);
    expect(asked.touched).toEqual([
      { entityRef: 'component:default/worker', action: 'remove' },
    ]);
  });

  it('takes Windows line endings for no change', async () => {
    const repository = aShop();
    const text = catalogText('shop', { description: '|\n    one\n    two' });
    repository.git('checkout', '--quiet', 'main');
    repository.write('shop/catalog-info.yaml', text).commit();
    repository.branch('windows');
    repository
      .write('shop/catalog-info.yaml', text.replace(/\n/g, '\r\n'))
      .commit();
    const { exitCode, terminal } = await checked(repository);
    expect(server.seen).toEqual([]);
    expect(exitCode).toBe(0);
    expect(terminal.printed).toContain('nothing changed that could touch');
  });

  it('reads paths with spaces, quotes and letters of other scripts', async () => {
    const repository = aShop();
    repository
      .write('lager für "Kühlware"/catalog-info.yaml', catalogText('kuehl'))
      .write('倉庫/a b.txt', 'one\n')
      .commit();
    const { asked } = await checked(repository);
    expect(asked.files.paths).toEqual(['倉庫/a b.txt']);
    expect(asked.proposed[0].metadata.name).toBe('kuehl');
  });

  it('is compared with where it left main: what main got since, even merged, is not its own', async () => {
    const repository = aShop();
    repository.write('shop/src/main.go', 'package shop\n').commit();
    repository.git('checkout', '--quiet', 'main');
    repository
      .write('db/catalog-info.yaml', catalogText('orders-db', { kind: 'API' }))
      .write('db/schema.sql', 'select 1;\n')
      .commit();
    repository.git('checkout', '--quiet', 'change');
    repository.git('merge', '--quiet', '--no-edit', 'main');
    repository.git('checkout', '--quiet', 'main');
    repository.write('later.txt', 'later\n').commit();
    repository.git('checkout', '--quiet', 'change');

    const { asked } = await checked(repository);
    expect(asked.files.paths).toEqual(['shop/src/main.go']);
    expect(asked.proposed).toEqual([]);
    expect(asked.touched).toEqual([]);
  });

  it('is read from a detached head in a folder below the top', async () => {
    const repository = aShop();
    repository.write('shop/src/main.go', 'package shop\n').commit();
    repository.git('checkout', '--quiet', '--detach');
    const terminal = new TestTerminal({
      directory: `${repository.folder}/shop`,
      environment: terminalIn(repository).environment,
    });
    expect(await terminal.run('check')).toBe(0);
    expect(server.asked.files.paths).toEqual(['shop/src/main.go']);
  });

  it('leaves out what the caller excludes, and says how much', async () => {
    const repository = aShop();
    repository
      .write('vendor/catalog-info.yaml', catalogText('vendor'))
      .write('shop/src/main.go', 'package shop\n')
      .commit();
    const { asked, terminal } = await checked(
      repository,
      '--exclude',
      'vendor/**',
    );
    expect(asked.files.paths).toEqual(['shop/src/main.go']);
    expect(asked.proposed).toEqual([]);
    expect(terminal.printed).toContain('1 left out');
  });

  it('looks at what is not committed only when asked to', async () => {
    const repository = aShop();
    repository
      .write('search/catalog-info.yaml', catalogText('search'))
      .write('shop/src/main.go', 'package shop\n');
    expect((await checked(repository)).asked).toBeUndefined();
    const { asked } = await checked(repository, '--uncommitted');
    expect(asked.files.paths).toEqual(['shop/src/main.go']);
    expect(asked.proposed[0].metadata.name).toBe('search');
  });

  it('names a document that is no YAML with its line, reads the others, and takes nothing in it for removed', async () => {
    const repository = aShop();
    repository.git('checkout', '--quiet', 'main');
    repository
      .write(
        'all/catalog-info.yaml',
        `${catalogText('a')}---\n${catalogText('b')}`,
      )
      .commit();
    repository.branch('broken');
    repository
      .write(
        'all/catalog-info.yaml',
        `${catalogText('a')}---\nkind: [\n---\n${catalogText('c')}`,
      )
      .commit();
    const { exitCode, asked, terminal } = await checked(repository);
    expect(exitCode).toBe(0);
    expect(asked.proposed.map((each: any) => each.metadata.name)).toEqual([
      'c',
    ]);
    expect(asked.touched).toEqual([]);
    expect(asked.files.paths).toEqual(['all/catalog-info.yaml']);
    expect(terminal.printed).toMatch(/Not read all\/catalog-info\.yaml:\d+: /);
    expect((await checked(repository, '--warn-as-error')).exitCode).toBe(1);
  });

  it('passes over the skeletons of software templates', async () => {
    const repository = aShop();
    repository
      .write(
        'template/skeleton/catalog-info.yaml',
        catalogText('${{ values.name }}'),
      )
      .commit();
    const { asked } = await checked(repository);
    expect(asked.proposed).toEqual([]);
    expect(asked.files.paths).toEqual(['template/skeleton/catalog-info.yaml']);
  });

  it('sends the file of a location whose target elsewhere changed', async () => {
    const repository = aShop();
    const location = (target: string) =>
      catalogText('all', { kind: 'Location', spec: `  target: ${target}` });
    repository.git('checkout', '--quiet', 'main');
    repository
      .write('catalog-info.yaml', location('https://a/x.yaml'))
      .commit();
    repository.branch('elsewhere');
    repository
      .write('catalog-info.yaml', location('https://b/x.yaml'))
      .commit();
    const { asked } = await checked(repository);
    expect(asked.proposed).toEqual([]);
    expect(asked.files.paths).toEqual(['catalog-info.yaml']);
  });

  it('says what a problem of a document is about by its file', async () => {
    const repository = aShop();
    repository
      .write('search/catalog-info.yaml', `---\n${catalogText('search')}`)
      .commit();
    const stub = await StubServer.start(() => ({
      body: anAssessment({
        problems: [
          {
            at: 'proposed[0].spec.owner',
            kind: 'document-invalid',
            message: 'Write an entity ref.',
          },
          {
            at: 'proposed[7]',
            kind: 'duplicate',
            message: 'proposed[0] is about component:default/search, too.',
          },
        ],
      }),
    }));
    const terminal = terminalIn(repository, { CONTINUITY_URL: stub.url });
    expect(await terminal.run('check')).toBe(0);
    expect(terminal.printed).toContain(
      'search/catalog-info.yaml, document 1, spec.owner',
    );
    expect(terminal.printed).toContain(
      'proposed[7]: search/catalog-info.yaml, document 1 is about',
    );
    expect(await terminal.run('check', '--warn-as-error')).toBe(1);
    await stub.stop();
  });
});

describe('Where the base can’t be told', () => {
  it('a shallow clone says how to fetch the history', async () => {
    const repository = aShop();
    repository.write('shop/src/main.go', 'package shop\n').commit();
    repository.git('checkout', '--quiet', 'main');
    const clone = kept(repository.clone('--depth=1', '--branch=change'));
    const { exitCode, terminal } = await checked(clone);
    expect(exitCode).toBe(2);
    expect(terminal.printed).toContain('shallow clone');
    expect(terminal.printed).toContain('fetch-depth: 0');
    expect(server.seen).toEqual([]);
  });

  it('a shallow clone with both branches says so, too', async () => {
    const repository = aShop();
    repository.write('shop/src/main.go', 'package shop\n').commit();
    const clone = kept(
      repository.clone('--depth=1', '--no-single-branch', '--branch=change'),
    );
    const { exitCode, terminal } = await checked(clone, '--base', 'main');
    expect(exitCode).toBe(2);
    expect(terminal.printed).toContain('does not reach to where');
    expect(terminal.printed).toContain('fetch-depth: 0');
  });

  it('a whole clone is compared with the default branch of its origin', async () => {
    const repository = aShop();
    repository.write('shop/src/main.go', 'package shop\n').commit();
    repository.git('checkout', '--quiet', 'main');
    const clone = kept(repository.clone());
    clone.git('checkout', '--quiet', 'change');
    const { exitCode, asked, terminal } = await checked(
      clone,
      '--repository',
      home,
    );
    expect(exitCode).toBe(0);
    expect(asked.files).toEqual({
      repository: home,
      paths: ['shop/src/main.go'],
    });
    expect(terminal.printed).toContain('Compared with origin/main');
  });

  it.each([
    [
      'no common history',
      () => {
        const repository = aShop();
        repository.git('checkout', '--quiet', '--orphan', 'alone');
        repository.write('alone.txt', 'alone\n').commit();
        return repository;
      },
      'no common history',
      '--base',
    ],
    [
      'no default branch',
      () => {
        const repository = aShop();
        repository.git('branch', '-m', 'main', 'trunk');
        return repository;
      },
      'default branch could not be found',
      '--base origin/trunk',
    ],
    ['no commit', () => kept(TestRepository.empty()), 'no commit', 'Commit'],
  ])('%s is told', async (_, make, message, mend) => {
    const { exitCode, terminal } = await checked(make());
    expect(exitCode).toBe(2);
    expect(terminal.printed).toContain(message);
    expect(terminal.printed).toContain(mend);
  });

  it('a base that is not there is told by its name', async () => {
    const { exitCode, terminal } = await checked(aShop(), '--base', 'release');
    expect(exitCode).toBe(2);
    expect(terminal.printed).toContain('"release"');
  });

  it('a folder that is no checkout is told', async () => {
    const terminal = new TestTerminal({
      directory: '/',
      environment: terminalIn(aShop()).environment,
    });
    expect(await terminal.run('check')).toBe(2);
    expect(terminal.printed).toContain('no Git checkout');
  });

  it('a remote that is only a folder has no address', async () => {
    const repository = aShop();
    repository.git('remote', 'set-url', 'origin', repository.folder);
    repository.write('shop/src/main.go', 'package shop\n').commit();
    const { exitCode, terminal } = await checked(repository);
    expect(exitCode).toBe(2);
    expect(terminal.printed).toContain('--repository');
  });

  it('a pipeline names the branch, and a base that is named comes first', async () => {
    const repository = aShop();
    repository.write('shop/src/main.go', 'package shop\n').commit();
    repository.git('branch', 'release');
    repository.write('one.txt', 'one\n').commit();
    const environment = { GITHUB_ACTIONS: 'true', GITHUB_BASE_REF: 'release' };
    const terminal = terminalIn(repository, environment);
    await terminal.run('check');
    expect(server.asked.files.paths).toEqual(['one.txt']);
    await terminal.run('check', '--base', 'main');
    expect(server.asked.files.paths).toEqual(['one.txt', 'shop/src/main.go']);
  });
});
