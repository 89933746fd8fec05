import type { Palette } from '../Palette';
import type { LintFinding } from './LintFinding';
import type { LintFormat } from './LintOptions';

interface Linted {
  /** How many were looked at. */
  files: number;
  findings: LintFinding[];
}

/** What lint found, for people, programs, a comment, or as annotations beside the lines on GitHub. */
export function writeLintReport(
  linted: Linted,
  options: { format: LintFormat; palette: Palette },
): string {
  switch (options.format) {
    case 'json':
      return `${JSON.stringify(
        { ...linted, ...countsOf(linted.findings) },
        null,
        2,
      )}\n`;
    case 'markdown':
      return asMarkdown(linted);
    case 'github':
      return linted.findings.map(asAnnotation).join('');
    default:
      return asText(linted, options.palette);
  }
}

function countsOf(findings: LintFinding[]) {
  const errors = findings.filter(({ severity }) => severity === 'error').length;
  return { errors, warnings: findings.length - errors };
}

function summaryOf({ files, findings }: Linted): string {
  const { errors, warnings } = countsOf(findings);
  const looked = `${files} ${files === 1 ? 'file' : 'files'}`;
  if (findings.length === 0) return `${looked}: all is well.`;
  return `${looked}: ${errors} to mend, ${warnings} to look at.`;
}

function placeOf({ path, line }: LintFinding): string {
  return line === null ? path : `${path}:${line}`;
}

function asText(linted: Linted, palette: Palette): string {
  const lines = linted.findings.map(finding => {
    const word =
      finding.severity === 'error'
        ? palette.bad('error')
        : palette.warning('warning');
    return `${placeOf(finding)}: ${word}: ${finding.message}\n`;
  });
  return `${lines.join('')}${summaryOf(linted)}\n`;
}

function asMarkdown(linted: Linted): string {
  const lines = linted.findings.map(
    finding =>
      `- **${finding.severity}** \`${placeOf(finding).replace(
        /`/g,
        '',
      )}\`: ${finding.message.replace(/[\\`*_[\]|<@#]/g, '\\$&')}\n`,
  );
  return [
    '<!-- continuity:lint-report -->\n### Continuity: annotations and plans\n\n',
    ...lines,
    ...(lines.length > 0 ? ['\n'] : []),
    `${summaryOf(linted)}\n`,
  ].join('');
}

/** A workflow command; what would end it is written as GitHub wants it. */
function asAnnotation(finding: LintFinding): string {
  const { path, line, severity, message } = finding;
  const at = line === null ? '' : `,line=${line}`;
  const file = inCommand(path).replace(/:/g, '%3A').replace(/,/g, '%2C');
  return `::${severity} file=${file}${at},title=Continuity::${inCommand(
    message,
  )}\n`;
}

function inCommand(text: string): string {
  return text.replace(/%/g, '%25').replace(/\r/g, '%0D').replace(/\n/g, '%0A');
}
