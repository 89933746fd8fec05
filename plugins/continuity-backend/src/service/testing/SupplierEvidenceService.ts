import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import {
  durationSeconds,
  isMeasuringDepth,
  testingPolicy,
  type ContinuityPolicy,
  type supplierEvidenceRequestSchema,
  type TestContents,
  type TestDetail,
} from 'backstage-plugin-continuity-common';
import { DateTime } from 'luxon';
import type { z } from 'zod';
import {
  RequestIssue,
  WrongFieldsError,
} from '../../contract/WrongFieldsError';
import { TestAccess, TestCaller } from '../../permissions/TestAccess';
import { newTest } from '../../testing/newTest';
import { TestWriter } from '../../testing/TestWriter';
import { heldOf } from '../profile/heldOf';
import { HeldTestRecorder } from './HeldTestRecorder';
import { TestChecks } from './TestChecks';
import { TestReader } from './TestReader';
import { said } from '../../testing/inHistory';

type Evidence = z.output<typeof supplierEvidenceRequestSchema>;

interface Options {
  policy: ContinuityPolicy;
  heldTests: HeldTestRecorder;
  testAccess: TestAccess;
  testChecks: TestChecks;
  testReader: TestReader;
  testWriter: TestWriter;
}

/** Records that suppliers attest tests of their own, as tests that are held and wait for a review. */
export class SupplierEvidenceService {
  readonly #options: Options;

  static create(options: Options) {
    return new SupplierEvidenceService(options);
  }

  private constructor(options: Options) {
    this.#options = options;
  }

  async record(
    evidence: Evidence,
    { credentials }: { credentials: BackstageCredentials },
  ): Promise<TestDetail> {
    const { heldTests, policy, testAccess, testReader, testWriter } =
      this.#options;
    const caller = await testAccess.of(credentials);
    const at = testWriter.now();
    await this.#check(evidence, { caller, at });
    const by = caller.access.subject;
    const { startedAt, endedAt, precision } = heldOf(
      { on: evidence.heldOn },
      { policy, now: at },
    );
    const { supplier: name, document, url, issuedOn, outcome } = evidence;
    const contents = this.#contents(evidence, by);
    const planned = newTest(
      { contents, by, at },
      {
        origin: 'supplier',
        facilitator: null,
        enteredAfterwards: true,
        supplier: { name, document, url, issuedOn },
        summary: evidence.note,
      },
    );
    const { attestedRta, attestedRpa, deliveredPercent } = evidence;
    const held = await heldTests.completed(planned, {
      items: contents.entities.map(entityRef => ({
        entityRef,
        patch: { outcome, deliveredPercent },
        attested: {
          rtaSeconds: secondsOf(attestedRta),
          rpaSeconds: secondsOf(attestedRpa),
        },
      })),
      startedAt,
      endedAt,
      precision,
      by,
      at,
    });
    if (held.issues.length > 0) throw new WrongFieldsError(held.issues);
    await testWriter.begin([
      {
        test: held.test,
        record: {
          action: 'supplier-evidence',
          after: {
            supplier: held.test.supplier,
            heldOn: evidence.heldOn,
            results: Object.fromEntries(
              held.results.map(result => [result.entityRef, said(result)]),
            ),
          },
        },
        also: held.write,
      },
    ]);
    return testReader.detail(held.test.id, caller);
  }

  async #check(
    evidence: Evidence,
    { caller, at }: { caller: TestCaller; at: string },
  ): Promise<void> {
    const { policy, testChecks } = this.#options;
    const { depth, entities, heldOn, issuedOn } = evidence;
    const accepted = testingPolicy(policy).supplierEvidence;
    const zone = policy.timeZone;
    const today = DateTime.fromISO(at, { zone }).toISODate()!;
    const issues: RequestIssue[] = [];
    const refuse = (path: string, message: string) =>
      issues.push({ path, message });
    if (!accepted.includes(depth)) {
      refuse(
        'depth',
        accepted.length === 0
          ? 'The policy accepts no evidence of suppliers; continuity.testing.supplierEvidence says for which depths it does.'
          : `The policy accepts no evidence of suppliers for "${depth}". Accepted are ${accepted.join(
              ', ',
            )}.`,
      );
    }
    if (heldOn > today) {
      refuse('heldOn', 'It has not happened yet. Write a day in the past.');
    }
    if (issuedOn > today) {
      refuse('issuedOn', 'It has not been issued yet. Write its day of issue.');
    }
    if (issuedOn < heldOn) {
      refuse(
        'issuedOn',
        'It was issued before the test was held. Write a later day.',
      );
    }
    if (!isMeasuringDepth(depth)) {
      for (const path of ['attestedRta', 'attestedRpa'] as const) {
        if (evidence[path] === null) continue;
        refuse(path, `A ${depth} measures nothing. Leave it out.`);
      }
    }
    if (!isMeasuringDepth(depth) && evidence.restoredFromBackup) {
      refuse('restoredFromBackup', `A ${depth} restores nothing.`);
    }
    const unknown = await testChecks.unknownAmong(entities, caller);
    entities.forEach((ref, index) => {
      if (!unknown.has(ref)) return;
      refuse(`entities.${index}`, `${ref} does not exist in the catalog.`);
    });
    if (issues.length > 0) throw new WrongFieldsError(issues);
  }

  #contents(evidence: Evidence, by: string): TestContents {
    const { supplier, document, depth, environment, partial } = evidence;
    const { entities, heldOn, restoredFromBackup } = evidence;
    return {
      title: `${supplier}: ${document}`.slice(0, 200),
      depth,
      environment,
      partial,
      restoresFromBackup: depth === 'restore' || restoredFromBackup,
      scenario: { id: null, description: '' },
      entities: [...new Set(entities)].sort(),
      plans: [],
      schedule: {
        allDay: true,
        start: heldOn,
        end: heldOn,
        timeZone: this.#options.policy.timeZone,
      },
      facilitator: by,
      participants: [],
      aims: '',
      successCriteria: [],
      preparation: '',
    };
  }
}

function secondsOf(duration: string | null): number | null {
  return duration === null ? null : durationSeconds(duration);
}
