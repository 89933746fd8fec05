import { Link } from '@backstage/core-components';
import Typography from '@material-ui/core/Typography';

/** Shown where the portal runs without any way to sign in. */
export const NoSignIn = () => (
  <>
    <Typography variant="h3" component="h1" gutterBottom>
      Signing in isn't set up yet
    </Typography>
    <Typography paragraph>
      This portal has no sign-in provider, and it doesn't let anybody in as a
      guest. Whoever runs it adds one: the provider's module in{' '}
      <code>packages/backend</code>, its settings under{' '}
      <code>auth.providers</code> in <code>app-config.production.yaml</code>,
      and its button in <code>packages/app/src/signIn</code>.
    </Typography>
    <Link to="https://backstage.io/docs/auth/">How sign-in providers work</Link>
  </>
);
