/*
 * Reads the blocks of docs/install.md that carry an instruction in their info string:
 *
 *   ```sh run                                                     is run in the app's folder
 *   ```ts title="FILE" create                                     is a new file
 *   ```ts title="FILE" insert-before="TEXT"                       goes before the one line with TEXT
 *   ```ts title="FILE" insert-before-every="TEXT"                 goes before each line with TEXT
 *   ```ts title="FILE" insert-after="TEXT"                        goes after the one line with TEXT
 *   ```diff title="FILE" replace                                  its lines with - become those with +
 *   ```yaml title="FILE" merge                                    is laid over the configuration
 *   ```yaml postgres="database"                                   is the configuration for that division mode
 *
 * `system="legacy"` restricts a block to the legacy frontend system. A quotation mark inside TEXT is written ' and finds both kinds.
 */
const fs = require('node:fs');

const BLOCK = /^( *)```(\w+)([^\n]*)\n([\s\S]*?)^\1```$/gm;
const ATTRIBUTE = /([\w-]+)(?:="([^"]*)")?/g;
const INSTRUCTIONS = [
  'run',
  'create',
  'insert-before',
  'insert-before-every',
  'insert-after',
  'replace',
  'merge',
  'postgres',
];

module.exports = function readGuide(file) {
  const text = fs.readFileSync(file, 'utf8');
  return [...text.matchAll(BLOCK)].flatMap(([, , , info, content]) => {
    const attributes = Object.fromEntries(
      [...info.matchAll(ATTRIBUTE)].map(([, name, value]) => [
        name,
        value ?? true,
      ]),
    );
    const instruction = INSTRUCTIONS.find(name => name in attributes);
    return instruction
      ? [
          {
            instruction,
            argument: attributes[instruction],
            file: attributes.title,
            system: attributes.system,
            content,
          },
        ]
      : [];
  });
};
