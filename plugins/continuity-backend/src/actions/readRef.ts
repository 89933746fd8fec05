import type { CompoundEntityRef } from '@backstage/catalog-model';
import { InputError } from '@backstage/errors';

/** A ref as somebody wrote it; one that can't be read says how to write it. */
export function readRef(
  parse: () => CompoundEntityRef,
  written: string,
): CompoundEntityRef {
  try {
    return parse();
  } catch {
    throw new InputError(
      `"${written}" names no entity. Write kind:namespace/name, for example component:default/checkout or group:default/payments.`,
    );
  }
}
