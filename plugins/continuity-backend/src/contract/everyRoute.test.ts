import { TestDatabases } from '@backstage/backend-test-utils';
import { continuityRoutes } from 'backstage-plugin-continuity-common';
import { aCompany, checkout, roles } from '../__testUtils__/aCompany';
import { testContents } from '../__testUtils__/aTest';
import { Portal } from '../__testUtils__/Portal';

const databases = TestDatabases.create({ ids: ['SQLITE_3'] });

/** A request for each route that would be right, so that only permissions can refuse it. */
const bodies: Record<string, object> = {
  updateProfile: { values: { rto: '4h' } },
  recordAgreement: {
    values: { rto: '4h' },
    with: 'Head of sales',
    reference: 'SLA-1',
    agreedOn: '2026-01-01',
  },
  recordBia: { state: 'draft', rpo: '1h' },
  confirmBia: {},
  rejectBia: {},
  discardBia: {},
  recordRiskAssessment: { state: 'draft', threats: [] },
  discardRiskAssessment: {},
  confirmAgreement: {},
  rejectAgreement: {},
  updateProfiles: {
    entityRefs: [checkout],
    values: { rto: '4h' },
    reason: 'x',
  },
  ...Object.fromEntries(
    ['Profiles', 'Analyses', 'Plans', 'Tests', 'Exemptions'].flatMap(kind => [
      [`dryRun${kind}`, { fileName: 'x.csv', csv: 'x' }],
      [
        `import${kind}`,
        { fileName: 'x.csv', csv: 'x', fingerprint: '0'.repeat(64) },
      ],
    ]),
  ),
  saveCoverageView: { name: 'x', search: '' },
  askOwners: { entityRefs: [checkout], message: 'x' },
  createPlan: { kind: 'service-recovery', title: 'x' },
  savePlanDraft: { contents: { title: 'x' } },
  discardPlanDraft: { reason: 'x' },
  submitPlan: {},
  returnPlan: { reason: 'x' },
  approvePlan: { version: 1, revision: 1 },
  archivePlan: { reason: 'x' },
  confirmPlan: { review: { because: 'x' } },
  bulkConfirmPlans: { planIds: ['x'], because: 'x' },
  setPrimaryPlan: { entityRefs: [checkout], reason: 'x' },
  clonePlan: { title: 'x' },
  acknowledgePlan: { version: 1 },
  touchPlanDraft: { editing: true },
  savePlanContacts: { items: [] },
  reportTestResults: {
    idempotencyKey: 'run/4711',
    depth: 'restore',
    environment: 'production',
    startedAt: '2026-01-01T00:00:00Z',
    endedAt: '2026-01-01T01:00:00Z',
    runUrl: 'https://ci.example.com/1',
    results: [{ entityRef: checkout, outcome: 'passed' }],
  },
  recordSupplierEvidence: {
    supplier: 'x',
    document: 'x',
    issuedOn: '2026-01-02',
    heldOn: '2026-01-01',
    depth: 'restore',
    environment: 'production',
    entities: [checkout],
    outcome: 'passed',
  },
  createCalendarFeed: { scope: { kind: 'all' } },
  createFinding: {
    title: 'x',
    severity: 'low',
    entities: [checkout],
    owner: 'group:default/shop-team',
    dueOn: '2026-06-30',
  },
  updateFinding: { title: 'x' },
  startFinding: {},
  resolveFinding: { what: 'x' },
  verifyFinding: { worked: true, note: 'x' },
  acceptFinding: { reason: 'x' },
  reopenFinding: { reason: 'x' },
  askForExemption: {
    entityRef: checkout,
    requirement: 'plan',
    reason: 'x',
    until: '2099-12-31',
  },
  approveExemption: {},
  refuseExemption: { reason: 'x' },
  withdrawExemption: {},
  endExemption: { reason: 'x' },
  createTest: { contents: testContents([checkout]) },
  planDueTests: {
    items: [{ entityRef: checkout, depth: 'failover' }],
    schedule: testContents([checkout]).schedule,
    facilitator: 'user:default/olivia',
  },
  updateTest: { contents: testContents([checkout]) },
  rescheduleTest: {
    schedule: testContents([checkout]).schedule,
    reason: 'x',
  },
  cancelTest: { reason: 'x' },
  startTest: {},
  saveTestSteps: {},
  addTestEvents: {
    items: [{ clientId: 'client-1', kind: 'note', text: 'x' }],
  },
  saveTestResults: { items: [{ entityRefs: [checkout] }] },
  completeTest: {},
  reviewTest: { revision: 1 },
  addTestAttachment: { kind: 'link', title: 'x', url: 'https://example.com' },
  removeTestAttachment: { reason: 'x' },
  findScheduleConflicts: {
    entities: [checkout],
    participants: [],
    schedule: testContents([checkout]).schedule,
  },
  decideCarryOver: { decision: 'decline', reason: 'x' },
  reviewInsights: { note: 'x' },
  createEvidencePack: {},
  startPolicyDryRun: { text: 'dueSoon: P14D' },
  whatIf: { entities: [checkout] },
  assessChange: { touched: [{ entityRef: checkout }] },
  updateChange: { title: 'x' },
  assessChangeAgain: {},
  approveChange: {},
  implementChange: {},
  withdrawChange: { reason: 'x' },
  reviewChange: { outcome: 'x' },
  declinePlanChangeRequest: { reason: 'x' },
  takeChangeWebhook: { id: 'x' },
  makeRunSheet: { entities: [checkout] },
  classifyDependencies: {
    items: [{ from: checkout, to: checkout, strength: 'hard', revision: 0 }],
    reason: 'x',
  },
};

