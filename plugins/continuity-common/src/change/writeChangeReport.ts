import { plainInMarkdown } from '../terms/plainInMarkdown';
import type { ChangeType, ChangeVerdict } from '../terms/changeTerms';
import type { ChangeFinding } from './changeFinding';
import type { ChangeProblem } from './changeProblem';

/**
 * The first line of every Markdown report: by it a comment is found again, to be brought up to date.
 *
 * @public
 */
export const changeReportMarker = '<!-- continuity:change-report -->';

/** What a report reads of a `ChangeAssessment`. @public */
export interface ReportedChange {
  verdict: ChangeVerdict;
  headline: string;
  treatedAs: ChangeType;
  findings: ChangeFinding[];
  counts: { caused: number; alreadyThere: number };
  totalImpacted: number;
  byTier: Array<{ tier: { title: string } | null; impacted: number }>;
  unmapped: string[];
  problems: ChangeProblem[];
  truncated: { findings: number; unmapped: number; impacted: number };
  redacted: {
    touched: number;
    impacted: number;
    findings: number;
    plans: number;
  };
  reviewDueAt: string | null;
  changeId?: string;
}

/** More than these make a comment that nobody reads. */
const MOST_FINDINGS = 50;
const MOST_LINES = 10;

const verdictNames: Record<ChangeVerdict, string> = {
  pass: 'pass',
  warn: 'warning',
  block: 'blocked',
};

const enforcementNames: Record<ChangeFinding['enforcement'], string> = {
  block: 'must be settled first',
  warn: 'warning',
  off: 'for information',
};

function counted(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}

/** How the parts of a report are written. */
interface Style {
  heading(verdict: ChangeVerdict): string[];
  section(title: string): string[];
  text(text: string): string;
  /** Refs, paths: as they are. */
  code(text: string): string;
  finding(title: string, lines: string[]): string[];
  item(text: string): string;
  link(title: string, url: string): string;
}

const asText: Style = {
  heading: verdict => [`Continuity: ${verdictNames[verdict]}`],
  section: title => ['', `${title}:`],
  text: text => text.replace(/\s+/g, ' ').trim(),
  code: text => text.replace(/\s+/g, ' '),
  finding: (title, lines) => [
    `  - ${title}`,
    ...lines.map(line => `    ${line}`),
  ],
  item: text => `  - ${text}`,
  link: (title, url) => `${title}: ${url}`,
};

/** Nobody is called by a comment, whatever a title says. */
function quiet(text: string): string {
  return plainInMarkdown(text).replace(/@/g, '@\u200b');
}

