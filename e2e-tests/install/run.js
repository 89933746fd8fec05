#!/usr/bin/env node
/*
 * `npm run test:install`: packs the plugins, makes fresh apps from create-app's templates, installs the tarballs into them by the steps of
 * docs/install.md alone, builds, starts, and looks at the tab in Chromium. Pictures go to the ignored folder `shots/`.
 *
 *   npm run test:install                       both templates
 *   npm run test:install -- default            one of them (default, legacy)
 *   npm run test:install -- --keep             leaves the apps where they were made, and says where
 *
 * The templates are used as they are, with everything that is in them. What is laid over them, beside the guide's own blocks, is where they
 * listen and who the guest is, and the choice of a few versions (createTemplateApp.js). An installation takes some ten minutes, and 2 GB of disk
 * while it runs.
 */
const { spawnSync } = require('node:child_process');
const fs = require('node:fs');
const os = require('node:os');
const path = require('node:path');
const { checkFlow, checkMachine, expectStatus } = require('./checkPortal');
const createTemplateApp = require('./createTemplateApp');
const checkDeclarations = require('./checkDeclarations');
const lookAtTab = require('./lookAtTab');
const packPackages = require('./packPackages');
const Portal = require('./Portal');
const startPostgres = require('./startPostgres');

const root = path.resolve(__dirname, '../..');
const guide = path.join(root, 'docs/install.md');
const shots = path.join(root, 'shots');
const PORT = Number(process.env.INSTALL_TEST_PORT ?? 7117);
const READER_TOKEN = 'a-token-for-one-test-only';

/** What differs between the two runs beside the template: together they try both division modes, and no permissions. */
const TEMPLATES = {
  default: { divisionMode: 'database', permissions: true },
  legacy: { divisionMode: 'schema', permissions: false },
};

const begin = Date.now();
const seconds = since => `${Math.round((Date.now() - since) / 1000)} s`;
const say = text => console.log(`    ${text}`);

async function step(title, work) {
  console.log(`\n== ${title}`);
  const since = Date.now();
  const result = await work();
  console.log(`   ok (${seconds(since)})`);
  return result;
}

/** yarn is not on every PATH; Node's headers are where Node is, if anywhere. */
function environment(work) {
  const bin = path.join(work, 'bin');
  fs.mkdirSync(bin);
  fs.writeFileSync(
    path.join(bin, 'yarn'),
    `#!/bin/sh\nexec "${process.execPath}" "${path.join(
      root,
      '.yarn/releases/yarn-4.13.0.cjs',
    )}" "$@"\n`,
    { mode: 0o755 },
  );
  const env = {
    ...process.env,
    PATH: `${bin}${path.delimiter}${process.env.PATH}`,
  };
  const prefix = path.resolve(process.execPath, '../..');
  if (fs.existsSync(path.join(prefix, 'include/node/node.h'))) {
    env.npm_config_nodedir ??= prefix;
  }
  env.NODE_OPTIONS ??= '--max-old-space-size=6144';
  delete env.NODE_ENV;
  return env;
}

/** Runs a command to its end, silently; its last words are in the error if it fails. */
function runner(work) {
  const base = environment(work);
  const run = (command, args, { cwd, env } = {}) => {
    const { status, stdout, stderr, error } = spawnSync(command, args, {
      cwd,
      env: { ...base, ...env },
      encoding: 'utf8',
      maxBuffer: 256 * 1024 * 1024,
    });
    if (error) throw error;
    if (status !== 0) {
      const words = `${stdout}\n${stderr}`.trim().split('\n').slice(-60);
      throw new Error(
        `${command} ${args.join(' ')} ended with ${status}:\n${words.join(
          '\n',
        )}`,
      );
    }
    return stdout;
  };
  return { run, env: base };
}

/** Where the portal listens, and a guest who is somebody in the example catalog, also in a built backend. */
function placeConfig(app, { permissions }) {
  const file = path.join(app, 'app-config.install-test.yaml');
  fs.writeFileSync(
    file,
    `app: { baseUrl: 'http://localhost:${PORT}' }
backend:
  baseUrl: 'http://localhost:${PORT}'
  listen: { port: ${PORT} }
permission: { enabled: ${permissions} }
auth:
  providers:
    guest: { userEntityRef: 'user:default/guest', dangerouslyAllowOutsideDevelopment: true }
continuity:
  sweep: { initialDelay: { seconds: 5 }, frequency: { seconds: 10 } }
`,
  );
  return file;
}

/** The app's own check knows the plugin's configuration: what is right passes, and what is wrong is named. */
function checkConfigSchema({ app, configs, run }) {
  const args = configs.flatMap(config => ['--config', config]);
  const check = more =>
    run(
      'yarn',
      ['backstage-cli', 'config:check', '--strict', '--lax', ...args, ...more],
      { cwd: app },
    );
  check([]);
  const wrong = path.join(app, 'app-config.wrong.yaml');
  fs.writeFileSync(wrong, 'continuity: { massLoss: { owners: half } }\n');
  try {
    check(['--config', wrong]);
  } catch (error) {
    if (error.message.includes('/continuity/massLoss/owners')) return;
    throw error;
  }
  throw new Error(
    'A wrong continuity.massLoss passes the configuration check: the schema is not found.',
  );
}

