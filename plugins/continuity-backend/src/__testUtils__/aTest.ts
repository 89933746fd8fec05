import type { TestContentsInput } from 'backstage-plugin-continuity-common';
import type { Response } from 'supertest';
import { Portal } from './Portal';

type Caller = ReturnType<Portal['as']>;
type Body = Response['body'];

/** Contents of a failover test of the given entities that is planned for tomorrow, and what is said on top. */
export function testContents(
  entities: string[],
  said: Partial<TestContentsInput> = {},
): TestContentsInput {
  const tomorrow = Date.now() + 24 * 3_600_000;
  return {
    title: 'Failover of the checkout',
    depth: 'failover',
    environment: 'production',
    entities,
    schedule: {
      start: new Date(tomorrow).toISOString(),
      end: new Date(tomorrow + 4 * 3_600_000).toISOString(),
      timeZone: 'Europe/Berlin',
    },
    facilitator: 'user:default/olivia',
    participants: ['group:default/shop-team'],
    aims: 'It comes back.',
    successCriteria: [{ id: 'orders', text: 'Orders arrive' }],
    preparation: '',
    ...said,
  };
}

/** A moment some minutes ago, and that many days before. */
export function ago(minutes: number, days = 0): string {
  return new Date(
    Date.now() - minutes * 60_000 - days * 24 * 3_600_000,
  ).toISOString();
}

/** Times of a recovery that took some minutes, with a loss of data of a minute; it began three hours ago, and that many days before. */
export function recoveryTimes(minutes: number, days = 0) {
  return {
    lastConsistentData: ago(181, days),
    disruptionStart: ago(180, days),
    minimumService: ago(180 - minutes, days),
  };
}

/** Enters a test that was held as many days ago: one result for all of its entities, not reviewed yet. */
export async function holdTest(
  by: Caller,
  contents: TestContentsInput,
  result: {
    daysAgo?: number;
    minutes?: number;
    said?: object;
    outcome?: string;
    findings?: object[];
  } = {},
): Promise<Body> {
  const { daysAgo = 0, minutes = 30, said = {}, outcome = 'passed' } = result;
  const { body: test } = await by
    .post('/tests', {
      contents,
      held: { startedAt: ago(185, daysAgo), endedAt: ago(5, daysAgo) },
    })
    .expect(200);
  const measures = !['review', 'walkthrough', 'tabletop'].includes(
    contents.depth,
  );
  await by
    .post(`/tests/${test.id}/results`, {
      items: [
        {
          entityRefs: contents.entities,
          ...(measures && { times: recoveryTimes(minutes, daysAgo) }),
          outcome,
          ...said,
        },
      ],
    })
    .expect(200);
  return (
    await by
      .post(`/tests/${test.id}/complete`, { findings: result.findings ?? [] })
      .expect(200)
  ).body;
}

/** Reviews a test as another person. */
export async function reviewTest(
  by: Caller,
  test: { id: string; revision: number },
  said: object = {},
): Promise<Body> {
  return (
    await by
      .post(`/tests/${test.id}/review`, { revision: test.revision, ...said })
      .expect(200)
  ).body;
}
