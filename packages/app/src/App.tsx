import { createApp } from '@backstage/frontend-defaults';
import { navModule } from './nav/navModule';
import { signInModule } from './signIn/signInModule';

// The plugins come from this package's dependencies: `app.packages: all`.
export default createApp({ features: [navModule, signInModule] });
