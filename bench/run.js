#!/usr/bin/env node
/*
 * `yarn bench`: runs every `*.bench.ts` beside this file and prints one table with the machine's size.
 *
 *   yarn bench              all of them, at full size
 *   yarn bench assess       those whose name has the word
 *   yarn bench --short      small sizes, only to see that nothing crashes
 *   yarn bench --largest    the size of the largest Backstage known in public
 *
 * A bench exports `async run({ size })` that returns rows `{ what, measured, reach? }`.
 */
require('@backstage/cli/config/nodeTransform.cjs');
const fs = require('node:fs');
const os = require('node:os');
const path = require('node:path');

const size = process.argv.includes('--short')
  ? 'short'
  : process.argv.includes('--largest')
  ? 'largest'
  : 'full';
const words = process.argv.slice(2).filter(a => !a.startsWith('--'));

async function main() {
  const files = fs
    .readdirSync(__dirname)
    .filter(file => file.endsWith('.bench.ts'))
    .filter(file => !words.length || words.some(word => file.includes(word)))
    .sort();
  const rows = [];
  for (const file of files) {
    const bench = require(path.join(__dirname, file));
    rows.push(...(await bench.run({ size })));
  }
  const memory = Math.round(os.totalmem() / 2 ** 30);
  console.log(
    `\n${os.cpus().length} cores (${os
      .cpus()[0]
      ?.model.trim()}), ${memory} GiB, Node ${
      process.versions.node
    }, size: ${size}\n`,
  );
  console.log('| what | measured | reach |\n|---|---|---|');
  for (const { what, measured, reach } of rows) {
    console.log(`| ${what} | ${measured} | ${reach ?? ''} |`);
  }
}

main().then(
  () => process.exit(0),
  error => {
    console.error(error);
    process.exit(1);
  },
);
