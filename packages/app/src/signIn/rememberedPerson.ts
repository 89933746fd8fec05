import { DemoPerson } from './readDemoPeople';

const KEY = 'demo-person';

/**
 * Whom this browser tab is signed in as: the ref and nothing else, so that a
 * reload doesn't ask again.
 */
export const rememberedPerson = {
  get(people: DemoPerson[]): DemoPerson | undefined {
    const ref = window.sessionStorage.getItem(KEY);
    return people.find(person => person.ref === ref);
  },
  set(person: DemoPerson) {
    window.sessionStorage.setItem(KEY, person.ref);
  },
  forget() {
    window.sessionStorage.removeItem(KEY);
  },
};
