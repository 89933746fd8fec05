import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import { AuthenticationError, NotAllowedError } from '@backstage/errors';
import { createProxyAuthenticator } from '@backstage/plugin-auth-node';
import { DemoPerson } from './readDemoPeople';

const HEADER = 'x-demo-user';

/**
 * Takes the word of the header `x-demo-user` for who is there, as long as it
 * is one of the given people.
 */
export function createDemoAuthenticator(options: { people: DemoPerson[] }) {
  return createProxyAuthenticator<void, DemoPerson, undefined>({
    defaultProfileTransform: async person => ({
      profile: { displayName: person.name },
    }),
    initialize() {},
    async authenticate({ req }) {
      const header = req.header(HEADER)?.trim();
      if (!header) {
        throw new AuthenticationError(
          `Nobody is named: send the header ${HEADER} with the ref of a user, as in user:default/some-name`,
        );
      }
      const ref = normalised(header);
      const person = options.people.find(candidate => candidate.ref === ref);
      if (!person) {
        throw new NotAllowedError(
          `'${header}' isn't one of the people of this demo; the config lists them at demo.people`,
        );
      }
      return { result: person };
    },
  });
}

function normalised(text: string): string | undefined {
  try {
    return stringifyEntityRef(parseEntityRef(text, { defaultKind: 'user' }));
  } catch {
    return undefined;
  }
}
