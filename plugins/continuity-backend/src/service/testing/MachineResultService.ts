import { createHash } from 'node:crypto';
import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import { ConflictError, NotAllowedError } from '@backstage/errors';
import {
  canonicalJson,
  mayReport,
  normaliseRef,
  type ContinuityPolicy,
  type machineResultRequestSchema,
  type MachineResultResponse,
  type TestContents,
} from 'backstage-plugin-continuity-common';
import type { z } from 'zod';
import type { MirrorStore } from '../../catalog/MirrorStore';
import {
  RequestIssue,
  WrongFieldsError,
} from '../../contract/WrongFieldsError';
import { TestAccess, TestCaller } from '../../permissions/TestAccess';
import {
  MachineReportStore,
  StoredMachineReport,
} from '../../testing/MachineReportStore';
import { newTest } from '../../testing/newTest';
import type { StoredTest } from '../../testing/StoredTest';
import { keyOf } from '../../testing/TestedPlans';
import { TestWriter } from '../../testing/TestWriter';
import { HeldItem, HeldTest, HeldTestRecorder } from './HeldTestRecorder';
import { TestChecks } from './TestChecks';
import { assertTestMay } from './TestDesk';
import { said } from '../../testing/inHistory';
import { assertPast } from './TestRunService';
import { TestSight } from './TestSight';

/** A run that takes longer is no run. */
const LONGEST_RUN_MS = 92 * 86_400_000;

type Report = z.output<typeof machineResultRequestSchema>;

interface Options {
  policy: ContinuityPolicy;
  mirror: MirrorStore;
  machineReports: MachineReportStore;
  heldTests: HeldTestRecorder;
  testAccess: TestAccess;
  testChecks: TestChecks;
  testSight: TestSight;
  testWriter: TestWriter;
}

/** The same report arrived at the same moment. */
class SentBefore extends Error {}

/** Takes what restore jobs and failover scripts report. What is sent twice counts once. */
export class MachineResultService {
  readonly #options: Options;

  static create(options: Options) {
    return new MachineResultService(options);
  }

  private constructor(options: Options) {
    this.#options = options;
  }

