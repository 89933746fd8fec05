import { parseClassificationRefs } from './parseClassificationRefs';

describe('refs in an annotation', () => {
  it.each<[string, string[]]>([
    ['component:db', ['component:prod/db']],
    [
      ' Component:DB ,resource:other/Cache ',
      ['component:prod/db', 'resource:other/cache'],
    ],
    ['component:db, component:prod/db', ['component:prod/db']],
    ['system:mqtt.home', ['system:prod/mqtt.home']],
    ['', []],
    [' , ,', []],
  ])('%j are %j', (text, refs) => {
    expect(parseClassificationRefs(text, { namespace: 'prod' })).toEqual({
      refs,
      invalid: [],
    });
  });

  it('reports what is none, and goes on', () => {
    const parsed = parseClassificationRefs(
      `db, component:, ${'x'.repeat(90)}, api:x`,
      {
        namespace: 'default',
      },
    );
    expect(parsed.refs).toEqual(['api:default/x']);
    expect(parsed.invalid.map(({ text }) => text)).toEqual([
      'db',
      'component:',
      'x'.repeat(90),
    ]);
    expect(parsed.invalid[0].message).toBe(
      '"db" is no entity reference. Write the kind and name, such as "component:payments-db".',
    );
    expect(parsed.invalid[2].message.length).toBeLessThan(140);
  });
});
