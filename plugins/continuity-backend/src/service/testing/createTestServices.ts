import type {
  PermissionsRegistryService,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import type { ContinuityPolicy } from 'backstage-plugin-continuity-common';
import type { CatalogRefresh } from '../../catalog/CatalogRefresh';
import { CallerAccess } from '../../permissions/CallerAccess';
import { CatalogVisibility } from '../../permissions/CatalogVisibility';
import { ContinuityEntityResources } from '../../permissions/resources/ContinuityEntityResources';
import { ContinuityTestResources } from '../../permissions/resources/ContinuityTestResources';
import { continuityTestResourceRef } from '../../permissions/resources/continuityTestResourceRef';
import { HiddenEntities } from '../../permissions/HiddenEntities';
import { TestAccess } from '../../permissions/TestAccess';
import { DueTestQueries } from '../../testing/DueTestQueries';
import { MachineReportStore } from '../../testing/MachineReportStore';
import { PlannedTestsReader } from '../../testing/PlannedTestsReader';
import { TestQueries } from '../../testing/TestQueries';
import { TestWriter } from '../../testing/TestWriter';
import type { Stores } from '../createStores';
import { DueTestService } from './DueTestService';
import { HeldTestRecorder } from './HeldTestRecorder';
import { MachineResultService } from './MachineResultService';
import { SupplierEvidenceService } from './SupplierEvidenceService';
import { TestAidService } from './TestAidService';
import { TestChecks } from './TestChecks';
import { TestDesk } from './TestDesk';
import { TestEvidenceService } from './TestEvidenceService';
import type { TestFindings } from './TestFindings';
import { TestImporter } from './TestImporter';
import { TestListService } from './TestListService';
import { TestPlanner } from './TestPlanner';
import { TestReader } from './TestReader';
import { TestReadService } from './TestReadService';
import { TestResultService } from './TestResultService';
import { TestReviewService } from './TestReviewService';
import { TestRunService } from './TestRunService';
import { TestService } from './TestService';
import { TestSight } from './TestSight';
import { TestStarter } from '../../testing/TestStarter';
import { TestSummaries } from './TestSummaries';
import { TestWaitingReader } from './TestWaitingReader';

/** Puts together what answers the calls about tests. */
export function createTestServices(options: {
  permissions: PermissionsService;
  permissionsRegistry: PermissionsRegistryService;
  resources: ContinuityEntityResources;
  stores: Stores;
  policy: ContinuityPolicy;
  access: CallerAccess;
  visibility: CatalogVisibility;
  hiddenEntities: HiddenEntities;
  refresh: CatalogRefresh;
  testFindings: TestFindings;
  peopleKnown: () => Promise<boolean>;
  clock: () => Date;
}) {
  const { stores, ...rest } = options;
  const { database } = stores;
  const testResources = ContinuityTestResources.create({
    database,
    entities: options.resources,
  });
  const testAccess = TestAccess.create({
    access: options.access,
    permissions: options.permissions,
    resources: testResources,
    ruleset: options.permissionsRegistry.getPermissionRuleset(
      continuityTestResourceRef,
    ),
  });
  // the stores come last: what is started with them has a `database` of its own
  const base = { ...rest, ...stores, testAccess };
  const testSight = TestSight.create(base);
  const seeing = {
    ...base,
    testSight,
    testWaiting: TestWaitingReader.create(base),
    testSummaries: TestSummaries.create({ ...base, testSight }),
  };
  const shared = {
    ...seeing,
    testReader: TestReader.create(seeing),
    testDesk: TestDesk.create(seeing),
    testWriter: TestWriter.create(base),
    testChecks: TestChecks.create(seeing),
    testStarter: TestStarter.create(base),
    testQueries: TestQueries.create(base),
    dueTestQueries: DueTestQueries.create(base),
    plannedTests: PlannedTestsReader.create(base),
  };
  const evidence = {
    ...shared,
    heldTests: HeldTestRecorder.create(shared),
    machineReports: MachineReportStore.create(base),
  };
  return {
    machineResults: MachineResultService.create(evidence),
    supplierEvidence: SupplierEvidenceService.create(evidence),
    testImporter: TestImporter.create({ ...evidence, testResources }),
    tests: TestService.create(shared),
    testRuns: TestRunService.create(shared),
    testResults: TestResultService.create(shared),
    testReviews: TestReviewService.create(shared),
    testEvidence: TestEvidenceService.create(shared),
    testList: TestListService.create(shared),
    testPlanner: TestPlanner.create(shared),
    testReads: TestReadService.create(shared),
    dueTests: DueTestService.create(shared),
    dueTestQueries: shared.dueTestQueries,
    testAids: TestAidService.create(shared),
  };
}
