import '@backstage/cli/asset-types';
import { createApiFactory } from '@backstage/core-plugin-api';
import { Content, Header, Page } from '@backstage/core-components';
import { createDevApp } from '@backstage/dev-utils';
import { EntityProvider, catalogApiRef } from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { CatalogEntityPage, catalogPlugin } from '@backstage/plugin-catalog';
import {
  EntityContinuityCard,
  EntityContinuityContent,
  continuityPlugin,
} from '../../src';
import { continuityApiRef } from '../../src/api';
import { catalogEntities } from '../fixtures/catalogEntities';
import { FakeContinuityApi } from '../fixtures/FakeContinuityApi';
import { FakePlanApi } from '../fixtures/FakePlanApi';
import { showcasePlans } from '../fixtures/showcasePlans';
import {
  savedMeanwhile,
  showcase,
  showcaseHistory,
  showcaseRefs,
} from '../fixtures/showcase';

// The same tab and card in an app of the old frontend system: `start --entrypoint dev/legacy`.
const builder = createDevApp()
  .registerPlugin(catalogPlugin, continuityPlugin)
  .registerApi(
    createApiFactory({
      api: continuityApiRef,
      deps: {},
      factory: () =>
        Object.assign(
          new FakeContinuityApi(showcase, showcaseHistory, savedMeanwhile),
          { plans: new FakePlanApi(showcasePlans()) },
        ) as never,
    }),
  )
  .registerApi(
    createApiFactory({
      api: catalogApiRef,
      deps: {},
      factory: () => catalogApiMock({ entities: catalogEntities }),
    }),
  )
  .addPage({
    path: '/catalog/:namespace/:kind/:name',
    element: <CatalogEntityPage />,
  });

showcaseRefs.forEach((entityRef, index) => {
  const entity = catalogEntities[index];
  builder.addPage({
    path: `/${entityRef.replace(/[:/]/g, '-')}`,
    title: entity.metadata.title,
    element: (
      <Page themeId="service">
        <Header title={entity.metadata.title} />
        <Content>
          <EntityProvider entity={entity}>
            <div style={{ maxWidth: 420, marginBottom: 24 }}>
              <EntityContinuityCard />
            </div>
            <EntityContinuityContent />
          </EntityProvider>
        </Content>
      </Page>
    ),
  });
});

builder.render();
