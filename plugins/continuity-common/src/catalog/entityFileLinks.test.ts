import { entityFileLinks } from './entityFileLinks';

function annotated(annotations: Record<string, string>) {
  return {
    metadata: {
      name: 'x',
      namespace: 'default',
      annotations: Object.fromEntries(
        Object.entries(annotations).map(([key, value]) => [
          `backstage.io/${key}`,
          value,
        ]),
      ),
      labels: {},
      tags: [],
    },
  };
}

const file =
  'https://github.com/nordlicht/checkout/blob/main/catalog-info.yaml';
const edit =
  'https://github.com/nordlicht/checkout/edit/main/catalog-info.yaml';

describe('entityFileLinks', () => {
  it.each<[string, Record<string, string>, ReturnType<typeof entityFileLinks>]>(
    [
      [
        'both links',
        { 'view-url': file, 'edit-url': edit },
        { view: file, edit },
      ],
      ['only the one for editing', { 'edit-url': edit }, { view: null, edit }],
      [
        'the location where nothing better is named',
        { 'managed-by-location': `url:${file}` },
        { view: file, edit: null },
      ],
      [
        'the named page rather than the location',
        {
          'view-url': file,
          'managed-by-location': 'url:https://example.com/x',
        },
        { view: file, edit: null },
      ],
      [
        'the location where the named page is none',
        { 'view-url': 'see wiki', 'managed-by-location': `url:${file}` },
        { view: file, edit: null },
      ],
      [
        'nothing for a file on a disk',
        { 'managed-by-location': 'file:/srv/catalog-info.yaml' },
        null,
      ],
      [
        'nothing for a script',
        { 'view-url': 'vbscript:alert(1)', 'edit-url': 'data:text/html,x' },
        null,
      ],
      ['nothing where nothing is named', {}, null],
      [
        'the address without what somebody signs in with',
        { 'view-url': 'https://jane:secret@example.com/a' },
        { view: 'https://example.com/a', edit: null },
      ],
    ],
  )('gives %s', (_, annotations, links) => {
    expect(entityFileLinks(annotated(annotations))).toEqual(links);
  });
});
