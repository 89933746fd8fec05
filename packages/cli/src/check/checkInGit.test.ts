import { catalogText } from '../__testUtils__/catalogText';
import { checksInGit, home } from '../__testUtils__/checksInGit';
import { TestTerminal } from '../__testUtils__/TestTerminal';

jest.setTimeout(30_000);

const { aShop, terminalIn, checked, seen, lastAsked } = checksInGit();

describe('A change in a Git checkout', () => {
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
    expect(seen()).toEqual([]);
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
    expect(lastAsked().files.paths).toEqual(['shop/src/main.go']);
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
});
