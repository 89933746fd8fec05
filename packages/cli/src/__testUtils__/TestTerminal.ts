import { checkCommand } from '../check/checkCommand';
import { commentCommand } from '../comment/commentCommand';
import { lintCommand } from '../lint/lintCommand';
import { run } from '../run';
import type { Terminal } from '../Terminal';
import { verifyCommand } from '../verify/verifyCommand';

const commands = {
  check: checkCommand,
  lint: lintCommand,
  comment: commentCommand,
  verify: verifyCommand,
};

/** Runs the program and keeps what it prints. */
export class TestTerminal implements Terminal {
  printed = '';
  told = '';
  readonly directory: string;
  readonly environment: Record<string, string | undefined>;
  readonly isScreen: boolean;

  constructor(options: {
    directory: string;
    environment?: Record<string, string | undefined>;
    isScreen?: boolean;
  }) {
    this.directory = options.directory;
    this.environment = options.environment ?? {};
    this.isScreen = options.isScreen ?? false;
  }

  print(text: string): void {
    this.printed += text;
  }

  tell(text: string): void {
    this.told += text;
  }

  /** @returns the exit code */
  async run(...words: string[]): Promise<number> {
    this.printed = '';
    this.told = '';
    return run(this, words, commands);
  }
}
