import { ProxiedSignInPage } from '@backstage/core-components';
import type { IdentityApi } from '@backstage/frontend-plugin-api';
import Typography from '@material-ui/core/Typography';
import { useMemo, useState } from 'react';
import { PeopleList } from './PeopleList';
import { DemoPerson } from './readDemoPeople';
import { rememberedPerson } from './rememberedPerson';
import { SignInFailed } from './SignInFailed';

/**
 * Lets somebody choose who to be. The choice lives as long as the browser tab,
 * so that two tabs can hold two people; signing out forgets it.
 */
export const DemoSignIn = (props: {
  people: DemoPerson[];
  onSignInSuccess(identity: IdentityApi): void;
}) => {
  const { people, onSignInSuccess } = props;
  const [person, setPerson] = useState(() => rememberedPerson.get(people));

  const ErrorComponent = useMemo(
    () => (failure: { error?: Error }) =>
      (
        <SignInFailed
          error={failure.error}
          onBack={() => {
            rememberedPerson.forget();
            setPerson(undefined);
          }}
        />
      ),
    [],
  );

  if (!person) {
    return (
      <>
        <Typography variant="h3" component="h1" gutterBottom>
          Who would you like to be?
        </Typography>
        <Typography paragraph>
          This portal shows a made-up company, Nordlicht, that sells outdoor
          gear. Each of its people sees something else and may do something
          else. No password is needed; this works on a developer's own machine
          only.
        </Typography>
        <PeopleList
          people={people}
          onChoose={chosen => {
            rememberedPerson.set(chosen);
            setPerson(chosen);
          }}
        />
      </>
    );
  }
  return (
    <>
      <Typography variant="h3" component="h1" gutterBottom>
        {person.name}
      </Typography>
      <Typography paragraph role="status">
        Signing in. After the very first start this takes a few seconds, until
        the catalog has read the company's files.
      </Typography>
      <ProxiedSignInPage
        provider="demo"
        headers={{ 'x-demo-user': person.ref }}
        onSignInSuccess={identity =>
          onSignInSuccess({
            getProfileInfo: () => identity.getProfileInfo(),
            getBackstageIdentity: () => identity.getBackstageIdentity(),
            getCredentials: () => identity.getCredentials(),
            async signOut() {
              rememberedPerson.forget();
              await identity.signOut();
            },
          })
        }
        ErrorComponent={ErrorComponent}
      />
    </>
  );
};
