import type {
  testAidRoutes,
  testRoutes,
} from 'backstage-plugin-continuity-common';
import { HandlersOf } from '../../contract/RouteHandlers';
import type { createTestServices } from './createTestServices';

/** Binds the calls about tests to the services that answer them. */
export function createTestHandlers(
  services: ReturnType<typeof createTestServices>,
) {
  const { tests, testRuns, testResults, testReviews, testEvidence } = services;
  const { testList, testPlanner, testReads, dueTests, testAids } = services;
  return {
    listTests: ({ query, credentials }) =>
      testList.list(query, { credentials }),
    createTest: ({ body, credentials }) => tests.create(body, { credentials }),
    listDueTests: ({ query, credentials }) =>
      dueTests.list(query, { credentials }),
    planDueTests: ({ body, credentials }) =>
      testPlanner.planDue(body, { credentials }),
    getTestScenarios: async ({ query }) => testAids.scenarios(query),
    findScheduleConflicts: ({ body, credentials }) =>
      testAids.conflicts(body, { credentials }),
    getTest: ({ params, credentials }) => tests.get(params.id, { credentials }),
    updateTest: ({ params, body, revision, credentials }) =>
      tests.update(params.id, { ...body, revision }, { credentials }),
    rescheduleTest: ({ params, body, revision, credentials }) =>
      tests.reschedule(params.id, { ...body, revision }, { credentials }),
    cancelTest: ({ params, body, credentials }) =>
      tests.cancel(params.id, { ...body, credentials }),
    startTest: ({ params, body, credentials }) =>
      testRuns.start(params.id, body, { credentials }),
    getTestRun: ({ params, query, credentials }) =>
      testRuns.poll(params.id, query, { credentials }),
    saveTestSteps: ({ params, body, credentials }) =>
      testRuns.saveSteps(params.id, body, { credentials }),
    addTestEvents: ({ params, body, credentials }) =>
      testRuns.addEvents(params.id, body, { credentials }),
    saveTestResults: ({ params, body, credentials }) =>
      testResults.save(params.id, body, { credentials }),
    completeTest: ({ params, body, credentials }) =>
      testResults.complete(params.id, body, { credentials }),
    reviewTest: ({ params, body, credentials }) =>
      testReviews.review(params.id, body, { credentials }),
    addTestAttachment: ({ params, body, credentials }) =>
      testEvidence.add(params.id, body, { credentials }),
    getTestAttachment: ({ params, credentials }) =>
      testEvidence.get(params.id, params.attachmentId, { credentials }),
    removeTestAttachment: ({ params, body, credentials }) =>
      testEvidence.remove(params.id, params.attachmentId, {
        ...body,
        credentials,
      }),
    exportTestReport: ({ params, credentials }) =>
      testReads.report(params.id, { credentials }),
    getTestHistory: ({ params, query, credentials }) =>
      testReads.history(params.id, query, { credentials }),
  } satisfies Partial<HandlersOf<typeof testAidRoutes & typeof testRoutes>>;
}
