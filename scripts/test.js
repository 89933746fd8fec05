#!/usr/bin/env node
/*
 * `npm test`: types, lint and jest, in this order; the first that fails ends it.
 * Arguments go to jest: `npm test -- plugins/continuity-common`.
 */
const { spawnSync } = require('node:child_process');
const path = require('node:path');

const root = path.resolve(__dirname, '..');
const bin = name => path.join(root, 'node_modules', '.bin', name);

function step(title, command, args) {
  console.log(`\n== ${title}`);
  const { status, error } = spawnSync(command, args, {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, NODE_ENV: process.env.NODE_ENV ?? 'test' },
  });
  if (error) {
    console.error(`${title} could not be started: ${error.message}`);
  }
  if (status !== 0) {
    process.exit(status ?? 1);
  }
}

step('Types', bin('tsc'), []);
step('Lint', bin('backstage-cli'), ['repo', 'lint', '--max-warnings', '0']);
step('Tests', bin('backstage-cli'), [
  'repo',
  'test',
  '--watchAll=false',
  ...process.argv.slice(2),
]);
