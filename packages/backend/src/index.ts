import { resolvePackagePath } from '@backstage/backend-plugin-api';
import { createBackend } from '@backstage/backend-defaults';
import { demoAuth } from './demo/demoAuth';
import { demoPermissionPolicy } from './demo/demoPermissionPolicy';
import { continuitySearch } from './search/continuitySearch';

// app-config.yaml names files from here, so that the same databases and the
// same catalog are found from whatever folder the process was started in.
process.env.CONTINUITY_ROOT ??= resolvePackagePath('backend', '../..');

const backend = createBackend();

backend.add(import('@backstage/plugin-app-backend'));

backend.add(import('@backstage/plugin-auth-backend'));
backend.add(demoAuth);

backend.add(import('@backstage/plugin-permission-backend'));
backend.add(demoPermissionPolicy);

backend.add(import('@backstage/plugin-catalog-backend'));
backend.add(import('@backstage/plugin-catalog-backend-module-logs'));

backend.add(import('@backstage/plugin-search-backend'));
backend.add(import('@backstage/plugin-search-backend-module-catalog'));
backend.add(continuitySearch);

backend.add(import('@backstage/plugin-user-settings-backend'));
backend.add(import('@backstage/plugin-notifications-backend'));
backend.add(import('@backstage/plugin-signals-backend'));
backend.add(import('@backstage/plugin-mcp-actions-backend'));

backend.add(import('backstage-plugin-continuity-backend'));
backend.add(import('backstage-plugin-catalog-backend-module-continuity'));

// Backstage would log the failure and go on half started.
backend.start().catch(error => {
  process.stderr.write(`${error instanceof Error ? error.message : error}\n`);
  process.exit(1);
});
