import { CouldNotTell } from '../CouldNotTell';
import { exitCodeOnError } from '../exitCodeOnError';
import { exitCodes, type ExitCode } from '../exitCodes';
import type { Terminal } from '../Terminal';
import { tellWhy } from '../tellWhy';
import type { CommentOptions } from './CommentOptions';
import { runComment } from './runComment';

/** `continuity comment` with what it prints. */
export async function commentCommand(
  terminal: Terminal,
  options: CommentOptions,
): Promise<ExitCode> {
  try {
    terminal.print(`${await runComment(terminal, options)}\n`);
    return exitCodes.pass;
  } catch (error) {
    if (!(error instanceof CouldNotTell)) throw error;
    tellWhy(terminal, error);
    return exitCodeOnError(options.onError);
  }
}
