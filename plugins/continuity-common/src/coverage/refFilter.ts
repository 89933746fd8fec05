import { z } from 'zod';
import { normaliseRef } from '../terms/normaliseRef';

/** Refs to look for, as people write them: a bare name is of the kind that is meant. What is no ref is looked for as it is, and found nowhere. */
export function refFilter(defaultKind: string) {
  return z.array(
    z.string().check(payload => {
      const known = { defaultKind, defaultNamespace: 'default' };
      payload.value = normaliseRef(payload.value, known) ?? payload.value;
    }),
  );
}
