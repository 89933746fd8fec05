import { stringify } from 'csv-stringify/sync';
import {
  describeDuration,
  type RunSheet,
  type RunSheetRow,
} from 'backstage-plugin-continuity-common';

const columns: Array<[title: string, value: (row: RunSheetRow) => string]> = [
  ['Wave', row => String(row.wave)],
  ['Step', row => `${row.wave}.${row.step}${row.cycle ? ' (together)' : ''}`],
  ['Entity', row => row.title],
  ['Ref', row => row.entityRef],
  ['Tier', row => row.tier?.title ?? ''],
  ['Recovery owner', row => partyText(row.owner)],
  ['Alternates', row => row.alternates.map(partyText).join('; ')],
  [
    'Plan',
    row =>
      row.plan ? `${row.plan.title} v${row.plan.version}` : 'none in force',
  ],
  [
    'Own time',
    row => (row.ownTime ? describeDuration(row.ownTime.seconds) : 'unknown'),
  ],
  ['Expected ready', row => `T+${timeText(row.ready)}`],
  [
    'Target (RTO)',
    row =>
      row.rtoSeconds === null ? 'none' : describeDuration(row.rtoSeconds),
  ],
  ['Late by', lateText],
];

/** The sheet as CSV (RFC 4180), for any spreadsheet: a cell that could be taken for a formula is quoted as text. */
export function runSheetCsv(
  sheet: RunSheet,
  options: { bom?: boolean } = {},
): string {
  const lines = [
    columns.map(([title]) => title),
    ...sheet.rows.map(row => columns.map(([, value]) => value(row))),
    ...leftOut(sheet).map(text => [text]),
  ];
  return stringify(lines, {
    bom: options.bom,
    escape_formulas: true,
    record_delimiter: 'windows',
  });
}

/** The sheet as Markdown, a table for each wave. */
export function runSheetMarkdown(sheet: RunSheet): string {
  const waves = new Map<number, RunSheetRow[]>();
  for (const row of sheet.rows) {
    waves.set(row.wave, [...(waves.get(row.wave) ?? []), row]);
  }
  const shown = columns.filter(([title]) => title !== 'Wave');
  const tableRow = (cells: string[]) => `| ${cells.join(' | ')} |`;
  const tables = [...waves].map(([wave, rows]) =>
    [
      `## Wave ${wave}`,
      '',
      tableRow(['Done', ...shown.map(([title]) => title)]),
      tableRow(['---', ...shown.map(() => '---')]),
      ...rows.map(row =>
        tableRow(['☐', ...shown.map(([, value]) => markdownCell(value(row)))]),
      ),
    ].join('\n'),
  );
  const notes = [
    `Made at ${sheet.madeAt}, from revision ${sheet.graph.revision} of the dependencies.`,
    ...(sheet.allBack
      ? [`Everything is expected back at T+${timeText(sheet.allBack)}.`]
      : ['Nothing is to be brought back.']),
    ...leftOut(sheet),
  ];
  return `${[
    `# ${markdownCell(sheet.title)}`,
    notes.join('  \n'),
    ...tables,
  ].join('\n\n')}\n`;
}

function leftOut({ truncated, redacted, unknown }: RunSheet): string[] {
  return [
    ...(truncated > 0
      ? [`${truncated} more are left out for their number.`]
      : []),
    ...(redacted > 0
      ? [`${redacted} more are left out that you may not see.`]
      : []),
    ...(unknown.length > 0 ? [`Not found: ${unknown.join(', ')}.`] : []),
  ];
}

function partyText(party: RunSheetRow['owner']): string {
  if (!party) return '';
  return party.title === null ? party.ref : `${party.title} (${party.ref})`;
}

function timeText(time: { seconds: number; atLeast: boolean }): string {
  const text = describeDuration(time.seconds);
  return time.atLeast ? `${text} at least` : text;
}

function lateText({ againstRto, lateBySeconds, ready }: RunSheetRow): string {
  if (lateBySeconds !== null) {
    return timeText({ seconds: lateBySeconds, atLeast: ready.atLeast });
  }
  return againstRto === 'unproven' ? 'unproven' : '';
}

function markdownCell(text: string): string {
  return text
    .replace(/[\r\n]+/g, ' ')
    .replace(/[\\`*_[\]<>|#]/g, character => `\\${character}`);
}