/** Inside backticks only backticks end it; a line break would, too. */
function codeSpan(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  const longest = Math.max(
    0,
    ...(line.match(/`+/g) ?? []).map(run => run.length),
  );
  const fence = '`'.repeat(longest + 1);
  return longest > 0 ? `${fence} ${line} ${fence}` : `${fence}${line}${fence}`;
}

const asMarkdown: Style = {
  heading: verdict => [
    changeReportMarker,
    `### Continuity: ${verdictNames[verdict]}`,
    '',
  ],
  section: title => ['', `**${title}**`, ''],
  text: quiet,
  code: codeSpan,
  finding: (title, lines) => [
    `- ${title}`,
    ...lines.map(line => `  <br>${line}`),
  ],
  item: text => `- ${text}`,
  link: (title, url) =>
    `[${title}](<${url.replace(/[<>\s]/g, encodeURIComponent)}>)`,
};

function findingLines(finding: ChangeFinding, style: Style): string[] {
  const { title, entityRef, enforcement, severity, why, what } = finding;
  const weight =
    enforcement === 'off'
      ? enforcementNames.off
      : enforcementNames[enforcement];
  const critical =
    severity === 'critical' && enforcement !== 'off' ? 'critical, ' : '';
  const place = entityRef === null ? '' : ` ${style.code(entityRef)}`;
  const path =
    finding.path.length > 1
      ? [`Path: ${finding.path.map(ref => style.code(ref)).join(' → ')}`]
      : [];
  const ask =
    finding.ask.length > 0
      ? [`Ask: ${finding.ask.map(ref => style.code(ref)).join(', ')}`]
      : [];
  return style.finding(`${style.text(title)} (${critical}${weight}):${place}`, [
    style.text(why),
    style.text(`What to do: ${what}`),
    ...path,
    ...ask,
  ]);
}

/** What was there before, as one line: a number for each kind. */
function standingLine(change: ReportedChange): string[] {
  const { alreadyThere } = change.counts;
  if (alreadyThere === 0) return [];
  const byTitle = new Map<string, number>();
  for (const { origin, title } of change.findings) {
    if (origin === 'caused') continue;
    byTitle.set(title, (byTitle.get(title) ?? 0) + 1);
  }
  const kinds = [...byTitle].map(([title, count]) => `${title}: ${count}`);
  return [
    `Already there, not caused by this change: ${counted(
      alreadyThere,
      'finding',
    )}${kinds.length > 0 ? ` (${kinds.join(', ')})` : ''}.`,
  ];
}

function impactLine({ byTier, totalImpacted }: ReportedChange): string {
  const tiers = byTier.map(
    ({ tier, impacted }) =>
      `${tier ? tier.title : 'without a tier'}: ${impacted}`,
  );
  return `Impacted: ${counted(totalImpacted, 'entity', 'entities')}${
    tiers.length > 0 ? ` (${tiers.join(', ')})` : ''
  }.`;
}

function unmappedLine(change: ReportedChange, style: Style): string[] {
  const { unmapped, truncated } = change;
  const total = unmapped.length + truncated.unmapped;
  if (total === 0) return [];
  const named = unmapped.slice(0, MOST_LINES).map(path => style.code(path));
  const more = total - named.length;
  return [
    `${counted(
      total,
      'file belongs',
      'files belong',
    )} to no entity: ${named.join(', ')}${
      more > 0 ? ` and ${more} more` : ''
    }.`,
  ];
}

function problemLines({ problems }: ReportedChange, style: Style): string[] {
  if (problems.length === 0) return [];
  const more = problems.length - MOST_LINES;
  return [
    ...style.section('Could not be read'),
    ...problems
      .slice(0, MOST_LINES)
      .map(({ at, message }) =>
        style.item(`${style.code(at)}: ${style.text(message)}`),
      ),
    ...(more > 0 ? [style.item(`and ${more} more`)] : []),
  ];
}

function leftOutLine({ truncated, redacted }: ReportedChange): string[] {
  const hidden = [
    redacted.impacted > 0 &&
      counted(redacted.impacted, 'impacted entity', 'impacted entities'),
    redacted.findings > 0 && counted(redacted.findings, 'finding'),
    redacted.plans > 0 && counted(redacted.plans, 'plan'),
  ].filter(Boolean);
  return [
    ...(truncated.findings > 0
      ? [`${counted(truncated.findings, 'more finding')} not listed here.`]
      : []),
    ...(hidden.length > 0
      ? [
          `Counted and not named, since you may not see them: ${hidden.join(
            ', ',
          )}.`,
        ]
      : []),
  ];
}

function blocksOf(
  change: ReportedChange,
  style: Style,
  portalUrl: string | undefined,
): string[] {
  const caused = change.findings.filter(({ origin }) => origin === 'caused');
  const shown = caused.slice(0, MOST_FINDINGS);
  const more = caused.length - shown.length;
  const spaced = (lines: string[]) => lines.flatMap(line => ['', line]);
  const base = portalUrl?.replace(/\/+$/, '');
  const page =
    base === undefined
      ? []
      : [
          change.changeId === undefined
            ? style.link('Check it in the portal', `${base}/continuity/changes`)
            : style.link(
                'See it in the portal',
                `${base}/continuity/changes/${encodeURIComponent(
                  change.changeId,
                )}`,
              ),
        ];
  return [
    ...style.heading(change.verdict),
    style.text(change.headline),
    ...(shown.length > 0 ? style.section('Caused by this change') : []),
    ...shown.flatMap(finding => findingLines(finding, style)),
    ...(more > 0 ? [style.item(`and ${more} more`)] : []),
    ...problemLines(change, style),
    ...spaced([
      style.text(impactLine(change)),
      ...standingLine(change).map(style.text),
      ...unmappedLine(change, style),
      ...leftOutLine(change).map(style.text),
      ...page,
    ]),
  ];
}

/**
 * An assessment for people: in a terminal, or as the comment on a pull request. What the change causes comes first, with its path and what to do; the
 * rest are single lines. In Markdown nothing of other people's texts becomes markup, a link or a mention.
 *
 * @param options - `format`: default `markdown`; `portalUrl`: address of the portal, for a link
 * @public
 */
export function writeChangeReport(
  change: ReportedChange,
  options: { format?: 'text' | 'markdown'; portalUrl?: string } = {},
): string {
  const { format = 'markdown', portalUrl } = options;
  const style = format === 'text' ? asText : asMarkdown;
  const lines = blocksOf(change, style, portalUrl);
  return `${lines.join('\n').replace(/\n{3,}/g, '\n\n')}\n`;
}
