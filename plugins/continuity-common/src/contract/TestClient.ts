import type {
  CalendarFeed,
  CalendarFeedCreated,
  CalendarFeedList,
  CalendarFeedRequest,
} from '../testing/calendarFeed';
import type { DueTestList, DueTestQuery } from '../testing/standing/dueTest';
import type {
  MachineResultRequest,
  MachineResultResponse,
} from '../testing/result/machineResult';
import type { ScenarioList } from '../testing/scenario/scenario';
import type {
  ScheduleConflicts,
  ScheduleConflictsRequest,
} from '../testing/scheduleConflict';
import type { SupplierEvidenceRequest } from '../testing/result/supplierEvidence';
import type { TestDetail, TestRun } from '../testing/testDetail';
import type {
  PlanDueRequest,
  PlanDueResponse,
  TestAttachmentRequest,
  TestCompleteRequest,
  TestCreateRequest,
  TestEventsRequest,
  TestList,
  TestQuery,
  TestRescheduleRequest,
  TestResultsRequest,
  TestReviewRequest,
  TestStartRequest,
  TestStepsRequest,
  TestUpdateRequest,
} from '../testing/testRequests';
import { FindingClient } from './FindingClient';
import type { HttpCaller } from './HttpCaller';
import type { History } from './requests';
import type { FindingApi, TestApi } from './TestApi';
import type { LanguageQuery } from '../terms/textLanguage';

/** The calls about tests over HTTP. */
export class TestClient implements TestApi {
  readonly #caller: HttpCaller;
  readonly findings: FindingApi;

  constructor(caller: HttpCaller) {
    this.#caller = caller;
    this.findings = new FindingClient(caller);
  }

  async list(query: TestQuery = {}): Promise<TestList> {
    return this.#caller.json('/tests', { query });
  }

  async get(testId: string): Promise<TestDetail> {
    return this.#caller.json(testPath(testId));
  }

  async create(request: TestCreateRequest): Promise<TestDetail> {
    return this.#caller.json('/tests', { method: 'POST', body: request });
  }

  async listDue(query: DueTestQuery = {}): Promise<DueTestList> {
    return this.#caller.json('/tests/due', { query });
  }

  async planDue(request: PlanDueRequest): Promise<PlanDueResponse> {
    return this.#caller.json('/tests/plan-due', {
      method: 'POST',
      body: request,
    });
  }

  async reportResults(
    request: MachineResultRequest,
  ): Promise<MachineResultResponse> {
    return this.#caller.json('/tests/results', {
      method: 'POST',
      body: request,
    });
  }

  async recordSupplierEvidence(
    request: SupplierEvidenceRequest,
  ): Promise<TestDetail> {
    return this.#caller.json('/tests/supplier-evidence', {
      method: 'POST',
      body: request,
    });
  }

  async scenarios(query: LanguageQuery = {}): Promise<ScenarioList> {
    return this.#caller.json('/tests/scenarios', { query });
  }

  async findConflicts(
    request: ScheduleConflictsRequest,
  ): Promise<ScheduleConflicts> {
    return this.#caller.json('/tests/conflicts', {
      method: 'POST',
      body: request,
    });
  }

  async update(
    testId: string,
    request: TestUpdateRequest,
    options: { revision: number },
  ): Promise<TestDetail> {
    return this.#caller.json(testPath(testId), {
      method: 'PATCH',
      body: request,
      headers: { 'If-Match': String(options.revision) },
    });
  }

  async reschedule(
    testId: string,
    request: TestRescheduleRequest,
    options: { revision: number },
  ): Promise<TestDetail> {
    return this.#caller.json(testPath(testId, '/reschedule'), {
      method: 'POST',
      body: request,
      headers: { 'If-Match': String(options.revision) },
    });
  }

  async cancel(testId: string, reason: string): Promise<TestDetail> {
    return this.#post(testId, '/cancel', { reason });
  }

  async start(
    testId: string,
    request: TestStartRequest = {},
  ): Promise<TestDetail> {
    return this.#post(testId, '/start', request);
  }

  async getRun(
    testId: string,
    options: { sinceRevision?: number } = {},
  ): Promise<TestRun> {
    return this.#caller.json(testPath(testId, '/run'), { query: options });
  }

  async saveSteps(testId: string, request: TestStepsRequest): Promise<TestRun> {
    return this.#post(testId, '/steps', request);
  }

  async addEvents(
    testId: string,
    request: TestEventsRequest,
  ): Promise<TestRun> {
    return this.#post(testId, '/events', request);
  }

  async saveResults(
    testId: string,
    request: TestResultsRequest,
  ): Promise<TestRun> {
    return this.#post(testId, '/results', request);
  }

  async complete(
    testId: string,
    request: TestCompleteRequest,
  ): Promise<TestDetail> {
    return this.#post(testId, '/complete', request);
  }

  async review(
    testId: string,
    request: TestReviewRequest,
  ): Promise<TestDetail> {
    return this.#post(testId, '/review', request);
  }

  async addAttachment(
    testId: string,
    request: TestAttachmentRequest,
  ): Promise<TestDetail> {
    return this.#post(testId, '/attachments', request);
  }

  async getAttachment(testId: string, attachmentId: string): Promise<Blob> {
    const path = testPath(testId, attachmentPath(attachmentId));
    return (await this.#caller.raw(path)).blob();
  }

  async removeAttachment(
    testId: string,
    attachmentId: string,
    reason: string,
  ): Promise<TestDetail> {
    return this.#post(testId, `${attachmentPath(attachmentId)}/remove`, {
      reason,
    });
  }

  async exportReport(testId: string): Promise<string> {
    return (await this.#caller.raw(testPath(testId, '/report'))).text();
  }

  async getHistory(
    testId: string,
    page: { limit?: number; cursor?: string } = {},
  ): Promise<History> {
    return this.#caller.json(testPath(testId, '/history'), { query: page });
  }

  async listFeeds(): Promise<CalendarFeedList> {
    return this.#caller.json('/tests/calendar-feeds');
  }

  async createFeed(request: CalendarFeedRequest): Promise<CalendarFeedCreated> {
    return this.#caller.json('/tests/calendar-feeds', {
      method: 'POST',
      body: request,
    });
  }

  async revokeFeed(feedId: string): Promise<CalendarFeed> {
    return this.#caller.json(
      `/tests/calendar-feeds/${encodeURIComponent(feedId)}`,
      { method: 'DELETE' },
    );
  }

  async #post<T>(testId: string, path: string, body: unknown): Promise<T> {
    return this.#caller.json(testPath(testId, path), { method: 'POST', body });
  }
}

function testPath(testId: string, rest: string = ''): string {
  return `/tests/${encodeURIComponent(testId)}${rest}`;
}

function attachmentPath(attachmentId: string): string {
  return `/attachments/${encodeURIComponent(attachmentId)}`;
}
