import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import {
  writeTestReport,
  type ContinuityPolicy,
  type History,
  type PlanFile,
} from 'backstage-plugin-continuity-common';
import { WrongFieldsError } from '../../contract/WrongFieldsError';
import { hideEntities } from '../../permissions/hideEntities';
import { TestAccess } from '../../permissions/TestAccess';
import type { RecordStore } from '../../record/RecordStore';
import { testRecordRef } from '../../testing/TestWriter';
import { fileNameOf } from '../plan/PlanReadService';
import { TestReader } from './TestReader';
import { TestSight } from './TestSight';

const DEFAULT_LIMIT = 50;

interface Options {
  policy: ContinuityPolicy;
  testReader: TestReader;
  testAccess: TestAccess;
  testSight: TestSight;
  records: RecordStore;
}

type Asked = { credentials: BackstageCredentials };

/** Reads what was decided about tests, and their reports. */
export class TestReadService {
  readonly #options: Options;

  static create(options: Options) {
    return new TestReadService(options);
  }

  private constructor(options: Options) {
    this.#options = options;
  }

  async report(testId: string, { credentials }: Asked): Promise<PlanFile> {
    const { policy, testAccess, testReader } = this.#options;
    const caller = await testAccess.of(credentials);
    const test = await testReader.detail(testId, caller);
    return {
      fileName: `${fileNameOf(test.title)}-report.md`,
      mediaType: 'text/markdown',
      content: writeTestReport(test, { timeZone: policy.timeZone }),
    };
  }

  async history(
    testId: string,
    page: { limit?: number; cursor?: string },
    { credentials }: Asked,
  ): Promise<History> {
    const { testAccess, testSight, records } = this.#options;
    if (page.cursor !== undefined && !/^[1-9]\d{0,14}$/.test(page.cursor)) {
      throw new WrongFieldsError([
        {
          path: 'cursor',
          message:
            'This is no cursor of this list. Send the nextCursor of the page before, or leave it out.',
        },
      ]);
    }
    const caller = await testAccess.of(credentials);
    await testSight.open(testId, caller);
    const { items, totalItems, nextCursor } = await records.list({
      entityRef: testRecordRef(testId),
      limit: page.limit ?? DEFAULT_LIMIT,
      before: page.cursor,
    });
    const hidden = await testSight.hiddenIn(items, caller);
    return {
      items: hideEntities(items, hidden),
      totalItems,
      pageInfo: nextCursor ? { nextCursor } : {},
    };
  }
}
