import { configApiRef, useApi } from '@backstage/frontend-plugin-api';
import type { SignInPageProps } from '@backstage/plugin-app-react';
import { DemoSignIn } from './DemoSignIn';
import { NoSignIn } from './NoSignIn';
import { readDemoPeople } from './readDemoPeople';
import { SignInLayout } from './SignInLayout';

/** Offers the demo's people; says what to do where there is no demo. */
export const SignInPage = (props: SignInPageProps) => {
  const people = readDemoPeople(useApi(configApiRef));
  return (
    <SignInLayout>
      {people.length > 0 ? (
        <DemoSignIn people={people} onSignInSuccess={props.onSignInSuccess} />
      ) : (
        <NoSignIn />
      )}
    </SignInLayout>
  );
};
