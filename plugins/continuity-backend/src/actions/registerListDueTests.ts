import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import { continuityReadPermission } from 'backstage-plugin-continuity-common';
import { z } from 'zod';
import { readRef } from './readRef';
import type { ActionOptions } from './ActionOptions';

const OWNER =
  'The recovery owner: a group or user, as group:namespace/name or user:namespace/name; a bare name is a group. What the groups below a group recover is included.';
const ENTITY =
  'Only of this entity, as kind:namespace/name, for example component:default/checkout';
const UNTIL =
  'Also what falls due until the end of this day (2027-06-30); as far as the policy calls it due soon if left out';
const LATE = 'Only what is past its due date';
const LIMIT = 'Items per page; 20 if left out';
const CURSOR = 'The nextCursor of the page before';
const DEFAULT_LIMIT = 20;

/** The same as the action's own schema, in the version of zod that this package uses. */
export const listDueTestsInput = z
  .object({
    owner: z.string().min(1).max(200).optional().describe(OWNER),
    entityRef: z.string().min(3).max(200).optional().describe(ENTITY),
    until: z.string().max(40).optional().describe(UNTIL),
    lateOnly: z.boolean().optional().describe(LATE),
    limit: z.number().int().min(1).max(100).optional().describe(LIMIT),
    cursor: z.string().max(2000).optional().describe(CURSOR),
  })
  .strict();

/** `list-due-tests`: what `GET /tests/due` answers. */
export function registerListDueTests(options: ActionOptions): void {
  const { actionsRegistry, handlers } = options;
  actionsRegistry.register({
    name: 'list-due-tests',
    title: 'List the continuity tests that are due',
    description: `Lists the tests that the policy demands and nobody has planned in time, the longest overdue first: for which entity, how deep, when it is or was due, and how the requirement stands.
"planned" is a test that is planned for it, too late. Plan one with plan-test; several entities of one owner and depth usually fit into one test.
totalItems counts all that match; if nextCursor is not null there are more pages. A list without items means that you may see nothing that is due.`,
    attributes: { readOnly: true, idempotent: true, destructive: false },
    visibilityPermission: continuityReadPermission,
    schema: {
      input: v3 =>
        v3
          .object({
            owner: v3.string().min(1).max(200).optional().describe(OWNER),
            entityRef: v3.string().min(3).max(200).optional().describe(ENTITY),
            until: v3.string().max(40).optional().describe(UNTIL),
            lateOnly: v3.boolean().optional().describe(LATE),
            limit: v3.number().int().min(1).max(100).optional().describe(LIMIT),
            cursor: v3.string().max(2000).optional().describe(CURSOR),
          })
          .strict(),
      output: v3 =>
        v3.object({
          items: v3.array(
            v3.object({
              entityRef: v3.string(),
              title: v3.string(),
              tier: v3.string(),
              recoveryOwner: v3.string().nullable(),
              depth: v3.string(),
              every: v3.string().describe('ISO 8601, such as P1Y'),
              state: v3.string(),
              due: v3.string(),
              late: v3.boolean(),
              planned: v3
                .object({
                  testId: v3.string(),
                  title: v3.string(),
                  startsAt: v3.string(),
                })
                .nullable(),
            }),
          ),
          totalItems: v3.number(),
          late: v3.number(),
          nextCursor: v3.string().nullable(),
        }),
    },
    examples: [
      { title: 'What a team has to test', input: { owner: 'payments' } },
    ],
    action: async ({ input, credentials }) => {
      const { owner, entityRef, until, lateOnly, limit, cursor } =
        listDueTestsInput.parse(input);
      const ownerRef =
        owner &&
        stringifyEntityRef(
          readRef(
            () =>
              parseEntityRef(owner, {
                defaultKind: 'group',
                defaultNamespace: 'default',
              }),
            owner,
          ),
        );
      const ref =
        entityRef &&
        stringifyEntityRef(
          readRef(
            () => parseEntityRef(entityRef, { defaultNamespace: 'default' }),
            entityRef,
          ),
        );
      const page = await handlers.listDueTests({
        params: undefined,
        query: {
          limit: limit ?? DEFAULT_LIMIT,
          ...(ownerRef && { owner: [ownerRef] }),
          ...(ref && { entity: [ref] }),
          ...(until && { until }),
          ...(lateOnly && { late: true }),
          ...(cursor && { cursor }),
        },
        body: undefined,
        revision: 0,
        credentials,
      });
      return {
        output: {
          items: page.items.map(item => ({
            entityRef: item.entityRef,
            title: item.title,
            tier: item.tier,
            recoveryOwner: item.owner,
            depth: item.depth,
            every: item.every,
            state: item.state,
            due: item.due,
            late: item.late,
            planned: item.planned && {
              testId: item.planned.testId,
              title: item.planned.title,
              startsAt: item.planned.startsAt,
            },
          })),
          totalItems: page.totalItems,
          late: page.late,
          nextCursor: page.pageInfo.nextCursor ?? null,
        },
      };
    },
  });
}
