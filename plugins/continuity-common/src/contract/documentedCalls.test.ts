import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { continuityRoutes } from './routes';

const root = path.resolve(__dirname, '../../../..');
const pages = [
  'README.md',
  'CONTRIBUTING.md',
  ...readdirSync(path.join(root, 'docs'))
    .filter(file => file.endsWith('.md'))
    .map(file => `docs/${file}`),
];
const read = (page: string) => readFileSync(path.join(root, page), 'utf8');

/** A call with its path's parameters unnamed: `GET /plans/:/history`. */
const plain = (method: string, address: string) =>
  `${method} ${address.replace(/:\w+/g, ':')}`;

const calls = Object.values(continuityRoutes).map(route =>
  plain(route.method.toUpperCase(), route.path),
);

/** Whether some call is meant; a parameter may stand for one of several words. */
const isCall = (named: string) =>
  calls.some(call =>
    new RegExp(`^${named.replace(/:/g, '[^/]+')}$`).test(call),
  );

/** The calls that a page names in `code`: `{a,b}` stands for either, `…` for an entity's or the call before. */
function callsNamed(page: string): string[] {
  let last = '';
  return [...page.matchAll(/`(GET|POST|PUT|PATCH|DELETE) (\/|…)([^`?\s]*)/g)]
    .map(([, method, begins, rest]) => {
      const before = rest.startsWith('/:name')
        ? '/entities/by-name/:kind/:namespace'
        : last;
      const address = begins === '/' ? `/${rest}` : `${before}${rest}`;
      if (begins === '/') last = address;
      return [method, address];
    })
    .flatMap(([method, address]) => {
      const choice = /\{([\w,-]+)\}$/.exec(address);
      const ends = choice ? choice[1].split(',') : [''];
      return ends.map(end =>
        plain(method, address.slice(0, choice?.index) + end),
      );
    });
}

/** Where the headings of a page can be linked to. */
const anchorsOf = (page: string) =>
  [...page.matchAll(/^#+ (.*)$/gm)].map(([, heading]) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s-]/gu, '')
      .trim()
      .replace(/\s/g, '-'),
  );

describe('the documentation', () => {
  it('names calls that there are', () => {
    const named = callsNamed(read('docs/api.md'));
    expect(named.length).toBeGreaterThan(50);
    expect(named.filter(call => !isCall(call))).toEqual([]);
  });

  it('leaves no call out', () => {
    const page = read('docs/api.md');
    const unnamed = Object.values(continuityRoutes)
      .map(({ path: address }) => address)
      .filter(address => {
        const words = address.split('/').filter(word => /^[a-z]/.test(word));
        return !page.includes(words[words.length - 1]);
      });
    expect(unnamed).toEqual([]);
  });

  it.each(pages)('links from %s to what is there', page => {
    const links = [
      ...read(page)
        .replace(/```[^]*?```/g, '')
        .matchAll(/\]\(([^)\s]+)\)/g),
    ]
      .map(([, link]) => link)
      .filter(link => !/^[a-z]+:/.test(link));
    const broken = links.filter(link => {
      const [file, anchor] = link.split('#');
      const target = file ? path.join(path.dirname(page), file) : page;
      if (!existsSync(path.join(root, target))) return true;
      return anchor !== undefined && !anchorsOf(read(target)).includes(anchor);
    });
    expect(broken).toEqual([]);
  });
});
