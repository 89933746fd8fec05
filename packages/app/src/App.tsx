import { createApp } from '@backstage/frontend-defaults';
import { catalogModule } from './catalog/catalogModule';
import { navModule } from './nav/navModule';
import { signInModule } from './signIn/signInModule';

// The plugins come from this package's dependencies: `app.packages: all`.
export default createApp({
  features: [catalogModule, navModule, signInModule],
});
