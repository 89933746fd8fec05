import { withoutCredentials } from './repositoryAddress';

describe('The address of a repository', () => {
  it.each([
    ['https://github.com/acme/shop.git', 'https://github.com/acme/shop.git'],
    ['https://github.com/acme/shop/', 'https://github.com/acme/shop'],
    [
      'https://gitlab-ci-token:s3cr3t@gitlab.com/acme/shop.git',
      'https://gitlab.com/acme/shop.git',
    ],
    ['https://s3cr3t@dev.azure.com/a/_git/b', 'https://dev.azure.com/a/_git/b'],
    [
      'https://github.com/acme/shop?token=s3cr3t#x',
      'https://github.com/acme/shop',
    ],
    ['git@github.com:acme/shop.git', 'git@github.com:acme/shop.git'],
    [
      's3cr3t@git.example.com:acme/shop.git',
      'git@git.example.com:acme/shop.git',
    ],
    ['github.com:acme/shop.git', 'git@github.com:acme/shop.git'],
    [
      'ssh://git:s3cr3t@git.example.com:2222/a/b',
      'ssh://git.example.com:2222/a/b',
    ],
  ])('%s is told as %s', (address, expected) => {
    expect(withoutCredentials(address)).toBe(expected);
  });

  it.each([
    ['/srv/git/shop'],
    ['file:///srv/git/shop'],
    ['C:\\git\\shop'],
    ['../shop'],
  ])('%s is only a folder', address => {
    expect(withoutCredentials(address)).toBeUndefined();
  });
});
