import {
  coreExtensionData,
  createFrontendModule,
} from '@backstage/frontend-plugin-api';
import { CatalogTable } from '@backstage/plugin-catalog';
import catalogPlugin, {
  CatalogIndexPage,
} from '@backstage/plugin-catalog/alpha';
import { withContinuityColumns } from 'backstage-plugin-continuity';

// Eleven columns are too many to read a name in: these can be filtered by, and are on the entity's page.
const leftOut: unknown[] = [
  'entity.spec.type',
  'entity.spec.lifecycle',
  'entity.metadata.namespace',
  'entity.metadata.tags',
  'entity.metadata.description',
];
const columns = withContinuityColumns(list =>
  CatalogTable.defaultColumnsFunc(list).filter(
    column => !leftOut.includes(column.field),
  ),
);

// The catalog page takes filters from extensions, but its columns only from code.
const catalogPage = catalogPlugin.getExtension('page:catalog').override({
  factory(originalFactory, { config, inputs }) {
    return originalFactory({
      params: {
        loader: async () => (
          <CatalogIndexPage
            columns={columns}
            filters={
              <>
                {inputs.filters.map(filter =>
                  filter.get(coreExtensionData.reactElement),
                )}
              </>
            }
            pagination={config.pagination}
          />
        ),
      },
    });
  },
});

/** The catalog page with tier, status and last test in its table. */
export const catalogModule = createFrontendModule({
  pluginId: 'catalog',
  extensions: [catalogPage],
});
