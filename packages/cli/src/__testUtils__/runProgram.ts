import { spawn } from 'node:child_process';

/** Runs a program beside the test, so that a stub server of the test can answer it. Only the named environment is passed on. */
export async function runProgram(
  command: string,
  words: string[],
  options: {
    directory: string;
    environment: Record<string, string>;
  },
): Promise<{ status: number | null; output: string; problem: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, words, {
      cwd: options.directory,
      env: {
        PATH: process.env.PATH ?? '',
        HOME: process.env.HOME ?? '',
        GIT_CONFIG_GLOBAL: '/dev/null',
        ...options.environment,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    let problem = '';
    child.stdout.setEncoding('utf8').on('data', text => (output += text));
    child.stderr.setEncoding('utf8').on('data', text => (problem += text));
    child.on('error', reject);
    child.on('close', status => resolve({ status, output, problem }));
  });
}