async function tryTemplate(template, { work, packages, run, env }) {
  const { divisionMode, permissions } = TEMPLATES[template];
  const inTemplate = (title, doWork) =>
    step(`${template} template: ${title}`, doWork);

  const { app, configs, postgres } = await inTemplate(
    'a fresh app, and the steps of docs/install.md',
    () => createTemplateApp({ work, guide, template, packages, run, say }),
  );
  const own = [path.join(app, 'app-config.yaml'), ...configs];
  await inTemplate('types', () => {
    run('yarn', ['tsc'], { cwd: app });
    checkDeclarations({ app, packages, run });
  });
  await inTemplate('configuration schema', () =>
    checkConfigSchema({
      app,
      configs: [...own, placeConfig(app, { permissions: true })],
      run,
    }),
  );
  await inTemplate('build', () => {
    run('yarn', ['build:backend'], { cwd: app });
    // What the template's Dockerfile does, where the dependencies are installed already
    run('tar', ['-xzf', 'packages/backend/dist/bundle.tar.gz'], { cwd: app });
  });

  const log = path.join(work, `${template}.log`);
  const start = (more, moreEnv) =>
    Portal.start({
      app,
      configs: [...own, ...more],
      env: { ...env, CONTINUITY_READER_TOKEN: READER_TOKEN, ...moreEnv },
      port: PORT,
      log,
    });

  await inTemplate('the portal as the template stores (SQLite)', async () => {
    const portal = await start([placeConfig(app, { permissions: true })]);
    try {
      const continuity = await checkFlow({ portal, say });
      const allowed = continuity.allowedActions.join();
      if (
        allowed !==
        'profile.update,agreement.create,analysis.update,dependency.classify'
      ) {
        throw new Error(`The guide's policy lets an owner do: ${allowed}`);
      }
      await checkMachine({ portal, token: READER_TOKEN, say });
      await lookAtTab({ url: portal.url, shots, name: template, say });
    } finally {
      await portal.stop();
    }
  });
  await inTemplate(
    `PostgreSQL, divided by ${divisionMode}${
      permissions ? '' : ', without permissions'
    }`,
    async () => {
      const server = await startPostgres({ port: PORT + 1 });
      try {
        if (divisionMode === 'schema') await server.createDatabase('backstage');
        const portal = await start(
          [placeConfig(app, { permissions }), postgres[divisionMode]],
          server.env,
        );
        try {
          const continuity = await checkFlow({ portal, say });
          if (!permissions) {
            expectStatus(
              'changing a value with the machine’s token, without permissions',
              await portal.call(
                '/api/continuity/entities/by-name/system/default/examples/profile',
                {
                  token: READER_TOKEN,
                  method: 'PATCH',
                  body: { values: { tier: 'tier-1' }, reason: 'Trying' },
                },
              ),
              [403],
            );
            if (!continuity.allowedActions.includes('catalog.manage')) {
              throw new Error('Without permissions the guest may not do all');
            }
          }
        } finally {
          await portal.stop();
        }
        const place =
          divisionMode === 'schema'
            ? { database: 'backstage', schema: 'continuity' }
            : { database: 'backstage_plugin_continuity', schema: 'public' };
        const n = await server.countAssessments(place);
        say(
          `${n} assessed entities in database ${place.database}, schema ${place.schema}`,
        );
        if (n === 0) throw new Error('Nothing was stored');
      } finally {
        await server.stop();
      }
    },
  );
}

async function main() {
  const words = process.argv.slice(2);
  const keep = words.includes('--keep');
  const chosen = words.filter(word => word !== '--keep');
  const unknown = chosen.find(word => !(word in TEMPLATES));
  if (unknown) {
    throw new Error(
      `There is no template "${unknown}", only ${Object.keys(TEMPLATES).join(
        ' and ',
      )}.`,
    );
  }
  const work = fs.mkdtempSync(path.join(os.tmpdir(), 'continuity-install-'));
  const clean = () => fs.rmSync(work, { recursive: true, force: true });
  process.on('SIGINT', () => {
    if (!keep) clean();
    process.exit(130);
  });
  try {
    const { run, env } = runner(work);
    const packages = await step('Tarballs', () =>
      packPackages({ root, out: path.join(work, 'tarballs'), run, say }),
    );
    for (const template of chosen.length > 0
      ? chosen
      : Object.keys(TEMPLATES)) {
      await tryTemplate(template, { work, packages, run, env });
      // One app's node_modules on the disk at a time is enough
      if (!keep) {
        fs.rmSync(path.join(work, template), { recursive: true, force: true });
      }
    }
    console.log(`\nInstalled and seen working in ${seconds(begin)}.`);
  } finally {
    if (keep) console.log(`\nLeft in ${work}`);
    else clean();
  }
}

main().catch(error => {
  console.error(`\nFAILED after ${seconds(begin)}: ${error.message}`);
  process.exit(1);
});
