import { createHash, randomUUID } from 'node:crypto';
import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import { ConflictError, NotFoundError } from '@backstage/errors';
import {
  testingPolicy,
  type ContinuityPolicy,
  type PlanFile,
  type TestAttachment,
  type testAttachmentRequestSchema,
  type TestDetail,
} from 'backstage-plugin-continuity-common';
import type { z } from 'zod';
import { WrongFieldsError } from '../../contract/WrongFieldsError';
import { TestAccess } from '../../permissions/TestAccess';
import type { StoredTest } from '../../testing/StoredTest';
import type { TestStore } from '../../testing/TestStore';
import { TestWriter } from '../../testing/TestWriter';
import { TestDesk } from './TestDesk';
import { TestReader } from './TestReader';
import { TestSight } from './TestSight';

interface Options {
  policy: ContinuityPolicy;
  testStore: TestStore;
  testAccess: TestAccess;
  testDesk: TestDesk;
  testSight: TestSight;
  testReader: TestReader;
  testWriter: TestWriter;
}

type Asked = { credentials: BackstageCredentials };
type Request = z.output<typeof testAttachmentRequestSchema>;

/** Keeps links and small files as evidence of tests. */
export class TestEvidenceService {
  readonly #options: Options;

  static create(options: Options) {
    return new TestEvidenceService(options);
  }

  private constructor(options: Options) {
    this.#options = options;
  }

  async add(
    testId: string,
    request: Request,
    { credentials }: Asked,
  ): Promise<TestDetail> {
    const { testDesk, testReader, testStore, testWriter } = this.#options;
    const { caller } = await testDesk.open(testId, 'run', credentials);
    const by = caller.access.subject;
    const content = this.#contentOf(request);
    await testWriter.change(testId, by, async ({ trx, test, at }) => {
      assertOpen(test);
      const attachment = attachmentOf(request, content, { by, at });
      await testStore.addAttachment(trx, testId, attachment, content);
      return {
        test,
        record: {
          action: 'attachment-added',
          before: null,
          after: { ...attachment },
        },
        dirty: [],
      };
    });
    return testReader.detail(testId, caller);
  }

  async get(
    testId: string,
    attachmentId: string,
    { credentials }: Asked,
  ): Promise<PlanFile> {
    const { testAccess, testSight, testStore } = this.#options;
    const caller = await testAccess.of(credentials);
    await testSight.open(testId, caller);
    const file = await testStore.file(testId, attachmentId);
    if (!file) throw noAttachment();
    return {
      fileName: file.fileName,
      mediaType: file.mediaType,
      content: new Uint8Array(file.content),
    };
  }

  async remove(
    testId: string,
    attachmentId: string,
    { reason, credentials }: Asked & { reason: string },
  ): Promise<TestDetail> {
    const { testDesk, testReader, testStore, testWriter } = this.#options;
    const { caller } = await testDesk.open(testId, 'run', credentials);
    const by = caller.access.subject;
    await testWriter.change(testId, by, async ({ trx, test, at }) => {
      assertOpen(test);
      const known = await testStore.attachmentsOf(testId, trx);
      const attachment = known.find(({ id }) => id === attachmentId);
      if (!attachment) throw noAttachment();
      await testStore.removeAttachment(trx, attachmentId, {
        testId,
        at,
        by,
        reason,
      });
      return {
        test,
        record: {
          action: 'attachment-removed',
          reason,
          before: { ...attachment },
          after: null,
        },
        dirty: [],
      };
    });
    return testReader.detail(testId, caller);
  }

  #contentOf(request: Request): Buffer | null {
    if (request.kind === 'link') return null;
    const { maxBytes, mediaTypes } = testingPolicy(
      this.#options.policy,
    ).attachments;
    const content = Buffer.from(request.contentBase64, 'base64');
    if (content.length > maxBytes) {
      throw new WrongFieldsError([
        {
          path: 'contentBase64',
          message: `The file has ${content.length} bytes; ${maxBytes} are allowed. Keep it elsewhere and attach a link.`,
        },
      ]);
    }
    if (!mediaTypes.includes(request.mediaType)) {
      throw new WrongFieldsError([
        {
          path: 'mediaType',
          message: `Files of type "${
            request.mediaType
          }" are not kept here; ${mediaTypes.join(
            ', ',
          )} are. Attach a link instead.`,
        },
      ]);
    }
    return content;
  }
}

function attachmentOf(
  request: Request,
  content: Buffer | null,
  { by, at }: { by: string; at: string },
): TestAttachment {
  const shared = {
    id: randomUUID(),
    title: request.title,
    addedAt: at,
    addedBy: by,
  };
  if (request.kind === 'link') {
    return { kind: 'link', ...shared, url: request.url };
  }
  const { fileName, mediaType } = request;
  return {
    kind: 'file',
    ...shared,
    fileName,
    mediaType,
    bytes: content!.length,
    sha256: createHash('sha256').update(content!).digest('hex'),
  };
}

/** What was reviewed rests on the evidence of then. */
function assertOpen(test: StoredTest): void {
  if (test.state === 'cancelled') {
    throw new ConflictError('This test is cancelled. Plan a new one.');
  }
  if (test.reviewedAt !== null) {
    throw new ConflictError(
      'This test is reviewed: its evidence stays as it is.',
    );
  }
}

function noAttachment(): NotFoundError {
  return new NotFoundError('This test has no such file.');
}
