import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import {
  AuthorizeResult,
  type ConditionalPolicyDecision,
} from '@backstage/plugin-permission-common';
import { CatalogVisibility } from './CatalogVisibility';

const conditional: ConditionalPolicyDecision = {
  result: AuthorizeResult.CONDITIONAL,
  pluginId: 'catalog',
  resourceType: 'catalog-entity',
  conditions: { rule: 'SOME', resourceType: 'catalog-entity', params: {} },
};

function aVisibility() {
  const clock = { now: 0 };
  const catalog = {
    getEntitiesByRefs: jest.fn(async ({ entityRefs }) => ({
      items: entityRefs.map((ref: string) =>
        ref.endsWith('1')
          ? { kind: 'Component', metadata: { name: ref.split('/')[1] } }
          : undefined,
      ),
    })),
    getEntityFacets: jest.fn(async () => ({
      facets: { 'metadata.uid': [{ value: 'UID-1', count: 1 }] },
    })),
  };
  const permissions = mockServices.permissions.mock({
    authorizeConditional: jest.fn(async () => [conditional]) as never,
  });
  const visibility = CatalogVisibility.create({
    auth: mockServices.auth(),
    permissions,
    catalog: catalog as never,
    clock: () => new Date(clock.now),
  });
  return { visibility, catalog, permissions, clock };
}

const olivia = mockCredentials.user('user:default/olivia');
const peter = mockCredentials.user('user:default/peter');
const uidsOf = async (refs: string[]) =>
  new Map(refs.map(ref => [ref, ref.replace(/.*\/c/, 'uid-')]));
const refs = (count: number) =>
  Array.from({ length: count }, (_, index) => `component:default/c${index}`);

describe('CatalogVisibility', () => {
  it('lets services see what their route’s permission lets them do', async () => {
    const { visibility, permissions } = aVisibility();
    const decision = await visibility.decide(mockCredentials.service());
    expect(await visibility.resolve(decision)).toEqual({ kind: 'all' });
    expect(permissions.authorizeConditional).not.toHaveBeenCalled();
  });

  it('asks the catalog for up to a thousand refs in one call', async () => {
    const { visibility, catalog } = aVisibility();
    const decision = await visibility.decide(olivia);
    const visible = await visibility.visibleAmong(refs(1_000), {
      ...decision,
      uidsOf,
    });
    expect(catalog.getEntitiesByRefs).toHaveBeenCalledTimes(1);
    expect(catalog.getEntityFacets).not.toHaveBeenCalled();
    expect(visible.size).toBe(100);
  });

  it('compares more than a thousand refs by uid', async () => {
    const { visibility, catalog } = aVisibility();
    const decision = await visibility.decide(olivia);
    const visible = await visibility.visibleAmong(refs(1_001), {
      ...decision,
      uidsOf,
    });
    expect(catalog.getEntitiesByRefs).not.toHaveBeenCalled();
    expect(visible).toEqual(new Set(['component:default/c1']));
  });

  it('reads the uids once a minute for each caller, and once for simultaneous ones', async () => {
    const { visibility, catalog, clock } = aVisibility();
    const hers = await visibility.decide(olivia);
    await Promise.all([visibility.resolve(hers), visibility.resolve(hers)]);
    clock.now = 59_999;
    await visibility.resolve(await visibility.decide(olivia));
    expect(catalog.getEntityFacets).toHaveBeenCalledTimes(1);
    await visibility.resolve(await visibility.decide(peter));
    expect(catalog.getEntityFacets).toHaveBeenCalledTimes(2);
    clock.now = 60_000;
    await visibility.resolve(hers);
    expect(catalog.getEntityFacets).toHaveBeenCalledTimes(3);
  });

  it('reads again when the conditions are others', async () => {
    const { visibility, catalog, permissions } = aVisibility();
    await visibility.resolve(await visibility.decide(olivia));
    permissions.authorizeConditional.mockResolvedValueOnce([
      {
        ...conditional,
        conditions: {
          rule: 'OTHER',
          resourceType: 'catalog-entity',
          params: {},
        },
      },
    ] as never);
    await visibility.resolve(await visibility.decide(olivia));
    expect(catalog.getEntityFacets).toHaveBeenCalledTimes(2);
  });

  it('shows nothing while the catalog is away, and asks again at once', async () => {
    const { visibility, catalog } = aVisibility();
    catalog.getEntityFacets.mockRejectedValueOnce(new Error('500'));
    const decision = await visibility.decide(olivia);
    await expect(visibility.resolve(decision)).rejects.toMatchObject({
      name: 'ServiceUnavailableError',
    });
    expect(await visibility.resolve(decision)).toEqual({
      kind: 'some',
      uids: new Set(['uid-1']),
    });
  });
});
