import type { ContinuityPolicy } from '../../policy/policy';
import { testingPolicy } from '../../policy/testingPolicy';
import { advance } from '../../terms/calendarSteps';
import { dayInZone } from '../../terms/dayInZone';
import type { FindingDraft } from './findingRequests';
import type { FindingSeverity } from './findingSummary';
import type { TestResult } from '../result/testResult';

const LONGEST_TITLE = 200;

/** What was found wrong with one entity in a test, and who answers for it. @public */
export type DeficientResult = Pick<
  TestResult,
  'entityRef' | 'outcome' | 'deficiencies'
> & {
  /** A user or group. */
  owner: string;
};

/**
 * The findings that deficiencies become (DOMAIN.md §5) where nobody wrote one down for the entity: one for what was said in the same words of entities
 * of the same owner, due by the policy's time for its severity.
 *
 * @param options - `drafts`: the findings that were written down; `now`: ISO instant
 * @public
 */
export function deficiencyFindings(
  results: readonly DeficientResult[],
  options: {
    drafts: ReadonlyArray<Pick<FindingDraft, 'entities'>>;
    policy: ContinuityPolicy;
    now: string;
  },
): FindingDraft[] {
  const { drafts, policy, now } = options;
  const written = new Set(drafts.flatMap(({ entities }) => entities));
  const found = new Map<string, FindingDraft>();
  for (const { entityRef, outcome, deficiencies, owner } of results) {
    const description = deficiencies.trim();
    if (description === '' || written.has(entityRef)) continue;
    const severity = outcome === 'failed' ? 'high' : 'medium';
    const key = JSON.stringify([owner, severity, description]);
    const known = found.get(key);
    if (known) {
      known.entities.push(entityRef);
      continue;
    }
    found.set(key, {
      title: titleOf(description),
      description,
      severity,
      entities: [entityRef],
      owner,
      dueOn: dueDay(severity, policy, now),
      cause: '',
      ticket: null,
    });
  }
  return [...found.values()];
}

/** The first line. */
function titleOf(text: string): string {
  const [line] = text.split('\n');
  return line.trim().slice(0, LONGEST_TITLE);
}

function dueDay(
  severity: FindingSeverity,
  policy: ContinuityPolicy,
  now: string,
): string {
  const { timeZone } = policy;
  const every = testingPolicy(policy).findings[severity];
  return dayInZone(advance(now, every, timeZone), timeZone);
}
