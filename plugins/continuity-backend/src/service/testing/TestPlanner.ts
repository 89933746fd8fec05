import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import { NotAllowedError } from '@backstage/errors';
import {
  testContentsSchema,
  type Assessment,
  type planDueRequestSchema,
  type PlanDueResponse,
  type TestContents,
  type TestDepth,
} from 'backstage-plugin-continuity-common';
import type { z } from 'zod';
import type { AssessmentEngine } from '../../assessment/AssessmentEngine';
import type { MirrorStore } from '../../catalog/MirrorStore';
import { TestAccess } from '../../permissions/TestAccess';
import { hideEntities } from '../../permissions/hideEntities';
import { newTest } from '../../testing/newTest';
import { keyOf } from '../../testing/TestedPlans';
import { TestWriter } from '../../testing/TestWriter';
import { TestChecks } from './TestChecks';
import { afterOf } from '../../testing/inHistory';
import { TestSight } from './TestSight';
import { TestSummaries } from './TestSummaries';

interface Options {
  mirror: MirrorStore;
  engine: AssessmentEngine;
  testAccess: TestAccess;
  testChecks: TestChecks;
  testSight: TestSight;
  testSummaries: TestSummaries;
  testWriter: TestWriter;
}

type Request = z.output<typeof planDueRequestSchema>;
type Environment = TestContents['environment'];

/** From the one that proves most. */
const environments: Environment[] = ['production', 'production-like', 'other'];

/** Where nobody says and no requirement demands one: a test needs no permission to disturb what customers use. */
const USUAL_ENVIRONMENT: Environment = 'production-like';

const depthNames: Record<TestDepth, string> = {
  review: 'Review',
  walkthrough: 'Walkthrough',
  tabletop: 'Tabletop exercise',
  simulation: 'Simulation',
  parallel: 'Parallel test',
  failover: 'Failover test',
  restore: 'Restore test',
};

/** Plans tests for due items: one for many entities, or one each. */
export class TestPlanner {
  readonly #options: Options;

  static create(options: Options) {
    return new TestPlanner(options);
  }

  private constructor(options: Options) {
    this.#options = options;
  }

  async planDue(
    request: Request,
    { credentials }: { credentials: BackstageCredentials },
  ): Promise<PlanDueResponse> {
    const { engine, mirror, testAccess, testChecks, testSight, testWriter } =
      this.#options;
    const caller = await testAccess.of(credentials);
    if (!caller.access.mayCreateTests) {
      throw new NotAllowedError(
        'You may not plan tests: it needs the permission continuity.test.create.',
      );
    }
    const refs = [...new Set(request.items.map(({ entityRef }) => entityRef))];
    const unknown = await testChecks.unknownAmong(refs, caller);
    const isUntestable = (ref: string) =>
      unknown.has(ref) || /^(?:user|group):/.test(ref);
    const refused = request.items
      .filter(({ entityRef }) => isUntestable(entityRef))
      .map(item => ({
        ...item,
        message: `${item.entityRef} does not exist in the catalog.`,
      }));
    const accepted = refs.filter(ref => !isUntestable(ref));
    const current = await engine.current(accepted);
    const entities = await mirror.get(accepted);
    const assessments = new Map(
      [...current].map(([ref, { assessment }]) => [ref, assessment]),
    );
    const titleOf = (ref: string) => entities.get(ref)?.title ?? ref;
    const groups = groupsOf(request, new Set(accepted));
    const planned = groups.map(group =>
      contentsOf(request, group, { assessments, titleOf }),
    );
    const visible = await testChecks.visiblePlans(
      planned.flatMap(({ plans }) => plans),
      caller,
    );
    const contents = planned.map(plan => ({
      ...plan,
      plans: plan.plans.filter(version => visible.has(keyOf(version))),
    }));
    if (contents.length > 0) {
      // people are the same in all of them, and entities were looked at above
      await testChecks.contents(contents[0], {
        before: null,
        caller,
        path: '',
      });
    }
    const at = testWriter.now();
    const by = caller.access.subject;
    const tests = contents.map(said => newTest({ contents: said, by, at }));
    await testWriter.begin(
      tests.map(test => ({
        test,
        record: { action: 'planned', after: afterOf(test) },
      })),
    );
    const summaries = await this.#options.testSummaries.of(tests, {
      caller,
      waiting: new Map(),
    });
    const hidden = await testSight.hiddenIn(summaries, caller);
    return { tests: hideEntities(summaries, hidden), refused };
  }
}

interface Group {
  depth: TestDepth;
  entities: string[];
}

function groupsOf({ items, tests }: Request, accepted: Set<string>): Group[] {
  const groups = new Map<string, Group>();
  for (const { entityRef, depth } of items) {
    if (!accepted.has(entityRef)) continue;
    const key = tests === 'one' ? depth : `${depth} ${entityRef}`;
    const group = groups.get(key) ?? { depth, entities: [] };
    group.entities.push(entityRef);
    groups.set(key, group);
  }
  return [...groups.values()];
}

function contentsOf(
  request: Request,
  { depth, entities }: Group,
  options: {
    assessments: Map<string, Assessment>;
    titleOf: (ref: string) => string;
  },
): TestContents {
  const { assessments, titleOf } = options;
  const { schedule, facilitator, participants, title } = request;
  const [first] = entities;
  const others = new Set(entities).size - 1;
  const named = `${depthNames[depth]} of ${titleOf(first)}${
    others > 0 ? ` and ${others} more` : ''
  }`;
  const standings = entities.flatMap(ref =>
    (assessments.get(ref)?.tests?.requirements ?? []).filter(
      requirement => requirement.depth === depth,
    ),
  );
  const asked = standings.flatMap(standing => standing.environments ?? []);
  const plans = new Map(
    entities
      .flatMap(ref => assessments.get(ref)?.plans ?? [])
      .filter(({ covers, role }) => covers && role !== 'other')
      .map(({ planId, version }) => [planId, { planId, version }]),
  );
  return testContentsSchema.parse({
    title: (title || named).slice(0, 200),
    depth,
    environment:
      request.environment ??
      environments.find(environment => asked.includes(environment)) ??
      USUAL_ENVIRONMENT,
    entities,
    plans: [...plans.values()].slice(0, 50),
    schedule,
    facilitator,
    participants,
    aims: '',
    preparation: '',
  });
}
