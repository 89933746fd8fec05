import {
  changeReportMarker,
  plainInMarkdown,
  writeChangeReport,
} from 'backstage-plugin-continuity-common';
import type { Palette } from '../Palette';
import type { CheckOptions, ReportFormat } from './CheckOptions';
import type { CheckOutcome } from './CheckOutcome';
import type { ChangeInGit } from './readChange';

interface ReportOptions {
  format: ReportFormat;
  onError?: CheckOptions['onError'];
  /** For links to what is found. */
  portalUrl?: string;
  palette: Palette;
}

/** What a check found, for people, programs or a comment. */
export function writeCheckReport(
  outcome: CheckOutcome,
  options: ReportOptions,
): string {
  const { format, onError, portalUrl, palette } = options;
  switch (format) {
    case 'json':
      return `${JSON.stringify(asJson(outcome), null, 2)}\n`;
    case 'markdown':
      return asMarkdown(outcome, { onError, portalUrl });
    default:
      return asText(outcome, { palette, onError, portalUrl });
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
  options: Omit<ReportOptions, 'format'>,
): string {
  const { palette, onError, portalUrl } = options;
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
          writeChangeReport(outcome.assessment, { format: 'text', portalUrl }),
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
  ].join('');
}

function asMarkdown(
  outcome: CheckOutcome,
  options: Pick<ReportOptions, 'onError' | 'portalUrl'>,
): string {
  const { onError, portalUrl } = options;
  if (outcome.kind === 'could-not-tell') {
    const { message, mend } = outcome.reason;
    const passes = onError === 'pass' ? ' It passes all the same.' : '';
    return `${changeReportMarker}\n### Continuity: could not tell\n\n${escaped(
      message,
    )}\n\n${escaped(mend)}${passes}\n`;
  }
  const { change } = outcome;
  const report =
    outcome.kind === 'assessed'
      ? writeChangeReport(outcome.assessment, { format: 'markdown', portalUrl })
      : `${changeReportMarker}\n### Continuity: pass\n\nNothing changed that could touch continuity.\n`;
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

function placeOf(path: string, line: number | null): string {
  return line === null ? path : `${path}:${line}`;
}

/** Texts of files and servers are no Markdown, and call nobody. */
function escaped(text: string): string {
  return plainInMarkdown(text).replace(/@/g, '@\u200b');
}
