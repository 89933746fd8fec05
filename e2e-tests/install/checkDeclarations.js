/*
 * Checks the type declarations of the installed plugins themselves, which an app's own check skips (`skipLibCheck`). What other libraries
 * get wrong is theirs.
 */
const { spawnSync } = require('node:child_process');
const fs = require('node:fs');
const path = require('node:path');

module.exports = function checkDeclarations({ app, packages }) {
  const folder = path.join(app, 'packages/app/declarations');
  fs.mkdirSync(folder);
  const entries = [
    ...packages.map(({ name }) => name),
    'backstage-plugin-continuity/alpha',
  ];
  fs.writeFileSync(
    path.join(folder, 'consumer.ts'),
    entries
      .map((name, index) => `export * as entry${index} from '${name}';\n`)
      .join(''),
  );
  fs.writeFileSync(
    path.join(folder, 'tsconfig.json'),
    JSON.stringify({
      extends: '@backstage/cli/config/tsconfig.json',
      include: ['consumer.ts'],
      compilerOptions: {
        skipLibCheck: false,
        incremental: false,
        noEmit: true,
        emitDeclarationOnly: false,
        rootDir: '../../..',
        jsx: 'react-jsx',
      },
    }),
  );
  const { stdout, error } = spawnSync(
    process.execPath,
    [
      path.join(app, 'node_modules/typescript/bin/tsc'),
      '-p',
      folder,
      '--pretty',
      'false',
    ],
    { cwd: app, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 },
  );
  if (error) throw error;
  const ours = stdout
    .split('\n')
    .filter(line =>
      /^\S*(declarations\/consumer|backstage-plugin-(continuity|catalog-backend-module-continuity)[^:]*)\b.*error TS|^error TS/.test(
        line,
      ),
    );
  if (ours.length > 0) {
    throw new Error(
      `The type declarations are incomplete:\n${ours.join('\n')}`,
    );
  }
  fs.rmSync(folder, { recursive: true });
};
