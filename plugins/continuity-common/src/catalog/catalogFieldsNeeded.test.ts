import { defaultPolicy } from '../policy/defaultPolicy';
import { parsePolicy } from '../policy/parsePolicy';
import { catalogFieldsNeeded } from './catalogFieldsNeeded';

describe('catalogFieldsNeeded', () => {
  it('asks under the shipped policy for what the rules use', () => {
    expect(catalogFieldsNeeded(defaultPolicy)).toEqual([
      'kind',
      'metadata.annotations',
      'metadata.labels',
      'metadata.name',
      'metadata.namespace',
      'metadata.tags',
      'metadata.title',
      'metadata.uid',
      'relations',
      'spec.domain',
      'spec.lifecycle',
      'spec.owner',
      'spec.profile.displayName',
      'spec.system',
      'spec.type',
    ]);
  });

  it('asks for the labels and spec fields that the scope and the mappings read, too', () => {
    const policy = parsePolicy({
      scope: {
        $any: [
          { $not: { 'metadata.labels.region': { $exists: true } } },
          { $all: [{ 'spec.cost.centre': 'a' }] },
        ],
      },
      mappings: [{ field: 'rto', spec: 'continuity.rto' }],
    });
    const asked = catalogFieldsNeeded(policy);
    expect(asked).toEqual(
      expect.arrayContaining([
        'metadata.labels',
        'spec.cost.centre',
        'spec.continuity.rto',
      ]),
    );
    expect(asked).toHaveLength(catalogFieldsNeeded(defaultPolicy).length + 2);
  });

  it('asks for no field that the catalog would refuse', () => {
    const policy = parsePolicy({
      scope: { 'spec.a b': 'x' },
      mappings: [{ field: 'rto', label: 'a.b/c' }],
    });
    for (const field of catalogFieldsNeeded(policy)) {
      expect(field).not.toMatch(/[,[]/);
    }
  });
});
