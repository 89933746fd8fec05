import fc from 'fast-check';
import type { ApiFacts } from '../catalog/apiFacts';
import { buildDependencyGraph } from '../dependency/graph/buildDependencyGraph';
import { anEntity } from '../profile/anEntity';
import { hardDependenciesOf, needsThroughApis } from './hardDependencies';

const shop = 'component:default/shop';
const apis = ['api:default/x', 'api:default/y'];
const providers = ['component:default/p', 'component:default/q', shop];
const others = [...apis, ...providers.slice(0, 2)];

const situation = fc.record({
  consumes: fc.subarray(apis),
  dependsOn: fc.subarray(others),
  provided: fc.tuple(fc.subarray(providers), fc.subarray(providers)),
  inCatalog: fc.subarray(apis),
  soft: fc.subarray(others),
  hard: fc.subarray(others),
  softInPortal: fc.subarray(others),
});

describe('what an entity needs, by itself and through APIs', () => {
  it('is what the dependency graph finds', () => {
    fc.assert(
      fc.property(situation, said => {
        const providedBy = (ref: string) =>
          apis
            .filter((_, at) => said.provided[at].includes(ref))
            .map(targetRef => ({ type: 'providesApi', targetRef }));
        const entity = {
          ...anEntity({
            ref: shop,
            annotations: {
              'continuity/soft-dependencies': said.soft.join(', '),
              'continuity/hard-dependencies': said.hard.join(', '),
            },
          }),
          relations: [
            ...said.consumes.map(ref => ['consumesApi', ref]),
            ...said.dependsOn.map(ref => ['dependsOn', ref]),
          ].map(([type, targetRef]) => ({ type, targetRef })),
        };
        const graph = buildDependencyGraph({
          entities: [
            {
              ...entity,
              relations: [...entity.relations, ...providedBy(shop)],
            },
            ...providers.slice(0, 2).map(ref => ({
              ...anEntity({ ref }),
              relations: providedBy(ref),
            })),
            ...said.inCatalog.map(ref => anEntity({ ref })),
          ],
          classifications: said.softInPortal.map(to => ({
            from: shop,
            to,
            class: 'soft' as const,
          })),
        });
        const known = apis.map((api, at): [string, ApiFacts] => [
          api,
          {
            providers: said.provided[at],
            inCatalog: said.inCatalog.includes(api),
          },
        ]);
        const throughApis = needsThroughApis(entity, {
          apis: Object.fromEntries(known),
          softInPortal: said.softInPortal,
        })!;
        const needed = new Set([
          ...hardDependenciesOf(entity, said.softInPortal).filter(
            ref => !apis.includes(ref),
          ),
          ...Object.values(throughApis).flatMap(({ needs }) => needs),
        ]);
        expect([...needed].sort()).toEqual(
          graph
            .needsOf(shop)
            .filter(edge => edge.class !== 'soft')
            .map(edge => edge.to)
            .sort(),
        );
      }),
      { numRuns: 500 },
    );
  });
});
