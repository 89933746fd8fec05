import { storable } from 'backstage-plugin-continuity-common';
import { WrongFieldsError } from './WrongFieldsError';

/** An opaque text that says after which row a page begins. `list` keeps it from being used elsewhere. */
export function writeListCursor(list: string, after: unknown[]): string {
  return Buffer.from(JSON.stringify([list, ...after])).toString('base64url');
}

/** @throws WrongFieldsError when the text is no cursor of this list. */
export function readListCursor(
  list: string,
  cursor: string | undefined,
): unknown[] | undefined {
  if (cursor === undefined) return undefined;
  try {
    const [name, ...after] = storable(
      JSON.parse(Buffer.from(cursor, 'base64url').toString()),
    );
    if (name === list) return after;
  } catch {
    // said below
  }
  throw new WrongFieldsError([
    {
      path: 'cursor',
      message:
        'This is no cursor of this list. Send the nextCursor of the page before, with the same question, or leave it out.',
    },
  ]);
}
