import { checksInGit, home } from '../__testUtils__/checksInGit';
import { TestRepository } from '../__testUtils__/TestRepository';
import { TestTerminal } from '../__testUtils__/TestTerminal';

jest.setTimeout(30_000);

const { kept, aShop, terminalIn, checked, seen, lastAsked } = checksInGit();

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
    expect(seen()).toEqual([]);
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
    expect(lastAsked().files.paths).toEqual(['one.txt']);
    await terminal.run('check', '--base', 'main');
    expect(lastAsked().files.paths).toEqual(['one.txt', 'shop/src/main.go']);
  });
});
