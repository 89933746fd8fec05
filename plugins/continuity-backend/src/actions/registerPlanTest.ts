import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import { InputError, toError } from '@backstage/errors';
import {
  continuityTestCreatePermission,
  testCreateRequestSchema,
  testDepths,
  testEnvironments,
} from 'backstage-plugin-continuity-common';
import { z } from 'zod';
import type { ActionOptions } from './ActionOptions';

const TITLE = 'What is tested, for example "Restore of the orders database"';
const DEPTH =
  'How deep: review, walkthrough and tabletop are discussions; simulation, parallel and failover measure times; restore brings data back from a backup copy';
const ENVIRONMENT = 'Where';
const ENTITY_REFS =
  'What is tested, as kind:namespace/name; several entities fit into one test';
const START =
  'When it begins: a moment with an offset (2027-06-30T17:00:00Z), or a day (2027-06-30) for a test that takes all day';
const END =
  'When it ends, written as the start; of days, the last one is included';
const TIME_ZONE = 'The IANA zone that people plan in; UTC if left out';
const FACILITATOR =
  'The user who holds it, as user:namespace/name; the caller if left out';
const PARTICIPANTS = 'Users and groups who take part';
const AIMS = 'What it is to show, in Markdown';

/** The same as the action's own schema, in the version of zod that this package uses. */
export const planTestInput = z
  .object({
    title: z.string().min(1).max(200).describe(TITLE),
    depth: z.enum(testDepths).describe(DEPTH),
    environment: z.enum(testEnvironments).describe(ENVIRONMENT),
    entityRefs: z
      .array(z.string().min(3).max(200))
      .min(1)
      .max(100)
      .describe(ENTITY_REFS),
    start: z.string().max(40).describe(START),
    end: z.string().max(40).describe(END),
    timeZone: z.string().max(64).optional().describe(TIME_ZONE),
    facilitator: z.string().max(200).optional().describe(FACILITATOR),
    participants: z
      .array(z.string().min(3).max(200))
      .max(100)
      .optional()
      .describe(PARTICIPANTS),
    aims: z.string().max(20000).optional().describe(AIMS),
  })
  .strict();

/** `plan-test`: what `POST /tests` does for a test that is to be held. */
export function registerPlanTest(options: ActionOptions): void {
  const { actionsRegistry, auditor, handlers } = options;
  actionsRegistry.register({
    name: 'plan-test',
    title: 'Plan a continuity test',
    description: `Plans a test of one or several entities and tells what speaks against its date: another test of the same entity, a person who is in two tests at once, the policy's windows and freezes. Conflicts forbid nothing.
Ask whoever wants the test for its date and facilitator first, and tell them the conflicts. Each call plans another test: do not repeat one that succeeded.`,
    attributes: { readOnly: false, idempotent: false, destructive: false },
    visibilityPermission: continuityTestCreatePermission,
    schema: {
      input: v3 =>
        v3
          .object({
            title: v3.string().min(1).max(200).describe(TITLE),
            depth: v3.enum(testDepths).describe(DEPTH),
            environment: v3.enum(testEnvironments).describe(ENVIRONMENT),
            entityRefs: v3
              .array(v3.string().min(3).max(200))
              .min(1)
              .max(100)
              .describe(ENTITY_REFS),
            start: v3.string().max(40).describe(START),
            end: v3.string().max(40).describe(END),
            timeZone: v3.string().max(64).optional().describe(TIME_ZONE),
            facilitator: v3.string().max(200).optional().describe(FACILITATOR),
            participants: v3
              .array(v3.string().min(3).max(200))
              .max(100)
              .optional()
              .describe(PARTICIPANTS),
            aims: v3.string().max(20000).optional().describe(AIMS),
          })
          .strict(),
      output: v3 =>
        v3.object({
          testId: v3.string(),
          title: v3.string(),
          path: v3.string().describe('Of its page in the portal'),
          startsAt: v3.string(),
          endsAt: v3.string(),
          conflicts: v3.array(
            v3.object({
              kind: v3.string(),
              refs: v3.array(v3.string()),
              otherTest: v3.string().nullable(),
              freeze: v3.string().nullable(),
              from: v3.string(),
              to: v3.string(),
            }),
          ),
        }),
    },
    examples: [
      {
        title: 'A restore test for two databases',
        input: {
          title: 'Restore of the databases',
          depth: 'restore',
          environment: 'production-like',
          entityRefs: [
            'resource:default/orders-db',
            'resource:default/customers-db',
          ],
          start: '2027-06-30',
          end: '2027-06-30',
        },
      },
    ],
    action: async ({ input, credentials }) => {
      const body = requestOf(planTestInput.parse(input), credentials);
      const { contents } = body;
      const event = await auditor.createEvent({
        eventId: 'test-create',
        severityLevel: 'medium',
        meta: { action: 'plan-test' },
      });
      const planned = await handlers
        .createTest({
          params: undefined,
          query: undefined,
          body,
          revision: 0,
          credentials,
        })
        .catch(async error => {
          await event.fail({ error: toError(error) });
          throw error;
        });
      await event.success();
      const conflicts = await handlers.findScheduleConflicts({
        params: undefined,
        query: undefined,
        body: {
          testId: planned.id,
          entities: contents.entities,
          participants: [contents.facilitator, ...contents.participants],
          environment: contents.environment,
          schedule: contents.schedule,
        },
        revision: 0,
        credentials,
      });
      return {
        output: {
          testId: planned.id,
          title: planned.title,
          path: `/continuity/tests/${planned.id}`,
          startsAt: planned.startsAt,
          endsAt: planned.endsAt,
          conflicts: conflicts.items.map(item => ({
            kind: item.kind,
            refs: item.refs,
            otherTest: item.test?.title ?? null,
            freeze: item.title,
            from: item.from,
            to: item.to,
          })),
        },
      };
    },
  });
}

function requestOf(
  input: z.output<typeof planTestInput>,
  credentials: BackstageCredentials,
) {
  const { entityRefs, start, end, timeZone = 'UTC', ...said } = input;
  const { userEntityRef } = credentials.principal as { userEntityRef?: string };
  const parsed = testCreateRequestSchema.safeParse({
    contents: {
      ...said,
      entities: entityRefs,
      facilitator: said.facilitator ?? userEntityRef,
      schedule: {
        allDay: /^\d{4}-\d{2}-\d{2}$/.test(start),
        start,
        end,
        timeZone,
      },
      aims: said.aims ?? '',
      preparation: '',
    },
  });
  if (parsed.success) return parsed.data;
  throw new InputError(
    parsed.error.issues
      .map(({ path, message }) => `${path.slice(1).join('.')}: ${message}`)
      .join('\n'),
  );
}
