import type { Commands } from './Commands';
import { run } from './run';

const commands: Commands = {
  async check(terminal, options) {
    const { checkCommand } = await import('./check/checkCommand');
    return checkCommand(terminal, options);
  },
  async lint(terminal, options) {
    const { lintCommand } = await import('./lint/lintCommand');
    return lintCommand(terminal, options);
  },
  async comment(terminal, options) {
    const { commentCommand } = await import('./comment/commentCommand');
    return commentCommand(terminal, options);
  },
  async verify(terminal, options) {
    const { verifyCommand } = await import('./verify/verifyCommand');
    return verifyCommand(terminal, options);
  },
};

// Whoever reads only the first lines closes the pipe
process.stdout.on('error', error => {
  if ((error as NodeJS.ErrnoException).code !== 'EPIPE') throw error;
});

run(
  {
    directory: process.cwd(),
    environment: process.env,
    print: text => process.stdout.write(text),
    tell: text => process.stderr.write(text),
    isScreen: process.stdout.isTTY === true,
  },
  process.argv.slice(2),
  commands,
).then(exitCode => {
  // Not process.exit: what was printed into a pipe would be cut off
  process.exitCode = exitCode;
});
