import { DateTime } from 'luxon';
import { durationSeconds } from '../../terms/durationSeconds';
import { describeDuration } from '../../terms/formatDuration';
import { outcomeReasonTexts } from './outcomeProblem';
import type { TestDetail } from '../testDetail';
import type { AgainstTarget, TestResult } from './testResult';
import { plainInMarkdown } from '../../terms/plainInMarkdown';
import { isMeasuringDepth } from '../testDepth';
import { testTimeKeys } from './testTimes';
import {
  testDepthNames,
  testEnvironmentNames,
  testOriginNames,
  testOutcomeNames,
  testStateNames,
  testTimeNames,
} from '../testWords';

/** Blocks of the bar that stand for the target. */
const TARGET_BLOCKS = 10;
const MOST_BLOCKS = 20;

/** Markdown of somebody else below a heading of this report: its headings become deeper than that, and it holds no tags. */
function quoted(markdown: string): string {
  return markdown
    .split('\n')
    .map(line => `> ${line.replace(/</g, '&lt;')}`.trimEnd())
    .join('\n');
}

function table(head: string[], rows: string[][]): string[] {
  const line = (cells: string[]) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)];
}

/** A measured time against its target, drawn: ten blocks are the target. */
function bar(seconds: number, target: number): string {
  if (target === 0)
    return seconds === 0 ? '│ 0' : `│${'█'.repeat(MOST_BLOCKS)}`;
  const blocks = Math.min(
    MOST_BLOCKS,
    seconds === 0
      ? 0
      : Math.max(1, Math.ceil((seconds / target) * TARGET_BLOCKS)),
  );
  const within = Math.min(blocks, TARGET_BLOCKS);
  return `${'█'.repeat(within)}${'·'.repeat(
    TARGET_BLOCKS - within,
  )}│${'█'.repeat(blocks - within)}`;
}

const against: Record<AgainstTarget, string> = {
  met: 'met',
  missed: '**missed**',
  'not-assessed': 'not assessed',
};

function measuredRow(
  name: string,
  seconds: number | null,
  options: { target: string | null; judged: AgainstTarget },
): string[] {
  const { target, judged } = options;
  const measured = seconds === null ? 'not known' : describeDuration(seconds);
  if (target === null || target === 'none') {
    const said = target === null ? 'not set' : 'holds no data';
    return [name, measured, said, against[judged], ''];
  }
  const tolerated = durationSeconds(target);
  return [
    name,
    measured,
    describeDuration(tolerated),
    against[judged],
    seconds === null ? '' : bar(seconds, tolerated),
  ];
}

function levelRow({
  deliveredPercent,
  targets,
  measure,
  levelMet,
}: TestResult): string[] {
  const { mbcoPercent, mbcoText } = targets;
  if (mbcoPercent === null && mbcoText === null) return [];
  const delivered =
    deliveredPercent === null ? 'not known' : `${deliveredPercent} %`;
  const answer = levelMet ? 'reached' : 'not reached';
  const seen = levelMet === null ? delivered : answer;
  return [
    'Minimum service',
    mbcoPercent === null ? seen : delivered,
    [
      mbcoText && plainInMarkdown(mbcoText),
      mbcoPercent !== null && `${mbcoPercent} %`,
    ]
      .filter(Boolean)
      .join(', '),
    against[measure.level],
    '',
  ];
}

function answerText(met: boolean | null): string {
  if (met === null) return 'not answered';
  return met ? 'met' : '**not met**';
}

/** An address between angle brackets, as it is. */
function link(url: string): string {
  return `<${url.replace(/[<>\s]/g, encodeURIComponent)}>`;
}

class Report {
  readonly #lines: string[] = [];
  readonly #zone: string;

  constructor(zone: string) {
    this.#zone = zone;
  }

