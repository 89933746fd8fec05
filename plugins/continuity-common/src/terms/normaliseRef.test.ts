import { stringifyEntityRef } from '@backstage/catalog-model';
import fc from 'fast-check';
import { normaliseRef } from './normaliseRef';

describe('normaliseRef', () => {
  it.each<[string, Parameters<typeof normaliseRef>[1], string]>([
    ['component:default/checkout', {}, 'component:default/checkout'],
    ['Component:Shop/Check.Out_2', {}, 'component:shop/check.out_2'],
    ['component:checkout', {}, 'component:default/checkout'],
    [
      'component:checkout',
      { defaultNamespace: 'Shop' },
      'component:shop/checkout',
    ],
    ['payments', { defaultKind: 'Group' }, 'group:default/payments'],
    ['shop/payments', { defaultKind: 'group' }, 'group:shop/payments'],
    ['  user: default / jane ', {}, 'user:default/jane'],
    ['user:default/jane@example.com', {}, 'user:default/jane@example.com'],
    [
      '{{ values.name }}',
      { defaultKind: 'group' },
      'group:default/{{ values.name }}',
    ],
    ['best effort', { defaultKind: 'group' }, 'group:default/best effort'],
  ])('writes %p (with %j) as %s', (text, context, ref) => {
    expect(normaliseRef(text, context)).toBe(ref);
  });

  it.each<[unknown]>([
    [''],
    ['   '],
    ['checkout'],
    ['component:'],
    ['component:default/'],
    [':default/x'],
    ['component:/x'],
    ['component:default/ '],
    ['https://example.com/team'],
    ['component:default/a\nb'],
    ['c:d/'.padEnd(600, 'x')],
    [undefined],
    [null],
    [4],
    [{ kind: 'Component', name: 'x' }],
  ])('takes %j for no ref', text => {
    expect(normaliseRef(text)).toBeUndefined();
  });

  it('never throws, and says of its own answers the same again', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string(), fc.stringMatching(/^[A-Ca-c:/. ]{0,12}$/)),
        fc.constantFrom(undefined, 'group'),
        (text, defaultKind) => {
          const ref = normaliseRef(text, { defaultKind });
          expect(ref === undefined ? ref : normaliseRef(ref)).toBe(ref);
        },
      ),
    );
  });

  it('writes what the catalog writes', () => {
    const part = fc.stringMatching(
      /^[A-Za-z0-9]([A-Za-z0-9._-]{0,10}[A-Za-z0-9])?$/,
    );
    fc.assert(
      fc.property(part, part, part, (kind, namespace, name) => {
        expect(normaliseRef(`${kind}:${namespace}/${name}`)).toBe(
          stringifyEntityRef({ kind, namespace, name }),
        );
      }),
    );
  });
});
