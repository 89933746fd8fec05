import { z } from 'zod';
import { normaliseRef } from './normaliseRef';

/** The catalog's own are shorter: three parts of 63 characters. */
export const LONGEST_ENTITY_REF = 255;

/** A full entity ref, normalised; `example` shows what is meant. */
export function entityRefText(example: string) {
  return z
    .string()
    .max(500)
    .check(payload => {
      const ref = normaliseRef(payload.value);
      if (ref && ref.length <= LONGEST_ENTITY_REF) {
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
