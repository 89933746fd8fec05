#!/usr/bin/env node
/*
 * Makes dist/continuity.cjs: the program with all that it needs, so that it starts at once and what is published depends on nothing.
 * Beside it lie the licences of what went in. Another folder than dist can be named.
 */
const fs = require('node:fs');
const path = require('node:path');
const { build } = require('esbuild');

const home = path.resolve(__dirname, '..');

async function bundle(folder = path.join(home, 'dist')) {
  fs.rmSync(folder, { recursive: true, force: true });
  const outfile = path.join(folder, 'continuity.cjs');
  const { metafile } = await build({
    absWorkingDir: home,
    entryPoints: ['src/cli.ts'],
    outfile,
    bundle: true,
    platform: 'node',
    target: 'node20.19',
    format: 'cjs',
    mainFields: ['module', 'main'],
    banner: { js: '#!/usr/bin/env node' },
    minifySyntax: true,
    minifyWhitespace: true,
    keepNames: false,
    legalComments: 'none',
    metafile: true,
    logLevel: 'warning',
  });
  fs.chmodSync(outfile, 0o755);
  fs.writeFileSync(path.join(folder, 'licences.txt'), licences(metafile));
  return { outfile, metafile };
}

/** The licence texts of the packages whose code is in the bundle. */
function licences(metafile) {
  const folders = new Set();
  const [output] = Object.values(metafile.outputs);
  for (const [input, { bytesInOutput }] of Object.entries(output.inputs)) {
    const found = /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(input);
    if (found && bytesInOutput > 0) folders.add(path.resolve(home, found[1]));
  }
  return [...folders]
    .sort()
    .map(folder => {
      const { name, version, license } = JSON.parse(
        fs.readFileSync(path.join(folder, 'package.json'), 'utf8'),
      );
      const file = fs
        .readdirSync(folder)
        .find(each => /^licen[cs]e(\.|$)/i.test(each));
      const text = file
        ? fs.readFileSync(path.join(folder, file), 'utf8').trim()
        : `Licence: ${license}`;
      return `${name} ${version} (${license})\n\n${text}\n`;
    })
    .join(`\n${'-'.repeat(78)}\n\n`);
}

module.exports = bundle;

if (require.main === module) {
  bundle(process.argv[2]).catch(error => {
    console.error(error.message);
    process.exitCode = 1;
  });
}
