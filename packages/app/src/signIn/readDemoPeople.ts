import type { ConfigApi } from '@backstage/frontend-plugin-api';

/** Somebody whom the sign-in page offers. */
export interface DemoPerson {
  ref: string;
  name: string;
  /** What the person does, in one line. */
  role: string;
  /** What there is to see as this person. */
  shows: string;
}

/** The people of `demo.people`; nobody where the demo isn't configured. */
export function readDemoPeople(config: ConfigApi): DemoPerson[] {
  return (config.getOptionalConfigArray('demo.people') ?? []).map(person => ({
    ref: person.getString('ref'),
    name: person.getString('name'),
    role: person.getString('role'),
    shows: person.getString('shows'),
  }));
}
