import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import {
  continuityReadPermission,
  type ContinuityStatus,
} from 'backstage-plugin-continuity-common';
import { z } from 'zod';
import { gapOutputOf, toGapOutput } from './gapOutput';
import { readRef } from './readRef';
import type { ActionOptions } from './ActionOptions';

const OWNER =
  'The catalog owner: a group or user, as group:namespace/name or user:namespace/name; a bare name is a group. What the groups below a group own is included.';
const LATE = 'Only services with a gap that is past its due date';
const LIMIT = 'Services per page; 20 if left out';
const CURSOR = 'The nextCursor of the page before';
const DEFAULT_LIMIT = 20;

/** These have something to be done; the others have no critical gap and no warning. */
const withGaps: ContinuityStatus[] = [
  'exposed',
  'at-risk',
  'unassessed',
  'exempt',
];

/** The same as the action's own schema, in the version of zod that this package uses. */
export const listOwnerGapsInput = z
  .object({
    owner: z.string().min(1).max(200).describe(OWNER),
    lateOnly: z.boolean().optional().describe(LATE),
    limit: z.number().int().min(1).max(100).optional().describe(LIMIT),
    cursor: z.string().max(2000).optional().describe(CURSOR),
  })
  .strict();

/** `list-owner-gaps`: what `GET /coverage` answers for an owner, with what is to be done. */
export function registerListOwnerGaps(options: ActionOptions): void {
  const { actionsRegistry, handlers } = options;
  actionsRegistry.register({
    name: 'list-owner-gaps',
    title: 'List the continuity gaps of an owner',
    description: `Lists the services that a group or user owns and that have continuity gaps, the most urgent first, each with its gaps and what to do about them. Services without a tier are listed as unassessed: nobody can tell what they require.
totalItems counts all services that match; if nextCursor is not null there are more pages. A list without items means that you may see no such gap, not that the owner exists.`,
    attributes: { readOnly: true, idempotent: true, destructive: false },
    visibilityPermission: continuityReadPermission,
    schema: {
      input: v3 =>
        v3
          .object({
            owner: v3.string().min(1).max(200).describe(OWNER),
            lateOnly: v3.boolean().optional().describe(LATE),
            limit: v3.number().int().min(1).max(100).optional().describe(LIMIT),
            cursor: v3.string().max(2000).optional().describe(CURSOR),
          })
          .strict(),
      output: v3 =>
        v3.object({
          owner: v3.string(),
          items: v3.array(
            v3.object({
              entityRef: v3.string(),
              title: v3.string(),
              owner: v3.string().nullable(),
              status: v3.string(),
              tier: v3.string().nullable(),
              late: v3.boolean(),
              gaps: v3.array(gapOutputOf(v3)),
            }),
          ),
          totalItems: v3.number(),
          nextCursor: v3.string().nullable(),
          catalogReadAt: v3.string().nullable(),
          lastKnownAt: v3.string().nullable(),
        }),
    },
    examples: [
      {
        title: 'What the payments group and the teams in it have to do',
        input: { owner: 'group:default/payments' },
      },
    ],
    action: async ({ input, credentials }) => {
      const { owner, lateOnly, limit, cursor } =
        listOwnerGapsInput.parse(input);
      const ownerRef = stringifyEntityRef(
        readRef(() => parseEntityRef(owner, { defaultKind: 'group' }), owner),
      );
      const page = await handlers.listCoverage({
        params: undefined,
        query: {
          owner: [ownerRef],
          status: withGaps,
          late: lateOnly || undefined,
          sort: 'urgency',
          limit: limit ?? DEFAULT_LIMIT,
          cursor,
        },
        body: undefined,
        revision: 0,
        credentials,
      });
      return {
        output: {
          owner: ownerRef,
          items: page.items.map(item => ({
            entityRef: item.entityRef,
            title: item.title,
            owner: item.owner,
            status: item.status,
            tier: item.tier,
            late: item.late,
            gaps: item.gaps
              .filter(gap => gap.severity !== 'information')
              .map(toGapOutput),
          })),
          totalItems: page.totalItems,
          nextCursor: page.pageInfo.nextCursor ?? null,
          catalogReadAt: page.dataAge.catalogReadAt,
          lastKnownAt: page.dataAge.lastKnownAt,
        },
      };
    },
  });
}
