import { changeAssessRequestSchema } from 'backstage-plugin-continuity-common';
import { anAssessment } from './anAssessment';
import { catalogText } from './catalogText';
import { StubServer } from './StubServer';
import { TestRepository } from './TestRepository';
import { TestTerminal } from './TestTerminal';

/** Where the shop's repository is opened. */
export const home = 'https://github.com/acme/shop';

/** For a file of tests: repositories that go away after each test, and a server that lets every change pass. */
export function checksInGit() {
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

  return {
    kept,
    aShop,
    terminalIn,
    checked,
    /** The calls that the server got. */
    seen: () => server.seen,
    /** What the last one asked. */
    lastAsked: () => server.asked,
  };
}
