import { parseEntityRef } from '@backstage/catalog-model';
import {
  continuityReadPermission,
  type DependencySide,
} from 'backstage-plugin-continuity-common';
import { z } from 'zod';
import { readRef } from './readRef';
import type { ActionOptions } from './ActionOptions';

const ENTITY_REF =
  'The service, as kind:namespace/name, for example component:default/checkout. The namespace may be left out.';
const DIRECTION =
  'needs: what it depends on. neededBy: what depends on it. Default: both.';
const MOST_ITEMS = 100;

/** The same as the action's own schema, in the version of zod that this package uses. */
export const getDependenciesInput = z
  .object({
    entityRef: z.string().min(1).max(200).describe(ENTITY_REF),
    direction: z
      .enum(['needs', 'neededBy', 'both'])
      .describe(DIRECTION)
      .optional(),
  })
  .strict();

/** `get-dependencies`: what `GET /dependencies/by-name/…` answers, in short. */
export function registerGetDependencies(options: ActionOptions): void {
  const { actionsRegistry, handlers } = options;
  actionsRegistry.register({
    name: 'get-dependencies',
    title: 'Get what a service needs, and who needs it',
    description: `Lists what a service needs to be recovered and what can't be recovered without it, over any distance, nearest first, with the shortest path to each, and when the service is expected back.
Times are in seconds. "atLeast" means a lower bound: say "at least". "class" is hard, soft (goes on with a workaround) or unclassified (counts as hard). "conflicts" names targets that don't fit: the dependency may take longer than what needs it tolerates.
Only the nearest ${MOST_ITEMS} of each side are named; "total" counts all that the caller may see, "hidden" what it may not.`,
    attributes: { readOnly: true, idempotent: true, destructive: false },
    visibilityPermission: continuityReadPermission,
    schema: {
      input: v3 =>
        v3
          .object({
            entityRef: v3.string().min(1).max(200).describe(ENTITY_REF),
            direction: v3
              .enum(['needs', 'neededBy', 'both'])
              .describe(DIRECTION)
              .optional(),
          })
          .strict(),
      output: v3 => {
        const side = v3
          .object({
            total: v3.number(),
            hidden: v3.number(),
            items: v3.array(
              v3.object({
                entityRef: v3.string(),
                title: v3.string(),
                tier: v3.string().nullable(),
                rtoSeconds: v3.number().nullable(),
                class: v3.string(),
                conflicts: v3.array(v3.string()),
                resolved: v3.boolean(),
                path: v3.array(v3.string()),
              }),
            ),
          })
          .nullable();
        return v3.object({
          entityRef: v3.string(),
          rtoSeconds: v3.number().nullable(),
          demandedRtoSeconds: v3
            .number()
            .nullable()
            .describe('The smallest RTO among what needs it'),
          expectedSeconds: v3.number().nullable(),
          atLeast: v3.boolean(),
          needs: side,
          neededBy: side,
          catalogReadAt: v3.string().nullable(),
        });
      },
    },
    examples: [
      {
        title: 'What the checkout service needs',
        input: { entityRef: 'component:default/checkout', direction: 'needs' },
      },
    ],
    action: async ({ input, credentials }) => {
      const { entityRef, direction } = getDependenciesInput.parse(input);
      const answer = await handlers.getDependencies({
        params: readRef(() => parseEntityRef(entityRef), entityRef),
        query: { limit: MOST_ITEMS, ...(direction && { direction }) },
        body: undefined,
        revision: 0,
        credentials,
      });
      const { entity } = answer;
      return {
        output: {
          entityRef: entity.entityRef,
          rtoSeconds: entity.rtoSeconds,
          demandedRtoSeconds: entity.demandedRtoSeconds,
          expectedSeconds: entity.expected?.seconds ?? null,
          atLeast: entity.expected?.atLeast ?? false,
          needs: inShort(answer.needs),
          neededBy: inShort(answer.neededBy),
          catalogReadAt: answer.dataAge.catalogReadAt,
        },
      };
    },
  });
}

function inShort(side: DependencySide | null) {
  return (
    side && {
      total: side.totalItems,
      hidden: side.counts.redacted,
      items: side.items.map(item => ({
        entityRef: item.entityRef,
        title: item.title,
        tier: item.tier?.id ?? null,
        rtoSeconds: item.rtoSeconds,
        class: item.class,
        conflicts: item.conflicts,
        resolved: item.resolved,
        path: item.path,
      })),
    }
  );
}
