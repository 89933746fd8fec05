import type { CheckOptions } from './check/CheckOptions';
import type { CommentOptions } from './comment/CommentOptions';
import type { ExitCode } from './exitCodes';
import type { LintOptions } from './lint/LintOptions';
import type { Terminal } from './Terminal';
import type { VerifyOptions } from './verify/VerifyOptions';

/** What the program can do. Each may be loaded only when it is asked for, so that the program starts at once. */
export interface Commands {
  check(terminal: Terminal, options: CheckOptions): Promise<ExitCode>;
  lint(terminal: Terminal, options: LintOptions): Promise<ExitCode>;
  comment(terminal: Terminal, options: CommentOptions): Promise<ExitCode>;
  verify(terminal: Terminal, options: VerifyOptions): Promise<ExitCode>;
}
