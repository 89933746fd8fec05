/*
 * Builds the plugins and packs them as for a release, and looks into the tarballs for what an installation would miss.
 */
const fs = require('node:fs');
const { builtinModules } = require('node:module');
const path = require('node:path');

/** What must be in a tarball beside its code and type declarations. */
const MUST_HAVE = {
  'backstage-plugin-continuity': [
    'dist/index.esm.js',
    'dist/alpha.esm.js',
    'dist/alpha.d.ts',
  ],
  // prepack writes the schema that config.d.ts declares
  'backstage-plugin-continuity-backend': [
    'config.schema.json',
    /^migrations\/\d+_/,
  ],
};
const MUST_NOT_HAVE = [
  /\.test\./,
  /setupTests/,
  /(^|\/)__(tests|testUtils|fixtures|snapshots|mocks)__\//i,
  /^(src|dev|jest|node_modules)\//,
];
/** What an import resolves to without being declared: Node's own, and what a frontend package is given by the app. */
const NODE = new Set(builtinModules.flatMap(name => [name, `node:${name}`]));

function imports(code) {
  return [
    ...code.matchAll(
      /(?:\bfrom |\bimport |\b(?:require|import)\()(['"])([^'"\n.][^'"\n]*)\1/g,
    ),
  ].map(([, , name]) => name);
}

function packageOf(name) {
  return name
    .split('/')
    .slice(0, name.startsWith('@') ? 2 : 1)
    .join('/');
}

function faultsOf(folder) {
  const manifest = JSON.parse(
    fs.readFileSync(path.join(folder, 'package.json'), 'utf8'),
  );
  const files = fs
    .readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry =>
      path.relative(
        folder,
        path.join(entry.parentPath ?? entry.path, entry.name),
      ),
    );
  const faults = [];
  for (const wanted of [
    'README.md',
    'dist/index.d.ts',
    ...(MUST_HAVE[manifest.name] ?? []),
  ]) {
    const has = files.some(file =>
      wanted instanceof RegExp ? wanted.test(file) : file === wanted,
    );
    if (!has) faults.push(`${wanted} is missing`);
  }
  for (const file of files) {
    if (MUST_NOT_HAVE.some(pattern => pattern.test(file))) {
      faults.push(`${file} does not belong into a release`);
    }
  }

  const entries = JSON.stringify([
    manifest.main,
    manifest.module,
    manifest.types,
    manifest.exports,
  ]);
  for (const [, entry] of entries.matchAll(
    /"(?:\.\/)?([^"]+\.(?:[cm]?[jt]sx?|json))"/g,
  )) {
    if (!files.includes(entry) && !entry.includes('*')) {
      faults.push(`package.json points to ${entry}, which is not there`);
    }
  }
  const declared = {
    ...manifest.dependencies,
    ...manifest.peerDependencies,
  };
  for (const [name, range] of Object.entries(declared)) {
    if (/^(workspace|file|link|portal):/.test(range)) {
      faults.push(`${name} is wanted as ${range}`);
    }
  }
  const undeclared = new Set(
    files
      .filter(file => /\.(js|d\.ts)$/.test(file))
      .flatMap(file =>
        imports(fs.readFileSync(path.join(folder, file), 'utf8')),
      )
      .filter(name => !NODE.has(name))
      .map(packageOf)
      .filter(name => !(name in declared) && name !== manifest.name),
  );
  for (const name of undeclared) {
    faults.push(`it imports ${name} without declaring it`);
  }
  return { faults, files, manifest };
}

/** Name, version, tarball of every plugin, made in `out`. */
module.exports = function packPackages({ root, out, run, say }) {
  fs.mkdirSync(out, { recursive: true });
  const plugins = fs
    .readdirSync(path.join(root, 'plugins'))
    .map(name => path.join(root, 'plugins', name))
    .filter(folder => fs.existsSync(path.join(folder, 'package.json')));

  run('yarn', ['tsc'], { cwd: root });
  return plugins.map(folder => {
    const { name, version } = JSON.parse(
      fs.readFileSync(path.join(folder, 'package.json'), 'utf8'),
    );
    const tarball = path.join(out, `${name}-${version}.tgz`);
    run('yarn', ['backstage-cli', 'package', 'build'], { cwd: folder });
    // prepack puts the paths of the build into package.json for as long as yarn packs; a pack that breaks off never gets to postpack
    const manifest = path.join(folder, 'package.json');
    const asItWas = fs.readFileSync(manifest);
    try {
      run('yarn', ['pack', '--out', tarball], { cwd: folder });
    } finally {
      if (!fs.readFileSync(manifest).equals(asItWas)) {
        fs.writeFileSync(manifest, asItWas);
        fs.rmSync(`${manifest}-prepack`, { force: true });
      }
    }

    const unpacked = path.join(out, name);
    fs.mkdirSync(unpacked);
    run('tar', ['-xzf', tarball, '-C', unpacked, '--strip-components=1']);
    const { faults, files } = faultsOf(unpacked);
    fs.rmSync(unpacked, { recursive: true });
    if (faults.length > 0) {
      throw new Error(`The tarball of ${name}:\n- ${faults.join('\n- ')}`);
    }
    const size = Math.round(fs.statSync(tarball).size / 1024);
    say(`${name} ${version}: ${files.length} files, ${size} KB`);
    return { name, version, tarball };
  });
};
