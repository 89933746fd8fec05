import { ErrorPanel } from '@backstage/core-components';
import Button from '@material-ui/core/Button';

/** Says why the sign-in failed, with a way back to the list of people. */
export const SignInFailed = (props: { error?: Error; onBack(): void }) => (
  <>
    <ErrorPanel
      title="Couldn't sign in. Is the backend running?"
      error={props.error ?? new Error('The backend gave no reason')}
    />
    <Button variant="contained" color="primary" onClick={props.onBack}>
      Choose somebody
    </Button>
  </>
);
