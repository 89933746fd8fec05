/*
 * Does to an app's file what a block of the guide says. A line that isn't there, or is there twice, is an error: the guide would leave its
 * reader alone at that place.
 */
const fs = require('node:fs');
const path = require('node:path');

const sameQuotes = text => text.replace(/'/g, '"');

function linesWith(lines, text, { file, many }) {
  const found = lines.flatMap((line, index) =>
    sameQuotes(line).includes(sameQuotes(text)) ? [index] : [],
  );
  if (found.length === 0 || (found.length > 1 && !many)) {
    throw new Error(
      `docs/install.md looks for ${JSON.stringify(text)} in ${file} and finds ${
        found.length
      } such lines`,
    );
  }
  return found;
}

/** The content takes on the indentation of the line that it goes beside. */
function insert(lines, content, { at, beside }) {
  const [indentation] = /^\s*/.exec(lines[beside]);
  const added = content
    .trimEnd()
    .split('\n')
    .map(line => line && indentation + line);
  lines.splice(at, 0, ...added);
}

function replace(source, diff, file) {
  const lines = diff.trimEnd().split('\n');
  const side = sign =>
    lines
      .filter(line => line[0] === sign || line[0] === ' ')
      .map(line => line.slice(1))
      .join('\n');
  const before = side('-');
  if (source.split(before).length !== 2) {
    throw new Error(
      `docs/install.md replaces lines that ${file} does not have once:\n${before}`,
    );
  }
  return source.replace(before, () => side('+'));
}

module.exports = function applyBlock(app, block) {
  const { instruction, argument, content, file } = block;
  const target = path.join(app, file);
  if (instruction === 'create') {
    fs.mkdirSync(path.dirname(target), { recursive: true });
    fs.writeFileSync(target, content, { flag: 'wx' });
    return;
  }
  const source = fs.readFileSync(target, 'utf8');
  if (instruction === 'replace') {
    fs.writeFileSync(target, replace(source, content, file));
    return;
  }
  const lines = source.split('\n');
  const many = instruction === 'insert-before-every';
  const offset = instruction === 'insert-after' ? 1 : 0;
  // From the last to the first, so that earlier line numbers stay true
  for (const beside of linesWith(lines, argument, { file, many }).reverse()) {
    insert(lines, content, { at: beside + offset, beside });
  }
  fs.writeFileSync(target, lines.join('\n'));
};
