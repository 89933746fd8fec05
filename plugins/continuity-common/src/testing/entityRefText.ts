import { z } from 'zod';
import { normaliseRef } from '../terms/normaliseRef';

/** A full entity ref, normalised; `example` shows what is meant. */
export function entityRefText(example: string) {
  return z
    .string()
    .max(500)
    .check(payload => {
      const ref = normaliseRef(payload.value);
      if (ref) {
        payload.value = ref;
        return;
      }
      payload.issues.push({
        code: 'custom',
        message: `Write an entity ref such as "${example}".`,
        input: payload.value,
      });
    });
}
