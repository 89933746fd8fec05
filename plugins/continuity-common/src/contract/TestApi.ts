import type {
  CalendarFeed,
  CalendarFeedCreated,
  CalendarFeedList,
  CalendarFeedRequest,
} from '../testing/calendarFeed';
import type { DueTestList, DueTestQuery } from '../testing/standing/dueTest';
import type { FindingDetail } from '../testing/finding/findingDetail';
import type {
  FindingAcceptRequest,
  FindingCreateRequest,
  FindingList,
  FindingQuery,
  FindingResolveRequest,
  FindingUpdateRequest,
  FindingVerifyRequest,
} from '../testing/finding/findingRequests';
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
import type { History } from './requests';
import type { LanguageQuery } from '../terms/textLanguage';

/**
 * The calls about findings, as `ContinuityApi.tests.findings`. See `readFindingConflict` for a stale edit (409).
 *
 * @public
 */
export interface FindingApi {
  list(query?: FindingQuery): Promise<FindingList>;

  get(findingId: string): Promise<FindingDetail>;

  create(request: FindingCreateRequest): Promise<FindingDetail>;

  update(
    findingId: string,
    request: FindingUpdateRequest,
    options: { revision: number },
  ): Promise<FindingDetail>;

  /** Says that somebody works on it. */
  start(findingId: string, request?: { note?: string }): Promise<FindingDetail>;

  resolve(
    findingId: string,
    request: FindingResolveRequest,
  ): Promise<FindingDetail>;

  /** As another person, says whether what was done worked. */
  verify(
    findingId: string,
    request: FindingVerifyRequest,
  ): Promise<FindingDetail>;

  /** Approves that nothing will be done about it. */
  accept(
    findingId: string,
    request: FindingAcceptRequest,
  ): Promise<FindingDetail>;

  reopen(findingId: string, reason: string): Promise<FindingDetail>;
}

/**
 * The calls about tests, as `ContinuityApi.tests`. Each rejects as the others do; see `readTestConflict` for a stale edit (409).
 *
 * @public
 */
export interface TestApi {
  readonly findings: FindingApi;

  list(query?: TestQuery): Promise<TestList>;

  get(testId: string): Promise<TestDetail>;

  create(request: TestCreateRequest): Promise<TestDetail>;

  /** What the policy demands and nobody has planned in time. */
  listDue(query?: DueTestQuery): Promise<DueTestList>;

  planDue(request: PlanDueRequest): Promise<PlanDueResponse>;

  /** What a machine reports of a test that it held. */
  reportResults(request: MachineResultRequest): Promise<MachineResultResponse>;

  recordSupplierEvidence(request: SupplierEvidenceRequest): Promise<TestDetail>;

  /** The library, in the language if it is at hand in it. */
  scenarios(query?: LanguageQuery): Promise<ScenarioList>;

  /** What speaks against a date. */
  findConflicts(request: ScheduleConflictsRequest): Promise<ScheduleConflicts>;

  update(
    testId: string,
    request: TestUpdateRequest,
    options: { revision: number },
  ): Promise<TestDetail>;

  reschedule(
    testId: string,
    request: TestRescheduleRequest,
    options: { revision: number },
  ): Promise<TestDetail>;

  cancel(testId: string, reason: string): Promise<TestDetail>;

  start(testId: string, request?: TestStartRequest): Promise<TestDetail>;

  /** To be asked every few seconds; `run` is null where nothing changed since. */
  getRun(
    testId: string,
    options?: { sinceRevision?: number },
  ): Promise<TestRun>;

  saveSteps(testId: string, request: TestStepsRequest): Promise<TestRun>;

  addEvents(testId: string, request: TestEventsRequest): Promise<TestRun>;

  /** Stamps times and records results, for one entity or many. */
  saveResults(testId: string, request: TestResultsRequest): Promise<TestRun>;

  complete(testId: string, request: TestCompleteRequest): Promise<TestDetail>;

  review(testId: string, request: TestReviewRequest): Promise<TestDetail>;

  addAttachment(
    testId: string,
    request: TestAttachmentRequest,
  ): Promise<TestDetail>;

  getAttachment(testId: string, attachmentId: string): Promise<Blob>;

  removeAttachment(
    testId: string,
    attachmentId: string,
    reason: string,
  ): Promise<TestDetail>;

  /** The report as Markdown. */
  exportReport(testId: string): Promise<string>;

  getHistory(
    testId: string,
    page?: { limit?: number; cursor?: string },
  ): Promise<History>;

  listFeeds(): Promise<CalendarFeedList>;

  /** The address is shown only in this answer. */
  createFeed(request: CalendarFeedRequest): Promise<CalendarFeedCreated>;

  revokeFeed(feedId: string): Promise<CalendarFeed>;
}
