import { anAssessment } from '../__testUtils__/anAssessment';
import { catalogText } from '../__testUtils__/catalogText';
import { checksInGit } from '../__testUtils__/checksInGit';
import { StubServer } from '../__testUtils__/StubServer';

jest.setTimeout(30_000);

const { aShop, terminalIn, checked } = checksInGit();

describe('Documents that a change in a Git checkout alters', () => {
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
