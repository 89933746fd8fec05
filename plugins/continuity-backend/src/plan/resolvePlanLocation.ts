import type { EntityFacts } from 'backstage-plugin-continuity-common';

/** The annotation that says where an entity's plan is kept. */
export const planAnnotation = 'continuity/plan';

/** Where a plan file is, or why that can't be told. */
export type PlanLocation =
  | { ok: true; url: string }
  | { ok: false; message: string };

function locationTarget(text: string | undefined): URL | undefined {
  const target = text?.replace(/^url:/, '');
  try {
    const url = new URL(target ?? '');
    return /^https?:$/.test(url.protocol) ? url : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Resolves the annotation: a URL as it is, else a path relative to the entity's source location, which is a folder, or a file whose folder counts.
 * Whether the address may be read is the URL reader's business.
 */
export function resolvePlanLocation(
  location: string,
  { metadata: { annotations } }: EntityFacts,
): PlanLocation {
  if (/^https?:\/\//i.test(location)) {
    return locationTarget(location)
      ? { ok: true, url: location }
      : { ok: false, message: 'It is no URL that can be read.' };
  }
  if (/^[a-z][a-z0-9+.-]*:/i.test(location) || location.startsWith('//')) {
    return {
      ok: false,
      message:
        'Only http and https can be read. Write a URL, or a path beside the catalog file such as "docs/recovery.md".',
    };
  }
  if (location.startsWith('/')) {
    return {
      ok: false,
      message:
        'A path is relative to the source location and does not begin with "/". Write such as "docs/recovery.md".',
    };
  }
  const base =
    locationTarget(annotations['backstage.io/source-location']) ??
    locationTarget(annotations['backstage.io/managed-by-location']);
  if (!base) {
    return {
      ok: false,
      message:
        'The catalog does not say at which URL the entity’s source is, so a path can’t be followed. Write a URL, or set backstage.io/source-location.',
    };
  }
  return { ok: true, url: new URL(location, base).toString() };
}
