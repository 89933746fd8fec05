import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';

/**
 * A user or group as a full, normalised ref, or why the text is none and what to write instead.
 *
 * @public
 */
export type ParsedPartyRef =
  | { ok: true; ref: string }
  | { ok: false; message: string };

const WRITE_A_PARTY =
  'Write a group or user, such as "group:default/payments-oncall" or "user:default/jane".';
/** The catalog's own rules for kinds, namespaces and names. */
const PLAIN_PART = /^[a-z0-9]+(?:[-_.]+[a-z0-9]+)*$/i;

function shorten(text: string): string {
  return text.length > 60 ? `${text.slice(0, 30)}…` : text;
}

/**
 * Reads a recovery owner or alternate: `kind:namespace/name`. A bare name is a group; without a namespace it is
 * the namespace of the entity it is said of. Whether it exists is not asked here.
 *
 * @public
 */
export function parsePartyRef(
  text: string,
  options: { namespace: string },
): ParsedPartyRef {
  const tidy = text.trim();
  if (tidy === '') {
    return { ok: false, message: `There is no name here. ${WRITE_A_PARTY}` };
  }
  const refuse = () => ({
    ok: false as const,
    message: `"${shorten(tidy)}" is no entity reference. ${WRITE_A_PARTY}`,
  });
  let parts;
  try {
    parts = parseEntityRef(tidy, {
      defaultKind: 'group',
      defaultNamespace: options.namespace,
    });
  } catch {
    return refuse();
  }
  const { kind, namespace, name } = parts;
  const isPlain = [kind, namespace, name].every(
    part => part.length <= 63 && PLAIN_PART.test(part),
  );
  if (!isPlain) return refuse();
  const ref = stringifyEntityRef(parts);
  if (!/^(?:user|group):/.test(ref)) {
    return {
      ok: false,
      message: `"${shorten(
        tidy,
      )}" is a ${kind.toLowerCase()}, and only a user or group can answer for recovery. ${WRITE_A_PARTY}`,
    };
  }
  return { ok: true, ref };
}
