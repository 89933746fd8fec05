import { ConfigReader } from '@backstage/config';
import { RepositoryAddresses } from './RepositoryAddresses';

const addresses = RepositoryAddresses.create({
  config: new ConfigReader({
    integrations: {
      gitlab: [
        {
          host: 'git.example.com',
          baseUrl: 'https://git.example.com',
          apiBaseUrl: 'https://git.example.com/api/v4',
        },
      ],
      azure: [{ host: 'tfs.example.com' }],
      bitbucketServer: [
        {
          host: 'code.example.com',
          apiBaseUrl: 'https://code.example.com/rest/api/1.0',
        },
      ],
    },
  }),
});

describe('RepositoryAddresses', () => {
  it.each([
    [
      'github.com/acme/shop',
      [
        'https://github.com/acme/shop',
        'https://github.com/Acme/Shop.git',
        'https://token@github.com/acme/shop/',
        'git@github.com:acme/shop.git',
        'ssh://git@github.com/acme/shop.git',
        'github.com/acme/shop',
        'https://www.github.com/acme/shop/blob/main/a/b.yaml',
        'https://raw.githubusercontent.com/acme/shop/main/a/b.yaml',
      ],
    ],
    [
      'git.example.com/group/sub/shop',
      [
        'https://git.example.com/group/sub/shop',
        'git@git.example.com:group/sub/shop.git',
        'ssh://git@git.example.com:2222/group/sub/shop.git',
        'https://git.example.com/group/sub/shop/-/tree/main/a',
        'https://git.example.com/group/sub/shop/blob/main/a/b.yaml',
      ],
    ],
    [
      'bitbucket.org/acme/shop',
      [
        'https://bitbucket.org/acme/shop/src/main/a/',
        'git@bitbucket.org:acme/shop.git',
      ],
    ],
    [
      'code.example.com/pay/shop',
      [
        'https://code.example.com/projects/PAY/repos/shop/browse/a/b.yaml?at=main',
        'https://code.example.com/scm/pay/shop.git',
        'ssh://git@code.example.com:7999/pay/shop.git',
      ],
    ],
    [
      'dev.azure.com/acme/money/shop',
      [
        'https://dev.azure.com/acme/money/_git/shop?path=/a/b.yaml&version=GBmain',
        'https://acme@dev.azure.com/acme/money/_git/shop',
        'git@ssh.dev.azure.com:v3/acme/money/shop',
        'https://acme.visualstudio.com/money/_git/shop',
        'https://acme.visualstudio.com/DefaultCollection/money/_git/_full/shop',
      ],
    ],
    [
      'dev.azure.com/acme/shop/shop',
      [
        'https://dev.azure.com/acme/_git/shop',
        'https://acme.visualstudio.com/_git/shop?path=/a',
      ],
    ],
    [
      'tfs.example.com/tfs/bank/money/shop',
      ['https://tfs.example.com/tfs/Bank/money/_git/shop?path=%2Fa%2Fb.yaml'],
    ],
  ])('knows %s by every way to write it', (repository, written) => {
    expect(
      written.map(address => [address, addresses.repositoryOf(address)]),
    ).toEqual(written.map(address => [address, repository]));
  });

  it.each([
    ['url:https://github.com/a/b/tree/main/x/y/', 'x/y', true],
    ['url:https://github.com/a/b/blob/main/x/c.yaml', 'x/c.yaml', false],
    ['url:https://github.com/a/b/tree/main/with%20space/', 'with space', true],
    ['url:https://github.com/a/b/', '', true],
    [
      'url:https://git.example.com/g/s/r/-/blob/main/x/c.yaml',
      'x/c.yaml',
      false,
    ],
    ['url:https://bitbucket.org/a/b/src/main/x/', 'x', true],
    [
      'url:https://code.example.com/projects/P/repos/b/browse/x/c.yaml',
      'x/c.yaml',
      false,
    ],
    ['url:https://dev.azure.com/o/p/_git/r?path=/x/c.yaml', 'x/c.yaml', false],
    [
      'url:https://dev.azure.com/o/p/_git/r?path=%2Fx%20y%2Fmy.app%2F&version=GBmain',
      'x y/my.app',
      true,
    ],
    ['url:https://github.com/a/b/tree/refs/heads/main/x/', 'x', true],
    ['url:https://github.com/a/b/tree/release%2F2/x/', 'x', true],
    ['url:https://git.example.com/g/r/-/blob/refs/tags/v1/x/c', 'x/c', false],
    ['url:https://raw.githubusercontent.com/a/b/main/x/c', 'x/c', false],
    ['url:https://github.com/a/b/tree/main/x', 'x', true],
    ['url:https://github.com/a/b/tree/main/x/../y/', 'y', true],
    ['url:https://github.com/a/b/blob/main/X/c.yaml#L3', 'X/c.yaml', false],
  ])('finds the place of %s', (location, path, isFolder) => {
    expect(addresses.placeOf(location)).toMatchObject({ path, isFolder });
  });

  it.each([
    'file:/etc/catalog.yaml',
    'url:nonsense',
    'bootstrap:bootstrap',
    '',
    'url:https://github.com/',
    'url:https://raw.githubusercontent.com/',
    'url:https://git.example.com/-/tree/main/',
    'url:https://code.example.com/scm/',
    'url:https://dev.azure.com/o',
    'url:https://dev.azure.com/o/p/_git/',
    'url:https://[',
  ])('finds nothing in "%s"', location =>
    expect(addresses.placeOf(location)).toBeUndefined(),
  );
});
