import { Config } from '@backstage/config';
import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';

/** Somebody who may sign in to the demo. */
export interface DemoPerson {
  /** The normalised ref of a User in the demo's catalog. */
  ref: string;
  /** The name on the card of the sign-in page. */
  name: string;
  /**
   * When set, the person reads only what these groups own in the catalog, and
   * the users and groups themselves.
   */
  readsOnlyOwnedBy?: string[];
}

/**
 * The people of `demo.people`; nobody when the demo isn't configured.
 *
 * @throws when an entry isn't a valid ref of a user, naming the path.
 */
export function readDemoPeople(config: Config): DemoPerson[] {
  const entries = config.getOptionalConfigArray('demo.people') ?? [];
  return entries.map((entry, index) => ({
    ref: readRef(entry.getString('ref'), 'user', `demo.people[${index}].ref`),
    name: entry.getString('name'),
    readsOnlyOwnedBy: entry
      .getOptionalStringArray('readsOnlyOwnedBy')
      ?.map(ref =>
        readRef(ref, 'group', `demo.people[${index}].readsOnlyOwnedBy`),
      ),
  }));
}

function readRef(text: string, kind: 'user' | 'group', path: string): string {
  let ref: string;
  try {
    ref = stringifyEntityRef(parseEntityRef(text, { defaultKind: kind }));
  } catch {
    ref = '';
  }
  if (!ref.startsWith(`${kind}:`)) {
    throw new Error(
      `Invalid config at ${path}: '${text}' isn't the ref of a ${kind}. Write ${kind}:default/some-name.`,
    );
  }
  return ref;
}
