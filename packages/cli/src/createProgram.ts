import { Command, InvalidArgumentError, Option } from 'commander';
import { defaultCatalogGlobs } from './catalog/defaultCatalogGlobs';
import type { CheckOptions } from './check/CheckOptions';
import { reportFormats } from './check/CheckOptions';
import { commentProviders } from './comment/CommentOptions';
import type { CommentOptions } from './comment/CommentOptions';
import type { Commands } from './Commands';
import type { ExitCode } from './exitCodes';
import type { LintOptions } from './lint/LintOptions';
import { lintFormats } from './lint/LintOptions';
import type { Terminal } from './Terminal';
import type { VerifyOptions } from './verify/VerifyOptions';
import { version } from '../package.json';

interface Surroundings {
  terminal: Terminal;
  commands: Commands;
  finish: (exitCode: ExitCode) => void;
}

const exitHelp = `
Ends with 0 for pass and warn, 1 for block, 2 where it could not tell: the server is away, the token is refused, the history is not complete.

  CONTINUITY_URL=https://backstage.example.com CONTINUITY_TOKEN=… continuity check
  continuity check --output report.md --on-error pass
`;

/** The commands and their options. */
export function createProgram(surroundings: Surroundings): Command {
  const { terminal } = surroundings;
  const program = new Command('continuity')
    .description(
      'Checks what a change does to the continuity of services, before it is merged.',
    )
    .version(version)
    .exitOverride()
    .configureOutput({
      writeOut: text => terminal.print(text),
      writeErr: text => terminal.tell(text),
    });
  addCheck(program, surroundings);
  addLint(program, surroundings);
  addComment(program, surroundings);
  addVerify(program, surroundings);
  return program;
}

function addCheck(
  program: Command,
  { terminal, commands, finish }: Surroundings,
) {
  const command = program
    .command('check')
    .description(
      'asks Backstage for the verdict over the change that is checked out',
    )
    .addOption(
      new Option('--format <format>', 'of the report')
        .choices(reportFormats)
        .default('text'),
    )
    .addOption(outputOption())
    .option(
      '--base <commit>',
      'what the change is compared with (default: where it left the branch that the pipeline names, or the default branch)',
    )
    .option('--uncommitted', 'looks at the files as they lie here', false)
    .option(
      '--repository <address>',
      'of the repository as the catalog knows it (default: the remote "origin")',
    )
    .option(
      '--catalog <glob...>',
      'files with catalog documents, besides those that locations point to',
      defaultCatalogGlobs,
    )
    .option('--exclude <glob...>', 'changed files to leave out', [])
    .optionsGroup('Said of the change:')
    .option(
      '--id <id>',
      'such as CHG0031337 (default: the pull or merge request)',
    )
    .option('--title <title>')
    .option('--change-url <url>', 'where people read about it')
    .addOption(
      new Option('--type <type>').choices(['standard', 'normal', 'emergency']),
    )
    .option('--model <name>', 'of a standard change: its pre-approved model')
    .option('--major', 'it changes how services recover', false)
    .option(
      '--start <time>',
      'of the planned window, such as 2027-01-31T22:00Z',
    )
    .option('--end <time>', 'of the planned window')
    .option('--record', 'keeps the change with its assessment', false)
    .optionsGroup('How it ends:')
    .option('--warn-as-error', 'ends with 1 for warnings, too', false)
    .addOption(onErrorOption());
  withServer(command)
    .option(
      '--portal-url <url>',
      'address of the Backstage frontend, for links in reports (default: CONTINUITY_PORTAL_URL)',
    )
    .addHelpText('after', exitHelp)
    .action(async (options: CheckOptions) => {
      finish(await commands.check(terminal, options));
    });
}

function addLint(
  program: Command,
  { terminal, commands, finish }: Surroundings,
) {
  program
    .command('lint')
    .description(
      'checks continuity annotations and plan files here, without a server',
    )
    .argument(
      '[paths...]',
      'files or folders (default: all entities of this checkout and the plans that they name)',
    )
    .addOption(
      new Option('--format <format>').choices(lintFormats).default('text'),
    )
    .addOption(outputOption())
    .option(
      '--policy <file>',
      'app-config or another YAML file with the section "continuity" (default: the shipped policy)',
    )
    .option(
      '--catalog <glob...>',
      'files with catalog documents',
      defaultCatalogGlobs,
    )
    .option(
      '--plans <glob...>',
      'plan files, besides those that entities name',
      [],
    )
    .option('--exclude <glob...>', 'files to leave out', [])
    .option('--warn-as-error', 'ends with 1 for warnings, too', false)
    .addHelpText(
      'after',
      '\nEnds with 0 where all is well, 1 where something has to be mended, 2 where it could not tell.\n',
    )
    .action(async (paths: string[], options: Omit<LintOptions, 'paths'>) => {
      finish(await commands.lint(terminal, { ...options, paths }));
    });
}

function addComment(
  program: Command,
  { terminal, commands, finish }: Surroundings,
) {
  program
    .command('comment')
    .description(
      'writes a report below the pull or merge request, or renews the one that is there',
    )
    .addOption(
      new Option('--provider <name>')
        .choices(commentProviders)
        .makeOptionMandatory(),
    )
    .requiredOption('--file <file>', 'a report in Markdown')
    .option(
      '--repository <name>',
      'such as acme/shop (default: the pipeline’s)',
    )
    .option(
      '--request <number>',
      'of the pull or merge request (default: the pipeline’s)',
    )
    .addOption(onErrorOption())
    .addHelpText(
      'after',
      '\nTokens come from the environment: GITHUB_TOKEN, or CONTINUITY_GITLAB_TOKEN.\n',
    )
    .action(async (options: CommentOptions) => {
      finish(await commands.comment(terminal, options));
    });
}

function addVerify(
  program: Command,
  { terminal, commands, finish }: Surroundings,
) {
  withServer(
    program
      .command('verify')
      .description(
        'checks the chain over the history of continuity: whether somebody changed it afterwards',
      )
      .option(
        '--noted <seal>',
        'position:hash of a seal that was noted elsewhere',
      )
      .addOption(
        new Option('--format <format>')
          .choices(['text', 'json'])
          .default('text'),
      ),
  ).action(async (options: VerifyOptions) => {
    finish(await commands.verify(terminal, options));
  });
}

function withServer(command: Command): Command {
  return command
    .optionsGroup('The server:')
    .option(
      '--url <url>',
      'address of the Backstage backend (default: CONTINUITY_URL); the token comes from CONTINUITY_TOKEN',
    )
    .option('--timeout <seconds>', 'for one answer', seconds, 30);
}

function outputOption(): Option {
  return new Option(
    '--output <file...>',
    'writes the report there, as its ending says (.md, .json, else --format), and its text still to the screen',
  ).default([], 'none');
}

function onErrorOption(): Option {
  return new Option(
    '--on-error <result>',
    'what to make of it where there is no answer (default: ends with 2)',
  ).choices(['pass', 'fail']);
}

function seconds(text: string): number {
  const value = Number(text);
  if (value > 0 && value <= 600) return value;
  throw new InvalidArgumentError('Write seconds, at most 600.');
}
