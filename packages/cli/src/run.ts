import { CommanderError } from 'commander';
import { CouldNotTell } from './CouldNotTell';
import type { Commands } from './Commands';
import { createProgram } from './createProgram';
import { exitCodes, type ExitCode } from './exitCodes';
import { tellWhy } from './tellWhy';
import type { Terminal } from './Terminal';

/** Runs the program. @param words - what was written after `continuity` */
export async function run(
  terminal: Terminal,
  words: string[],
  commands: Commands,
): Promise<ExitCode> {
  let ended: ExitCode = exitCodes.pass;
  const program = createProgram({
    terminal,
    commands,
    finish: exitCode => {
      ended = exitCode;
    },
  });
  try {
    await program.parseAsync(words, { from: 'user' });
    return ended;
  } catch (error) {
    // Help and version end well; a wrong option is no verdict
    if (error instanceof CommanderError) {
      return error.exitCode === 0 ? exitCodes.pass : exitCodes.couldNotTell;
    }
    if (error instanceof CouldNotTell) tellWhy(terminal, error);
    else {
      terminal.tell(
        `This is a mistake in the program. Please report it with these lines:\n${
          (error as Error)?.stack ?? error
        }\n`,
      );
    }
    return exitCodes.couldNotTell;
  }
}