  async report(
    report: Report,
    { credentials }: { credentials: BackstageCredentials },
  ): Promise<MachineResultResponse> {
    const { testAccess, testWriter } = this.#options;
    const caller = await testAccess.of(credentials);
    const { subject } = caller.access;
    const bodySha256 = hashOf(report);
    const known = await this.#known(report, { subject, bodySha256 });
    if (known) return known;

    await this.#check(report, caller);
    const at = testWriter.now();
    const planned =
      report.testId === undefined
        ? this.#ownTest(report, { subject, at })
        : await this.#plannedTest(report.testId, { report, caller });
    const held = await this.#held(planned, report, { by: subject, at });
    const answer = answerOf(held);
    const remembered: StoredMachineReport = {
      subject,
      idempotencyKey: report.idempotencyKey,
      bodySha256,
      answer,
      at,
    };
    try {
      await this.#write(planned, {
        held,
        report: remembered,
        isNew: report.testId === undefined,
      });
    } catch (error) {
      if (!(error instanceof SentBefore)) throw error;
      return (await this.#known(report, { subject, bodySha256 }))!;
    }
    return answer;
  }

  async #known(
    { idempotencyKey }: Report,
    sent: { subject: string; bodySha256: string },
  ): Promise<MachineResultResponse | undefined> {
    const known = await this.#options.machineReports.get(
      sent.subject,
      idempotencyKey,
    );
    if (!known) return undefined;
    if (known.bodySha256 !== sent.bodySha256) {
      throw new ConflictError(
        `idempotencyKey: "${idempotencyKey}" was sent at ${known.at} with other contents, which made the test ${known.answer.testId}. Send another key.`,
      );
    }
    return { ...known.answer, duplicate: true };
  }

  async #check(report: Report, caller: TestCaller): Promise<void> {
    const { mirror, testChecks, testWriter } = this.#options;
    const refs = report.results.map(({ entityRef }) => entityRef);
    const mirrored = await mirror.get(refs);
    this.#assertMayReport(report, {
      subject: caller.access.subject,
      systemOf: ref => mirrored.get(ref)?.systemRef ?? null,
    });
    const unknown = await testChecks.unknownAmong(refs, caller);
    const plans = await testChecks.visiblePlans(report.plans, caller);
    const issues: RequestIssue[] = [
      ...refs.flatMap((ref, at) => {
        const path = `results.${at}.entityRef`;
        if (unknown.has(ref)) {
          return [{ path, message: `${ref} does not exist in the catalog.` }];
        }
        return refs.indexOf(ref) < at
          ? [{ path, message: `${ref} is named twice. Report it once.` }]
          : [];
      }),
      ...report.plans.flatMap((plan, at) =>
        plans.has(keyOf(plan))
          ? []
          : [
              {
                path: `plans.${at}`,
                message: `There is no version ${plan.version} of this plan. Name one that exists.`,
              },
            ],
      ),
      ...runIssues(report),
    ];
    if (issues.length > 0) throw new WrongFieldsError(issues);
    const now = testWriter.now();
    assertPast(report.startedAt, { now, path: 'startedAt' });
    assertPast(report.endedAt, { now, path: 'endedAt' });
  }

  /** Before anything is said of what exists. */
  #assertMayReport(
    report: Report,
    who: { subject: string; systemOf: (ref: string) => string | null },
  ): void {
    const { subject, systemOf } = who;
    const refused = report.results.flatMap((result, at) => {
      const { entityRef, restoredFromBackup } = result;
      const may = mayReport(this.#options.policy, {
        subject,
        entityRef,
        systemRef: systemOf(entityRef),
        depth: report.depth,
        restoredFromBackup: restoredFromBackup ?? report.restoredFromBackup,
      });
      return may ? [] : [`results.${at}.entityRef: ${entityRef}`];
    });
    if (refused.length === 0) return;
    throw new NotAllowedError(
      `${subject} may not report results of depth ${report.depth}${
        report.restoredFromBackup ? ' with the mark of a restore' : ''
      } for these entities; continuity.testing.reporters says for which it may.\n${refused.join(
        '\n',
      )}`,
    );
  }

  #ownTest(
    report: Report,
    { subject, at }: { subject: string; at: string },
  ): StoredTest {
    const { depth, environment, partial, plans, tool } = report;
    const { startedAt, endedAt } = report;
    const word = `${depth[0].toUpperCase()}${depth.slice(1)}`;
    const contents: TestContents = {
      title: report.title ?? `${word} reported by ${tool || subject}`,
      depth,
      environment,
      partial,
      restoresFromBackup: depth === 'restore' || report.restoredFromBackup,
      scenario: { id: null, description: '' },
      entities: report.results.map(({ entityRef }) => entityRef).sort(),
      plans,
      schedule: {
        allDay: false,
        start: startedAt,
        end: endedAt > startedAt ? endedAt : laterBy(startedAt, 60_000),
        timeZone: this.#options.policy.timeZone,
      },
      // nobody facilitates it; a name has to stand there
      facilitator: normaliseRef(subject) ?? 'external:default/machine',
      participants: [],
      aims: '',
      successCriteria: [],
      preparation: '',
    };
    return newTest(
      { contents, by: subject, at },
      { origin: 'machine', facilitator: null },
    );
  }

  async #plannedTest(
    testId: string,
    { report, caller }: { report: Report; caller: TestCaller },
  ): Promise<StoredTest> {
    const { test } = await this.#options.testSight.open(testId, caller);
    const by = caller.access.subject;
    assertTestMay(test.state === 'planned' ? 'start' : 'complete', test, {
      by,
    });
    const issues = mismatches(report, test.contents);
    if (issues.length > 0) throw new WrongFieldsError(issues);
    // what has begun as a test of people stays one
    return test.state === 'planned' ? { ...test, origin: 'machine' } : test;
  }

  async #held(
    test: StoredTest,
    report: Report,
    { by, at }: { by: string; at: string },
  ): Promise<HeldTest> {
    const items = report.results.map((result): HeldItem => {
      const { entityRef, ...patch } = result;
      return {
        entityRef,
        patch: {
          ...patch,
          partial: report.partial,
          restoredFromBackup:
            patch.restoredFromBackup ??
            (report.restoredFromBackup || report.depth === 'restore'),
        },
      };
    });
    const { startedAt, endedAt, runUrl, tool } = report;
    const held = await this.#options.heldTests.completed(test, {
      items,
      startedAt,
      endedAt,
      precision: 'instant',
      by,
      at,
    });
    if (held.issues.length > 0) {
      throw new WrongFieldsError(
        held.issues.map(({ index, path, message }) => ({
          path: `results.${index}.${path}`,
          message,
        })),
      );
    }
    const machine = { subject: by, runUrl, tool };
    return { ...held, test: { ...held.test, machine } };
  }

  async #write(
    before: StoredTest,
    how: { held: HeldTest; report: StoredMachineReport; isNew: boolean },
  ): Promise<void> {
    const { machineReports, testWriter } = this.#options;
    const { held, report, isNew } = how;
    const after = {
      state: held.test.state,
      heldAt: held.test.heldAt,
      machine: held.test.machine,
      results: Object.fromEntries(
        held.results.map(result => [result.entityRef, said(result)]),
      ),
    };
    const remember = async (
      trx: Parameters<typeof machineReports.insert>[0],
    ) => {
      if (!(await machineReports.insert(trx, report))) throw new SentBefore();
    };
    if (isNew) {
      await testWriter.begin([
        {
          test: held.test,
          record: { action: 'reported', after },
          also: async trx => {
            await remember(trx);
            await held.write(trx);
          },
        },
      ]);
      return;
    }
    await testWriter.change(
      before.id,
      report.subject,
      async ({ trx, test }) => {
        if (test.revision !== before.revision) {
          throw new ConflictError(
            'Somebody changed this test at the same moment. Send the report again.',
          );
        }
        await remember(trx);
        await held.write(trx);
        return {
          test: held.test,
          record: { action: 'reported', before: { state: test.state }, after },
          dirty: test.contents.entities,
        };
      },
    );
  }
}

