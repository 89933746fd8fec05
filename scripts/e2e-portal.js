#!/usr/bin/env node
/*
 * Starts the portal with an empty store of its own, for the browser tests and `yarn shots`.
 *
 *   node scripts/e2e-portal.js          as `npm start` does: app on 3000, backend on 7007
 *   node scripts/e2e-portal.js --built  the built app, served by the backend on 7007: what a browser loads in a moment; it does not restart when
 *                                       somebody edits a file meanwhile, which would make the screens wait and cut the demo's history short
 *
 * PORTAL_PORT names another port than 7007. The portal also reads catalog files from http://localhost:7097, where a test that changes the
 * catalog serves one.
 */
const { spawn, spawnSync } = require('node:child_process');
const fs = require('node:fs');
const os = require('node:os');
const path = require('node:path');

const root = path.resolve(__dirname, '..');
const cli = path.join(root, 'node_modules', '.bin', 'backstage-cli');
const built = process.argv.includes('--built');
const data = fs.mkdtempSync(path.join(os.tmpdir(), 'continuity-portal-'));
const config = path.join(data, 'app-config.portal.yaml');

const port = Number(process.env.PORTAL_PORT ?? 7007);
const url = `http://localhost:${port}`;

const lines = [
  ...(built ? ['app:', `  baseUrl: ${url}`] : []),
  'backend:',
  `  baseUrl: ${url}`,
  '  listen:',
  `    port: ${port}`,
  '  reading:',
  '    allow:',
  '      - host: localhost:7097',
  '  database:',
  '    client: better-sqlite3',
  '    connection:',
  `      directory: ${JSON.stringify(data)}`,
];
fs.writeFileSync(config, `${lines.join('\n')}\n`);
const configs = [
  '--config',
  path.join(root, 'app-config.yaml'),
  '--config',
  config,
];

if (built) {
  const { status } = spawnSync(cli, ['package', 'build', ...configs], {
    cwd: path.join(root, 'packages', 'app'),
    stdio: 'inherit',
    // with CI set the build would take each warning of a dependency as an error
    env: { ...process.env, CI: '', NODE_ENV: 'production' },
  });
  if (status !== 0) {
    process.exit(status ?? 1);
  }
}

const backend = path.join(root, 'packages', 'backend');
const transform = require.resolve('@backstage/cli/config/nodeTransform.cjs');
const [command, args, cwd] = built
  ? [process.execPath, ['--require', transform, 'src/index.ts'], backend]
  : [cli, ['repo', 'start'], root];
const child = spawn(command, [...args, ...configs], {
  cwd,
  stdio: 'inherit',
  detached: true,
  env: { ...process.env, NODE_ENV: 'development', BROWSER: 'none' },
});

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
