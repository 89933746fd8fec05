#!/usr/bin/env node
/*
 * Starts the portal as `npm start` does, with an empty store of its own, for the browser tests and `yarn shots`.
 */
const { spawn } = require('node:child_process');
const fs = require('node:fs');
const os = require('node:os');
const path = require('node:path');

const root = path.resolve(__dirname, '..');
const data = fs.mkdtempSync(path.join(os.tmpdir(), 'continuity-portal-'));
const config = path.join(data, 'app-config.portal.yaml');
fs.writeFileSync(
  config,
  `backend:\n  database:\n    client: better-sqlite3\n    connection:\n      directory: ${JSON.stringify(
    data,
  )}\n`,
);

const child = spawn(
  path.join(root, 'node_modules', '.bin', 'backstage-cli'),
  [
    'repo',
    'start',
    '--config',
    path.join(root, 'app-config.yaml'),
    '--config',
    config,
  ],
  {
    cwd: root,
    stdio: 'inherit',
    detached: true,
    env: { ...process.env, NODE_ENV: 'development', BROWSER: 'none' },
  },
);

function stop() {
  try {
    process.kill(-child.pid, 'SIGTERM');
  } catch {
    // already gone
  }
  fs.rmSync(data, { recursive: true, force: true });
}
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.on(signal, () => {
    stop();
    process.exit(0);
  });
}
child.on('exit', code => {
  fs.rmSync(data, { recursive: true, force: true });
  process.exit(code ?? 0);
});
