import { readFileSync } from 'node:fs';
import path from 'node:path';
import { importColumns } from './importColumns';
import { importKinds } from './importKind';

const page = readFileSync(
  path.resolve(__dirname, '../../../../../docs/platform-team.md'),
  'utf8',
);

describe('docs/platform-team.md', () => {
  it.each(importKinds)('explains the columns of %s as they are', kind => {
    const [, section = ''] =
      new RegExp(`#### \`${kind}\`\\n([^]*?)(?:\\n#|$)`).exec(page) ?? [];
    const rows = section
      .split('\n')
      .filter(line => line.startsWith('| `'))
      .map(line =>
        line
          .split('|')
          .slice(1, -1)
          .map(cell => cell.trim()),
      );
    expect(rows).toEqual(
      importColumns[kind].map(({ name, required, about }) => [
        `\`${name}\``,
        required ? 'yes' : '',
        about,
      ]),
    );
  });
});
