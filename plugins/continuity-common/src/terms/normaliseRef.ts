import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';

const LONGEST_REF = 500;
// eslint-disable-next-line no-control-regex
const CONTROL_CHARACTERS = /[\u0000-\u001f\u007f]/;

/** Most refs that the catalog gives are in the stored form already. */
const STORED_FORM = /^[a-z0-9]+:[a-z0-9._-]+\/[a-z0-9._-]+$/;

/**
 * Brings an entity ref as people write it (`Group:Default/Payments`, `payments`) into the full, lower-case form
 * `kind:namespace/name` in which refs are stored and compared.
 *
 * Never throws: what can't be a ref gives `undefined` — blank, without a kind where no default is given, with an empty part, with line breaks,
 * a URL. Whether the entity exists is another question; names that the catalog would refuse (`best effort`) are let through, since refs to
 * them do occur in catalogs and have to be shown as unresolved.
 *
 * @public
 */
export function normaliseRef(
  text: unknown,
  context: { defaultKind?: string; defaultNamespace?: string } = {},
): string | undefined {
  if (typeof text !== 'string') return undefined;
  const tidy = text.trim();
  if (tidy.length > LONGEST_REF || CONTROL_CHARACTERS.test(tidy)) {
    return undefined;
  }
  if (STORED_FORM.test(tidy)) return tidy;
  try {
    const { kind, namespace, name } = parseEntityRef(tidy, context);
    const parts = {
      kind: kind.trim(),
      namespace: namespace.trim(),
      name: name.trim(),
    };
    if (!parts.kind || !parts.namespace || !parts.name) return undefined;
    return stringifyEntityRef(parts);
  } catch {
    return undefined;
  }
}
