import type { EntityFacts } from './entityFacts';

/**
 * Where the file that describes an entity can be seen and edited in a browser; null where the catalog names no such place. Only http and https
 * addresses, without a user name or password that somebody left in them.
 *
 * @public
 */
export function entityFileLinks(
  facts: Pick<EntityFacts, 'metadata'>,
): { view: string | null; edit: string | null } | null {
  const { annotations } = facts.metadata;
  const view =
    webAddress(annotations['backstage.io/view-url']) ??
    webAddress(locationTarget(annotations['backstage.io/managed-by-location']));
  const edit = webAddress(annotations['backstage.io/edit-url']);
  return view === null && edit === null ? null : { view, edit };
}

/** `url:https://…` is the only kind of location that a browser can open. */
function locationTarget(location: string | undefined): string | undefined {
  return location?.startsWith('url:') ? location.slice(4) : undefined;
}

function webAddress(text: string | undefined): string | null {
  if (text === undefined || !URL.canParse(text)) return null;
  const url = new URL(text);
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return null;
  url.username = '';
  url.password = '';
  return url.toString();
}