  /** With the offset, since in the night in which the clocks change the wall time alone is not enough. */
  moment(instant: string | null): string {
    if (instant === null) return '–';
    return DateTime.fromISO(instant, { zone: this.#zone })
      .setLocale('en-GB')
      .toFormat('d LLLL yyyy, HH:mm:ss (ZZ)');
  }

  section(title: string, lines: string[]): void {
    if (lines.length === 0) return;
    this.#lines.push(`## ${title}`, '', ...lines, '');
  }

  add(...lines: string[]): void {
    this.#lines.push(...lines, '');
  }

  text(): string {
    return `${this.#lines.join('\n').trimEnd()}\n`;
  }
}

function markdownLines(text: string): string[] {
  return text === '' ? [] : [quoted(text)];
}

function heldText(test: TestDetail, report: Report): string {
  if (test.heldAt === null) return 'not held';
  if (test.heldPrecision === 'day') {
    return report.moment(test.heldAt).replace(/,.*/, '');
  }
  return test.startedAt === null
    ? report.moment(test.heldAt)
    : `${report.moment(test.startedAt)} – ${report.moment(test.endedAt)}`;
}

function factRows(test: TestDetail, report: Report): string[][] {
  const person = (party: { ref: string; title: string | null } | null) =>
    party ? plainInMarkdown(party.title ?? party.ref) : '–';
  const rows: Array<[string, string | null]> = [
    ['Depth', testDepthNames[test.depth]],
    ['Kind', testOriginNames[test.origin]],
    ['State', test.missed ? 'Missed' : testStateNames[test.state]],
    ['Outcome', test.outcome && testOutcomeNames[test.outcome]],
    ['Environment', testEnvironmentNames[test.environment]],
    [
      'Scope of the test',
      test.partial ? 'A part of the service' : 'The whole service',
    ],
    ['Restored from a backup copy', test.restoresFromBackup ? 'Yes' : 'No'],
    [
      'Planned',
      `${report.moment(test.startsAt)} – ${report.moment(test.endsAt)}`,
    ],
    ['Held', heldText(test, report)],
    [
      'Entered',
      test.enteredAfterwards ? 'Afterwards, not while it was held' : null,
    ],
    ['Facilitator', person(test.facilitator)],
    ['Participants', test.participants.map(person).join(', ') || null],
    [
      'Reviewed',
      test.review
        ? `${report.moment(test.review.at)} by ${plainInMarkdown(
            test.review.by,
          )}`
        : 'Not reviewed',
    ],
    [
      'Completed',
      test.completedBy &&
        `${report.moment(test.completedAt)} by ${plainInMarkdown(
          test.completedBy,
        )}`,
    ],
    [
      'Run',
      test.machine &&
        `${plainInMarkdown(test.machine.subject)}${
          test.machine.runUrl ? `, ${link(test.machine.runUrl)}` : ''
        }`,
    ],
    [
      'Attestation',
      test.supplier &&
        `${plainInMarkdown(test.supplier.name)}: ${plainInMarkdown(
          test.supplier.document,
        )}, ${plainInMarkdown(test.supplier.issuedOn)}`,
    ],
    [
      'Cancelled',
      test.cancelled &&
        `${report.moment(test.cancelled.at)} by ${plainInMarkdown(
          test.cancelled.by,
        )}: ${plainInMarkdown(test.cancelled.reason)}`,
    ],
  ];
  return rows
    .filter((row): row is [string, string] => row[1] !== null)
    .map(([name, value]) => [name, value]);
}

function resultLines(
  result: TestResult,
  test: TestDetail,
  report: Report,
): string[] {
  const { measure, targets, times, outcome } = result;
  const name = plainInMarkdown(result.title ?? result.entityRef);
  const lines = [
    `### ${name}`,
    '',
    `${plainInMarkdown(result.entityRef)}: **${
      outcome === null ? 'no outcome' : testOutcomeNames[outcome]
    }**${
      measure.reasons.length > 0
        ? `; ${measure.reasons
            .map(reason => outcomeReasonTexts[reason])
            .join(', ')}`
        : ''
    }.`,
    '',
  ];
  const marks = [
    result.restoredFromBackup && 'restored from a backup copy',
    result.partial && 'only a part of its service was tested',
  ].filter(Boolean);
  if (marks.length > 0) lines.push(`Marks: ${marks.join(', ')}.`, '');
  if (isMeasuringDepth(test.depth)) {
    const level = levelRow(result);
    lines.push(
      ...table(
        ['', 'Measured', 'Target', 'Result', 'Drawn (│ = target)'],
        [
          measuredRow('RTA against RTO', measure.rtaSeconds, {
            target: targets.rto,
            judged: measure.rto,
          }),
          measuredRow('RPA against RPO', measure.rpaSeconds, {
            target: targets.rpo,
            judged: measure.rpo,
          }),
          ...(level.length > 0 ? [level] : []),
        ],
      ),
      '',
      ...table(
        ['Moment', 'When'],
        testTimeKeys
          .filter(key => times[key] !== null)
          .map(key => [testTimeNames[key], report.moment(times[key])]),
      ),
      '',
    );
  }
  for (const [title, text] of [
    ['Deficiencies', result.deficiencies],
    ['Note', result.note],
  ]) {
    if (text !== '') lines.push(`${title}:`, '', quoted(text), '');
  }
  return lines;
}

/**
 * The report of a test as Markdown (DOMAIN.md §5): aims, scope, plan versions, times against targets, outcome, findings, who reviewed it. It says how
 * many entities were left out that the reader may not see. Texts of people are quoted, so that nothing in them passes for a part of the report.
 *
 * @param options - `timeZone`: in which moments are written; each has its offset
 * @public
 */
export function writeTestReport(
  test: TestDetail,
  options: { timeZone: string },
): string {
  const report = new Report(options.timeZone);
  const { contents, entities } = test;
  report.add(`# ${plainInMarkdown(test.title)}`);
  report.add(...table(['', ''], factRows(test, report)));
  report.section('Aims', markdownLines(contents.aims));
  report.section('Scenario', markdownLines(contents.scenario.description));
  report.section('Scope', [
    ...test.scope.map(
      ({ entityRef, title, tier }) =>
        `- ${
          title === null ? '' : `${plainInMarkdown(title)}, `
        }${plainInMarkdown(entityRef)}${
          tier === null ? '' : ` (${plainInMarkdown(tier)})`
        }`,
    ),
    ...(entities.redacted > 0
      ? [`- and ${entities.redacted} that you may not see`]
      : []),
  ]);
  report.section(
    'Plan versions under test',
    test.plans.map(
      ({ title, version, inForce }) =>
        `- ${plainInMarkdown(title)}, version ${version}${
          inForce ? ', in force' : ', not in force now'
        }`,
    ),
  );
  report.section(
    'Success criteria',
    contents.successCriteria.map(({ id, text }) => {
      const answer = test.criteria.find(one => one.id === id);
      const met = answerText(answer?.met ?? null);
      const note = answer?.note ? `: ${plainInMarkdown(answer.note)}` : '';
      return `- ${plainInMarkdown(text)} – ${met}${note}`;
    }),
  );
  report.section(
    'Results',
    test.results.flatMap(result => resultLines(result, test, report)),
  );
  report.section('Summary', markdownLines(test.summary));
  report.section(
    'Findings',
    test.findings.map(
      ({ title, severity, state, dueOn, owner }) =>
        `- ${plainInMarkdown(
          title,
        )} (${severity}, ${state}, due ${dueOn}, ${plainInMarkdown(
          owner.title ?? owner.ref,
        )})`,
    ),
  );
  report.section(
    'Review',
    test.review
      ? [
          `${plainInMarkdown(test.review.by)}, ${report.moment(
            test.review.at,
          )}`,
          ...(test.review.note === '' ? [] : ['', quoted(test.review.note)]),
        ]
      : ['Nobody has reviewed these results yet.'],
  );
  report.section(
    'Checklist',
    test.steps.length === 0
      ? []
      : table(
          ['Step', 'State', 'Started', 'Done', 'Who', 'Note'],
          test.steps.map(step => [
            plainInMarkdown(step.title),
            step.state,
            report.moment(step.startedAt),
            report.moment(step.doneAt),
            step.doneBy === null ? '–' : plainInMarkdown(step.doneBy),
            plainInMarkdown(step.note),
          ]),
        ),
  );
  report.section(
    'Log',
    test.events.length === 0
      ? []
      : table(
          ['When', 'Who', 'What'],
          test.events.map(({ at, by, text }) => [
            report.moment(at),
            plainInMarkdown(by),
            plainInMarkdown(text),
          ]),
        ),
  );
  report.section(
    'Attachments',
    test.attachments.map(attachment =>
      attachment.kind === 'link'
        ? `- ${plainInMarkdown(attachment.title)}: ${link(attachment.url)}`
        : `- ${plainInMarkdown(
            attachment.title || attachment.fileName,
          )}: ${plainInMarkdown(attachment.fileName)}, ${
            attachment.bytes
          } bytes, SHA-256 \`${attachment.sha256}\``,
    ),
  );
  report.section(
    'Changes of dates',
    test.reschedules.map(
      ({ from, to, reason, at, by }) =>
        `- ${report.moment(at)}, ${plainInMarkdown(by)}: from ${report.moment(
          from.startsAt,
        )} to ${report.moment(to.startsAt)}: ${plainInMarkdown(reason)}`,
    ),
  );
  return report.text();
}
