import type { DependencyEdgeDetail } from 'backstage-plugin-continuity-common';
import { classificationItems } from './classificationItems';

type Way = DependencyEdgeDetail['ways'][number];

const aWay = (way: Partial<Way>): Way => ({
  kind: 'direct',
  api: null,
  class: 'unclassified',
  endurableSeconds: null,
  declaredBy: null,
  classifiedAs: 'component:default/orders',
  revision: 0,
  ...way,
});

const anEdge = (...ways: Way[]): DependencyEdgeDetail => ({
  from: 'component:default/web',
  to: 'component:default/orders',
  class: 'unclassified',
  endurableSeconds: null,
  ways,
  classification: {
    revision: 4,
    strength: null,
    reason: null,
    endurableSeconds: null,
    by: null,
    at: null,
  },
  locked: false,
  mayClassify: true,
});

describe('what is sent to classify a dependency', () => {
  it('names each way by the ref under which it is classified, with the revision that was seen of just that', () => {
    const items = classificationItems(
      [
        anEdge(
          aWay({ revision: 4 }),
          aWay({
            kind: 'api',
            api: 'api:default/ledger',
            classifiedAs: 'api:default/ledger',
            revision: 2,
          }),
        ),
      ],
      { strength: 'hard', endurable: null },
    );
    expect(items.map(({ to, revision }) => [to, revision])).toEqual([
      ['component:default/orders', 4],
      ['api:default/ledger', 2],
    ]);
  });

  it('leaves out what the file has classified and what a System needs because it is a part', () => {
    const items = classificationItems(
      [
        anEdge(
          aWay({ kind: 'part' }),
          aWay({ declaredBy: 'catalog', classifiedAs: 'api:default/file' }),
          aWay({ classifiedAs: 'api:default/open', revision: 1 }),
        ),
      ],
      { strength: 'soft', endurable: '4h' },
    );
    expect(items).toEqual([
      {
        from: 'component:default/web',
        to: 'api:default/open',
        strength: 'soft',
        endurable: '4h',
        revision: 1,
      },
    ]);
  });
});
