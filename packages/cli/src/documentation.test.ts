import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parseContinuityConfig } from 'backstage-plugin-continuity-common';
import { parse } from 'yaml';
import { TestTerminal } from './__testUtils__/TestTerminal';

const root = path.resolve(__dirname, '../../..');
const read = (file: string) => readFileSync(path.join(root, file), 'utf8');
const page = read('docs/ci.md');
const action = parse(read('integrations/github/action.yml'));
const template = parse(read('integrations/gitlab/continuity.yml'));

/** The block of the page that has this title. */
function block(title: string): any {
  const found = page.split(`title="${title}"\n`)[1];
  return parse(found.slice(0, found.indexOf('```')));
}

async function helpOf(command: string): Promise<string> {
  const terminal = new TestTerminal({ directory: root });
  expect(await terminal.run(command, '--help')).toBe(0);
  return terminal.printed;
}

describe('docs/ci.md', () => {
  it('shows a workflow that the action takes', () => {
    const workflow = block('.github/workflows/continuity.yml');
    const [checkout, check] = workflow.jobs.continuity.steps;
    expect(checkout.with['fetch-depth']).toBe(0);
    expect(check.uses).toMatch(/\/integrations\/github@/);
    const inputs = Object.entries<{ required?: boolean }>(action.inputs);
    expect(Object.keys(check.with)).toEqual(
      inputs.flatMap(([name, { required }]) => (required ? [name] : [])),
    );
    for (const [name] of inputs)
      expect(page).toMatch(new RegExp(`\\b${name}\\b`));
  });

  it('shows a job that the template has', () => {
    const pipeline = block('.gitlab-ci.yml');
    expect(template).toHaveProperty([pipeline.continuity.extends]);
    for (const name of Object.keys(template['.continuity'].variables)) {
      expect(page).toContain(name);
    }
  });

  it('names only options that there are', async () => {
    const help = (
      await Promise.all(['check', 'lint', 'comment', 'verify'].map(helpOf))
    ).join('');
    const own = page.replace(/git fetch --unshallow/g, '');
    const named = new Set(own.match(/--[a-z][a-z-]+/g));
    expect(named.size).toBeGreaterThan(15);
    for (const option of named) expect(help).toContain(`${option} `);
  });

  it('gives the token no more than it needs', () => {
    const config = block('app-config.yaml');
    const [entry] = config.backend.auth.externalAccess;
    const { changes } = parseContinuityConfig(config.continuity).operations;
    expect(changes.machines.map(({ subject }) => subject)).toEqual([
      `external:${entry.options.subject}`,
    ]);
    expect(entry.accessRestrictions).toEqual([
      { plugin: 'continuity', permission: 'continuity.change.assess' },
    ]);
  });
});