function hashOf({ idempotencyKey, ...body }: Report): string {
  return createHash('sha256').update(canonicalJson(body)).digest('hex');
}

function answerOf({ test, results }: HeldTest): MachineResultResponse {
  return {
    testId: test.id,
    duplicate: false,
    items: results.map(({ entityRef, outcome, measure }) => ({
      entityRef,
      outcome: outcome!,
      measure: measure!,
    })),
  };
}

function runIssues({ startedAt, endedAt }: Report): RequestIssue[] {
  const takes = Date.parse(endedAt) - Date.parse(startedAt);
  const path = 'endedAt';
  if (takes < 0) {
    return [{ path, message: 'It ended before it began. Write a later end.' }];
  }
  return takes > LONGEST_RUN_MS
    ? [
        {
          path,
          message: 'The run takes longer than 92 days. Write an earlier end.',
        },
      ]
    : [];
}

/** What contradicts the test as it was planned. */
function mismatches(report: Report, contents: TestContents): RequestIssue[] {
  const issues: RequestIssue[] = [];
  for (const path of ['depth', 'environment'] as const) {
    if (report[path] === contents[path]) continue;
    issues.push({
      path,
      message: `The test was planned as "${contents[path]}". Report that, or leave testId out.`,
    });
  }
  const planned = new Set(contents.plans.map(keyOf));
  report.plans.forEach((plan, at) => {
    if (planned.has(keyOf(plan))) return;
    issues.push({
      path: `plans.${at}`,
      message: 'The test was planned without this version. Leave it out.',
    });
  });
  const tested = new Set(contents.entities);
  const reported = new Set(report.results.map(({ entityRef }) => entityRef));
  report.results.forEach(({ entityRef }, at) => {
    if (tested.has(entityRef)) return;
    issues.push({
      path: `results.${at}.entityRef`,
      message: `${entityRef} is not part of this test.`,
    });
  });
  const missing = contents.entities.filter(ref => !reported.has(ref));
  if (missing.length > 0) {
    issues.push({
      path: 'results',
      message: `The test has ${
        missing.length === 1 ? 'another entity' : `${missing.length} more`
      }, ${missing[0]}${
        missing.length === 1 ? '' : ' among them'
      }. Report all of them, or leave testId out.`,
    });
  }
  return issues;
}

function laterBy(moment: string, milliseconds: number): string {
  return new Date(Date.parse(moment) + milliseconds).toISOString();
}
