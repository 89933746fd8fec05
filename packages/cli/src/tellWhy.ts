import type { CouldNotTell } from './CouldNotTell';
import type { Terminal } from './Terminal';

/** Why there is no answer, and what to do about it. */
export function tellWhy(
  terminal: Pick<Terminal, 'tell'>,
  { message, mend }: CouldNotTell,
): void {
  terminal.tell(`${message}\n${mend}\n`);
}