const routes = Object.entries(continuityRoutes);

describe('every route', () => {
  let portal: Portal;

  beforeAll(async () => {
    portal = await Portal.start({
      knex: await databases.init('SQLITE_3'),
      catalog: aCompany(),
      roles: { ...roles, nina: { mayNothing: true } },
    });
    await portal.sweep();
  });

  afterAll(async () => portal.stop());

  function call(
    caller: ReturnType<Portal['as']>,
    [id, route]: (typeof routes)[number],
  ) {
    const path = route.path
      .replace(':kind/:namespace/:name', 'component/default/checkout')
      .replace(':id', 'some-id')
      .replace('versions/:n', 'versions/1')
      .replace('/suggestions', '/suggestions?entity=component:default/checkout')
      .replace('/compare', '/compare?from=1&to=1');
    return caller[route.method](path, bodies[id], {
      ...('ifMatch' in route ? { 'If-Match': '0' } : {}),
    });
  }

  it.each(routes)('%s needs somebody who is signed in', async (...route) => {
    const { status, body } = await call(portal.asNobody(), route);
    expect(status).toBe(401);
    expect(body.error.name).toBe('AuthenticationError');
  });

  it.each(routes)('%s is refused to who may nothing', async (...route) => {
    const { status, body } = await call(portal.as('nina'), route);
    expect(status).toBe(403);
    expect(body.error.message).toContain(route[1].permission.name);
  });

  it.each(routes.filter(([, route]) => 'usersOnly' in route))(
    '%s is refused to services',
    async (...route) => {
      const { status } = await call(portal.asService(), route);
      expect(status).toBe(403);
    },
  );

  it.each(routes.filter(([, route]) => 'auditEvent' in route))(
    '%s is audited when it is refused',
    async (...route) => {
      const audit = jest.mocked(portal.auditor.createEvent);
      audit.mockClear();
      await call(portal.as('nina'), route);
      expect(audit).toHaveBeenCalledTimes(1);
      expect(audit.mock.calls[0][0]).toMatchObject({
        eventId: (route[1] as { auditEvent: string }).auditEvent,
      });
      const event = await audit.mock.results[0].value;
      expect(event.fail).toHaveBeenCalledTimes(1);
      expect(event.success).not.toHaveBeenCalled();
    },
  );

  it('that changes something is audited when it succeeds', async () => {
    const audit = jest.mocked(portal.auditor.createEvent);
    audit.mockClear();
    await portal
      .as('olivia')
      .edit(checkout, { rto: '4h' }, { revision: 0 })
      .expect(200);
    const event = await audit.mock.results[0].value;
    expect(event.success).toHaveBeenCalledTimes(1);
    expect(event.fail).not.toHaveBeenCalled();
  });
});
