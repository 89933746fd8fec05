import { InputError } from '@backstage/errors';
import {
  continuityReadPermission,
  whatIfRequestSchema,
} from 'backstage-plugin-continuity-common';
import { z } from 'zod';
import type { ActionOptions } from './ActionOptions';

const ENTITY_REFS =
  'What is lost, as kind:namespace/name, for example resource:default/orders-db. Losing a system loses its parts.';
const OUTAGE =
  'How long the outage is assumed to last, for example PT4H or 4h: workarounds that can’t be endured for so long don’t count.';
const MOST_ITEMS = 200;

/** The same as the action's own schema, in the version of zod that this package uses. */
export const whatIfLostInput = z
  .object({
    entityRefs: z
      .array(z.string().min(3).max(200))
      .min(1)
      .max(100)
      .describe(ENTITY_REFS),
    outage: z.string().max(40).describe(OUTAGE).optional(),
  })
  .strict();

/** `what-if-lost`: what `POST /dependencies/what-if` answers, in short. */
export function registerWhatIfLost(options: ActionOptions): void {
  const { actionsRegistry, handlers } = options;
  actionsRegistry.register({
    name: 'what-if-lost',
    title: 'Tell what happens if something is lost',
    description: `Tells what can't be recovered without the entities that are lost, in which order (waves) it comes back, when that is expected against the RTO and MTPD, what goes on degraded, and who must be called.
Times are in seconds from the start of the disruption. "atLeast" means a lower bound: say "at least"; "unproven" means that nobody can say whether the target is met.
Only the first ${MOST_ITEMS} in recovery order are named; the summary counts all that the caller may see, "hidden" what it may not. "unknown" lists what was not found.`,
    attributes: { readOnly: true, idempotent: true, destructive: false },
    visibilityPermission: continuityReadPermission,
    schema: {
      input: v3 =>
        v3
          .object({
            entityRefs: v3
              .array(v3.string().min(3).max(200))
              .min(1)
              .max(100)
              .describe(ENTITY_REFS),
            outage: v3.string().max(40).describe(OUTAGE).optional(),
          })
          .strict(),
      output: v3 =>
        v3.object({
          unknown: v3.array(v3.string()),
          hidden: v3.number(),
          lost: v3.number(),
          affected: v3.number(),
          degraded: v3.number(),
          beyondRto: v3.number(),
          unprovenRto: v3.number(),
          beyondMtpd: v3.number(),
          withoutPlan: v3
            .number()
            .describe('Their tier requires a plan, and none is in force'),
          waves: v3.number(),
          allBackSeconds: v3.number().nullable(),
          allBackAtLeast: v3.boolean(),
          items: v3.array(
            v3.object({
              entityRef: v3.string(),
              title: v3.string(),
              effect: v3.string(),
              tier: v3.string().nullable(),
              wave: v3.number().nullable(),
              expectedSeconds: v3.number().nullable(),
              atLeast: v3.boolean(),
              againstRto: v3.string(),
              lateBySeconds: v3.number().nullable(),
              recoveryOwner: v3.string().nullable(),
              path: v3.array(v3.string()),
            }),
          ),
          call: v3.array(
            v3.object({
              ref: v3.string(),
              title: v3.string().nullable(),
              owns: v3.number(),
              alternateFor: v3.number(),
            }),
          ),
          catalogReadAt: v3.string().nullable(),
        }),
    },
    examples: [
      {
        title: 'What is affected when the orders database is lost',
        input: { entityRefs: ['resource:default/orders-db'] },
      },
    ],
    action: async ({ input, credentials }) => {
      const { entityRefs, outage } = whatIfLostInput.parse(input);
      const question = whatIfRequestSchema.safeParse({
        entities: entityRefs,
        limit: MOST_ITEMS,
        ...(outage && { outage }),
      });
      if (!question.success) {
        throw new InputError(question.error.issues[0].message);
      }
      const answer = await handlers.whatIf({
        params: undefined,
        query: undefined,
        body: question.data,
        revision: 0,
        credentials,
      });
      const { summary } = answer;
      return {
        output: {
          unknown: answer.unknown,
          hidden: answer.redacted,
          lost: summary.lost,
          affected: summary.affected,
          degraded: summary.degraded,
          beyondRto: summary.beyondRto,
          unprovenRto: summary.unprovenRto,
          beyondMtpd: summary.beyondMtpd,
          withoutPlan: summary.planMissing,
          waves: summary.waves,
          allBackSeconds: summary.allBack?.seconds ?? null,
          allBackAtLeast: summary.allBack?.atLeast ?? false,
          items: answer.items.map(item => ({
            entityRef: item.entityRef,
            title: item.title,
            effect: item.effect,
            tier: item.tier?.id ?? null,
            wave: item.wave,
            expectedSeconds: item.expected?.seconds ?? null,
            atLeast: item.expected?.atLeast ?? false,
            againstRto: item.againstRto,
            lateBySeconds: item.lateBySeconds,
            recoveryOwner: item.recoveryOwner?.ref ?? null,
            path: item.path,
          })),
          call: answer.call.items.map(({ ref, title, owns, alternateFor }) => ({
            ref,
            title,
            owns,
            alternateFor,
          })),
          catalogReadAt: answer.dataAge.catalogReadAt,
        },
      };
    },
  });
}
