import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { runInNewContext } from 'node:vm';
import { parse } from 'yaml';
import { runProgram } from './runProgram';

interface Step {
  id?: string;
  name: string;
  if?: string;
  shell: string;
  env: Record<string, string>;
  run: string;
}

/** Runs the steps of a composite action as GitHub's runner does: conditions, inputs, outputs, and each step in a shell of its own. */
export class ActionRunner {
  readonly steps: Step[];
  readonly #folder: string;
  readonly #actionFolder: string;
  readonly #inputs: Record<string, { default?: string }>;

  constructor(actionFolder: string) {
    this.#actionFolder = actionFolder;
    const action = parse(
      readFileSync(path.join(actionFolder, 'action.yml'), 'utf8'),
    );
    this.steps = action.runs.steps;
    this.#inputs = action.inputs;
    this.#folder = mkdtempSync(path.join(tmpdir(), 'continuity-runner-'));
  }

  dispose(): void {
    rmSync(this.#folder, { recursive: true, force: true });
  }

  async run(options: {
    directory: string;
    inputs: Record<string, string>;
    environment: Record<string, string>;
    /** Number of the pull request; none: another event. */
    request?: number;
  }) {
    const { directory, request } = options;
    const inputs: Record<string, string> = {};
    for (const [name, { default: usual }] of Object.entries(this.#inputs)) {
      inputs[name] = options.inputs[name] ?? usual ?? '';
    }
    const event = path.join(this.#folder, 'event.json');
    const pullRequest = request && { number: request };
    writeFileSync(event, JSON.stringify({ pull_request: pullRequest }));
    const outputs: Record<string, Record<string, string>> = {};
    const log: string[] = [];
    let failedWith = 0;
    const summary = path.join(this.#folder, 'summary');
    writeFileSync(summary, '');

    for (const step of this.steps) {
      const evaluate = (expression: string) =>
        String(
          runInNewContext(
            expression
              .replace(/inputs\.([\w-]+)/g, 'inputs["$1"]')
              .replace(
                /steps\.(\w+)\.outputs\.(\w+)/g,
                '((steps["$1"] || {})["$2"] || "")',
              ),
            {
              inputs,
              steps: outputs,
              cancelled: () => false,
              github: { event: { pull_request: pullRequest } },
            },
          ),
        );
      const filled = (text: string) =>
        text.replace(/\$\{\{(.*?)\}\}/g, (_, inner) => evaluate(inner));
      if (step.if !== undefined) {
        const holds = evaluate(step.if.replace(/^\$\{\{|\}\}$/g, ''));
        if (['false', 'undefined', '', '0'].includes(holds)) continue;
      }
      if (failedWith !== 0 && !step.if?.includes('cancelled()')) continue;

      const output = path.join(this.#folder, 'output');
      writeFileSync(output, '');
      const script = path.join(this.#folder, 'script.sh');
      writeFileSync(script, step.run);
      const ended = await runProgram(
        'bash',
        ['--noprofile', '--norc', '-eo', 'pipefail', script],
        {
          directory,
          environment: {
            GITHUB_ACTIONS: 'true',
            GITHUB_ACTION_PATH: this.#actionFolder,
            GITHUB_EVENT_PATH: event,
            GITHUB_OUTPUT: output,
            GITHUB_STEP_SUMMARY: summary,
            RUNNER_TEMP: this.#folder,
            ...options.environment,
            ...Object.fromEntries(
              Object.entries(step.env).map(([name, text]) => [
                name,
                filled(text),
              ]),
            ),
          },
        },
      );
      log.push(ended.output, ended.problem);
      if (step.id) {
        outputs[step.id] = Object.fromEntries(
          readFileSync(output, 'utf8')
            .split('\n')
            .filter(Boolean)
            .map(line => [
              line.slice(0, line.indexOf('=')),
              line.slice(line.indexOf('=') + 1),
            ]),
        );
      }
      failedWith ||= ended.status ?? 1;
    }
    return {
      exitCode: failedWith,
      outputs: outputs.check ?? {},
      log: log.join(''),
      summary: readFileSync(summary, 'utf8'),
    };
  }
}
