import { Palette } from '../Palette';
import type { CheckOptions, ReportFormat } from './CheckOptions';
import type { CheckOutcome } from './CheckOutcome';
import type { ChangeInGit } from './readChange';
import { reportMarker } from './reportMarker';
import { writeChangeReport } from './writeChangeReport';

type Judged = Extract<CheckOutcome, { change: ChangeInGit }>;

/** What a check found, for people, programs or a comment. */
export function writeCheckReport(
  outcome: CheckOutcome,
  options: {
    format: ReportFormat;
    onError?: CheckOptions['onError'];
    palette?: Palette;
  },
): string {
  const { format, onError, palette } = options;
  switch (format) {
    case 'json':
      return `${JSON.stringify(asJson(outcome), null, 2)}\n`;
    case 'markdown':
      return asMarkdown(outcome, onError);
    default:
      return asText(
        outcome,
        palette ?? new Palette({ isScreen: false, environment: {} }),
        onError,
      );
  }
}

function asJson(outcome: CheckOutcome) {
  if (outcome.kind === 'could-not-tell') {
    const { message, mend } = outcome.reason;
    return {
      verdict: null,
      exitCode: outcome.exitCode,
      error: { message, mend },
    };
  }
  const { change, exitCode } = outcome;
  const { base, head, baseOf, repository, files, excluded, catalog } = change;
  return {
    verdict: outcome.kind === 'assessed' ? outcome.assessment.verdict : 'pass',
    exitCode,
    compared: {
      base,
      baseOf,
      head,
      repository: repository ?? null,
      files: files.length,
      excluded,
      documents: {
        proposed: catalog.proposed.map(({ path, number, entityRef }) => ({
          path,
          number,
          entityRef: entityRef ?? null,
        })),
        removed: catalog.removed.map(({ path, entityRef }) => ({
          path,
          entityRef: entityRef ?? null,
        })),
        unchanged: catalog.unchanged,
      },
      problems: catalog.problems,
    },
    assessment: outcome.kind === 'assessed' ? outcome.assessment : null,
  };
}

function asText(
  outcome: CheckOutcome,
  palette: Palette,
  onError: CheckOptions['onError'],
): string {
  if (outcome.kind === 'could-not-tell') {
    const { message, mend } = outcome.reason;
    return [
      palette.bad('Could not tell what this change does to continuity.'),
      message,
      mend,
      ...(onError === 'pass'
        ? [palette.quiet('It passes all the same (--on-error pass).')]
        : []),
      '',
    ].join('\n');
  }
  const { change } = outcome;
  const report =
    outcome.kind === 'assessed'
      ? painted(
          writeChangeReport(outcome.assessment, { format: 'text' }),
          outcome.assessment.verdict,
          palette,
        )
      : `${palette.good(
          'Pass',
        )}: nothing changed that could touch continuity.\n`;
  const problems = change.catalog.problems.map(
    ({ path, line, message }) =>
      `${palette.warning('Not read')} ${placeOf(path, line)}: ${message}\n`,
  );
  return [
    `${palette.quiet(comparedText(change))}\n\n`,
    ...problems,
    ...(problems.length > 0 ? ['\n'] : []),
    report,
    ...recorded(outcome),
  ].join('');
}

function asMarkdown(
  outcome: CheckOutcome,
  onError: CheckOptions['onError'],
): string {
  if (outcome.kind === 'could-not-tell') {
    const { message, mend } = outcome.reason;
    const passes = onError === 'pass' ? ' It passes all the same.' : '';
    return `${reportMarker}\n### Continuity: could not tell\n\n${escaped(
      message,
    )}\n\n${escaped(mend)}${passes}\n`;
  }
  const { change } = outcome;
  const report =
    outcome.kind === 'assessed'
      ? writeChangeReport(outcome.assessment, { format: 'markdown' })
      : `${reportMarker}\n### Continuity: pass\n\nNothing changed that could touch continuity.\n`;
  const problems = change.catalog.problems.map(
    ({ path, line, message }) =>
      `- Not read: \`${placeOf(path, line).replace(/`/g, '')}\`: ${escaped(
        message,
      )}\n`,
  );
  return [
    `${report.trimEnd()}\n`,
    ...(problems.length > 0 ? ['\n', ...problems] : []),
    `\n<sub>${escaped(comparedText(change))}</sub>\n`,
  ].join('');
}

/** Only the first line says the verdict. */
function painted(text: string, verdict: string, palette: Palette): string {
  const [first, ...rest] = text.split('\n');
  const paint: Record<string, (line: string) => string> = {
    pass: line => palette.good(line),
    warn: line => palette.warning(line),
    block: line => palette.bad(line),
  };
  return [paint[verdict]?.(first) ?? first, ...rest].join('\n');
}

function comparedText(change: ChangeInGit): string {
  const { base, baseOf, files, excluded, catalog } = change;
  const parts = [
    counted(files.length, 'file'),
    `${counted(catalog.proposed.length, 'catalog document')} added or changed`,
    `${catalog.removed.length} removed`,
    ...(excluded > 0 ? [`${excluded} left out`] : []),
  ];
  return `Compared with ${baseOf} (${base.slice(0, 12)}): ${parts.join(', ')}.`;
}

function counted(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? '' : 's'}`;
}

function recorded(outcome: Judged): string[] {
  if (outcome.kind !== 'assessed' || !outcome.assessment.changeId) return [];
  return [`Recorded as change ${outcome.assessment.changeId}.\n`];
}

function placeOf(path: string, line: number | null): string {
  return line === null ? path : `${path}:${line}`;
}

/** Texts of files and servers are no Markdown. */
function escaped(text: string): string {
  return text
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/[\\`*_[\]|@#]/g, '\\$&')
    .replace(/\s*\n\s*/g, ' ');
}
