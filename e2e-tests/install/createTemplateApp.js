/*
 * Makes a fresh app from one of create-app's templates, gives it the packed plugins, and does to it what docs/install.md says.
 */
const fs = require('node:fs');
const path = require('node:path');
const applyBlock = require('./applyBlock');
const readGuide = require('./readGuide');

const CREATE_APP = '@backstage/create-app@0.9.2';

/** Versions whose successors lack some of their platform packages in some registries. The plugins themselves are built with them, too. */
const PINNED = {
  '@swc/core': '1.16.18',
  rollup: '4.67.4',
  'unrs-resolver': '1.12.2',
  '@yarnpkg/core': '4.9.1',
};

function installCreateApp({ work, run }) {
  const tool = path.join(work, 'create-app');
  if (!fs.existsSync(tool)) {
    fs.mkdirSync(tool);
    fs.writeFileSync(path.join(tool, 'package.json'), '{"private":true}');
    run('npm', ['install', '--no-audit', '--no-fund', CREATE_APP], {
      cwd: tool,
    });
  }
  return path.join(
    tool,
    'node_modules/@backstage/create-app/bin/backstage-create-app',
  );
}

/** The registry does not have the packages yet: whoever asks for one of them gets the tarball. */
function takeTarballs(app, packages) {
  const file = path.join(app, 'package.json');
  const manifest = JSON.parse(fs.readFileSync(file, 'utf8'));
  manifest.resolutions = {
    ...manifest.resolutions,
    ...PINNED,
    ...Object.fromEntries(
      packages.map(({ name, tarball }) => [name, `file:${tarball}`]),
    ),
  };
  fs.writeFileSync(file, `${JSON.stringify(manifest, null, 2)}\n`);
}

/**
 * `yarn add NAME` would ask the registry for the newest version; with a range it does not. Linking waits for the one install at the end.
 */
function asRunHere(command, packages) {
  const [program, ...words] = command.trim().split(/\s+/);
  const ranges = new Map(
    packages.map(({ name, version }) => [name, `${name}@^${version}`]),
  );
  return [
    program,
    [...words.map(word => ranges.get(word) ?? word), '--mode=update-lockfile'],
  ];
}

module.exports = function createTemplateApp(options) {
  const { work, guide, template, packages, run, say } = options;
  const createApp = installCreateApp({ work, run });
  const supported = ['22', '24'].includes(process.versions.node.split('.')[0]);
  run(
    process.execPath,
    [
      ...(supported
        ? []
        : ['--require', path.join(__dirname, 'supportedNode.js')]),
      createApp,
      '--skip-install',
      ...(template === 'legacy' ? ['--legacy'] : []),
    ],
    { cwd: work, env: { BACKSTAGE_APP_NAME: template } },
  );
  const app = path.join(work, template);
  takeTarballs(app, packages);

  const blocks = readGuide(guide).filter(
    ({ system }) => !system || system === template,
  );
  const done = new Set();
  const configs = [];
  const postgres = {};
  for (const block of blocks) {
    if (block.instruction === 'merge') {
      // Laid over as a file of its own: Backstage merges the two as if they were one
      const config = path.join(app, `app-config.guide-${configs.length}.yaml`);
      fs.writeFileSync(config, block.content);
      configs.push(config);
    } else if (block.instruction === 'postgres') {
      postgres[block.argument] = path.join(app, block.file);
      fs.writeFileSync(postgres[block.argument], block.content);
    } else if (block.instruction === 'run') {
      for (const command of block.content.trim().split('\n')) {
        // The same command stands in the chapters of both frontend systems
        if (!done.has(command)) {
          done.add(command);
          say(command);
          run(...asRunHere(command, packages), { cwd: app });
        }
      }
    } else {
      say(`${block.file}: ${block.instruction}`);
      applyBlock(app, block);
    }
  }
  run('yarn', ['install'], { cwd: app });
  return { app, configs, postgres };
};
