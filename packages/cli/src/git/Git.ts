import { spawn } from 'node:child_process';
import { CouldNotTell } from '../CouldNotTell';

interface Ended {
  code: number | null;
  output: Buffer;
  problem: string;
}

/** A Git checkout, asked by the `git` of the machine. Nothing goes through a shell. */
export class Git {
  /** The checkout's top folder. */
  readonly folder: string;

  private constructor(folder: string) {
    this.folder = folder;
  }

  /** Finds the checkout that a folder belongs to. */
  static async open(directory: string): Promise<Git> {
    const { code, output, problem } = await runGit(directory, [
      'rev-parse',
      '--show-toplevel',
    ]);
    const folder = output.toString('utf8').replace(/\r?\n$/, '');
    if (code !== 0 || folder === '') {
      throw new CouldNotTell({
        message: `This folder is no Git checkout: ${
          lastLine(problem) || directory
        }`,
        mend: 'Run it in a checkout of the repository, for example after actions/checkout.',
      });
    }
    return new Git(folder);
  }

  /** What a command prints. A failure is told in Git's own words. */
  async read(args: string[], input?: string): Promise<Buffer> {
    const { code, output, problem } = await runGit(this.folder, args, input);
    if (code === 0) return output;
    throw new CouldNotTell({
      message: `git ${args[0]} failed: ${
        lastLine(problem) || `it ended with ${code}`
      }`,
      mend: 'Check that the checkout is complete and belongs to the user who runs this.',
    });
  }

  /** What a command prints without the line's end, or undefined where it fails. */
  async ask(args: string[]): Promise<string | undefined> {
    const { code, output } = await runGit(this.folder, args);
    return code === 0
      ? output.toString('utf8').replace(/\r?\n$/, '')
      : undefined;
  }

  /** The commit that a name stands for. */
  async commitOf(name: string): Promise<string | undefined> {
    if (name.startsWith('-')) return undefined;
    return this.ask(['rev-parse', '--verify', '--quiet', `${name}^{commit}`]);
  }

  /** Whether the history was cut off when it was fetched. */
  async isShallow(): Promise<boolean> {
    return (
      (await this.ask(['rev-parse', '--is-shallow-repository'])) === 'true'
    );
  }
}

function lastLine(text: string): string {
  return text.trim().split('\n').pop() ?? '';
}

function runGit(
  directory: string,
  args: string[],
  input?: string,
): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const child = spawn('git', args, {
      cwd: directory,
      env: {
        ...process.env,
        // Messages that can be read by whoever searches for them, and no question that nobody would answer
        LC_ALL: 'C',
        GIT_TERMINAL_PROMPT: '0',
        GIT_OPTIONAL_LOCKS: '0',
      },
      stdio: ['pipe', 'pipe', 'pipe'],
      windowsHide: true,
    });
    const output: Buffer[] = [];
    const problem: Buffer[] = [];
    child.stdout.on('data', chunk => output.push(chunk));
    child.stderr.on('data', chunk => problem.push(chunk));
    child.on('error', error =>
      reject(
        new CouldNotTell({
          message: `git could not be started: ${error.message}`,
          mend: 'Install git where this runs.',
          cause: error,
        }),
      ),
    );
    child.on('close', code =>
      resolve({
        code,
        output: Buffer.concat(output),
        problem: Buffer.concat(problem).toString('utf8'),
      }),
    );
    // A git that ends early closes its end; what it says of that is on its error output
    child.stdin.on('error', () => {});
    child.stdin.end(input ?? '');
  });
}
