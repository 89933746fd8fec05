import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import {
  scenariosIn,
  scheduleConflicts,
  scheduleInstants,
  textLanguage,
  type ContinuityPolicy,
  type FoundConflict,
  type PlannedTest,
  type ScenarioList,
  type ScheduleConflicts,
  type scheduleConflictsRequestSchema,
} from 'backstage-plugin-continuity-common';
import type { z } from 'zod';
import { hideEntities } from '../../permissions/hideEntities';
import { TestAccess } from '../../permissions/TestAccess';
import { PlannedTestsReader } from '../../testing/PlannedTestsReader';
import { TestSight } from './TestSight';

interface Options {
  policy: ContinuityPolicy;
  plannedTests: PlannedTestsReader;
  testAccess: TestAccess;
  testSight: TestSight;
  clock: () => Date;
}

/** Helps to plan tests: what to play, and what speaks against a date. */
export class TestAidService {
  readonly #options: Options;

  static create(options: Options) {
    return new TestAidService(options);
  }

  private constructor(options: Options) {
    this.#options = options;
  }

  scenarios(query: { language: string }): ScenarioList {
    return { items: [...scenariosIn(textLanguage(query.language))] };
  }

  async conflicts(
    request: z.output<typeof scheduleConflictsRequestSchema>,
    { credentials }: { credentials: BackstageCredentials },
  ): Promise<ScheduleConflicts> {
    const { policy, plannedTests, testAccess, testSight, clock } =
      this.#options;
    const { testId, entities, participants, environment, schedule } = request;
    const caller = await testAccess.of(credentials);
    // who asks about what is hidden learns nothing by it
    const unseen = await testSight.hiddenAmong(
      [...entities, ...participants],
      caller,
    );
    const span = scheduleInstants(schedule);
    const asked = {
      ...span,
      id: testId,
      environment,
      entities: entities.filter(ref => !unseen.has(ref)),
      people: participants.filter(ref => !unseen.has(ref)),
    };
    const others = await plannedTests.within(span, {
      entities: asked.entities,
      people: asked.people,
    });
    const found = scheduleConflicts(asked, {
      others,
      policy,
      now: clock().toISOString(),
    });
    const hidden = await testSight.hiddenAmong(
      others.flatMap(other => other.entities),
      caller,
    );
    const answer = {
      items: found.map(conflict => shown(conflict, hidden)),
    };
    return hideEntities(answer, await testSight.hiddenIn(answer, caller));
  }
}

/** A test of which the caller sees no entity is not named; that somebody is busy is. */
function shown(
  conflict: FoundConflict,
  hidden: Set<string>,
): ScheduleConflicts['items'][number] {
  const refs = conflict.refs.filter(ref => !hidden.has(ref));
  return {
    ...conflict,
    refs,
    redacted: conflict.refs.length - refs.length,
    test: conflict.test && seen(conflict.test, hidden),
  };
}

function seen(test: PlannedTest, hidden: Set<string>) {
  if (test.entities.every(ref => hidden.has(ref))) return null;
  const { id, title, startsAt, endsAt } = test;
  return { id, title, startsAt, endsAt };
}
