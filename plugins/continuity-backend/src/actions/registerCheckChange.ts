import { InputError } from '@backstage/errors';
import {
  changeAssessRequestSchema,
  continuityChangeAssessPermission,
} from 'backstage-plugin-continuity-common';
import { z } from 'zod';
import type { ActionOptions } from './ActionOptions';

const ENTITY_REFS =
  'What the change touches, as kind:namespace/name, for example resource:default/orders-db.';
const REMOVED = 'What the change takes out of service, written the same way.';
const TYPE =
  'normal (default), standard (pre-approved) or emergency (never blocked).';
const MAJOR =
  'Whether the change is declared major: then it counts as material, and asks for tests again.';
const MOMENT =
  'As ISO 8601 with a time zone, for example 2026-12-01T22:00:00Z.';
const MOST_IMPACTED = 200;
const MOST_FINDINGS = 100;

/** The same as the action's own schema, in the version of zod that this package uses. */
export const checkChangeInput = z
  .object({
    entityRefs: z
      .array(z.string().min(3).max(200))
      .min(1)
      .max(100)
      .describe(ENTITY_REFS),
    removed: z
      .array(z.string().min(3).max(200))
      .max(100)
      .describe(REMOVED)
      .optional(),
    type: z.enum(['standard', 'normal', 'emergency']).describe(TYPE).optional(),
    major: z.boolean().describe(MAJOR).optional(),
    plannedStart: z.string().max(40).describe(MOMENT).optional(),
    plannedEnd: z.string().max(40).describe(MOMENT).optional(),
  })
  .strict();

/** `check-change`: what `POST /changes/assess` answers, in short. Nothing is stored. */
export function registerCheckChange(options: ActionOptions): void {
  const { actionsRegistry, handlers } = options;
  actionsRegistry.register({
    name: 'check-change',
    title: 'Check a change for its impact on the plans',
    description: `Tells what a planned change impacts, which recovery plans cover that, what the change causes (findings with origin "caused", each with why, what to do and whom to ask) and what was there before it ("already-there"), and the verdict of the policy: pass, warn or block. Nothing is stored.
At most ${MOST_IMPACTED} impacted entities and ${MOST_FINDINGS} findings are named, the nearest and worst first; totals count all that the caller may see, "hidden" what it may not. "problems" lists what could not be taken, such as unknown entities.`,
    attributes: { readOnly: true, idempotent: true, destructive: false },
    visibilityPermission: continuityChangeAssessPermission,
    schema: {
      input: v3 =>
        v3
          .object({
            entityRefs: v3
              .array(v3.string().min(3).max(200))
              .min(1)
              .max(100)
              .describe(ENTITY_REFS),
            removed: v3
              .array(v3.string().min(3).max(200))
              .max(100)
              .describe(REMOVED)
              .optional(),
            type: v3
              .enum(['standard', 'normal', 'emergency'])
              .describe(TYPE)
              .optional(),
            major: v3.boolean().describe(MAJOR).optional(),
            plannedStart: v3.string().max(40).describe(MOMENT).optional(),
            plannedEnd: v3.string().max(40).describe(MOMENT).optional(),
          })
          .strict(),
      output: v3 =>
        v3.object({
          verdict: v3.string(),
          headline: v3.string(),
          totalImpacted: v3.number(),
          hidden: v3.number(),
          withoutPlan: v3
            .number()
            .describe('Their tier requires a plan, and none is in force'),
          caused: v3.number(),
          alreadyThere: v3.number(),
          findings: v3.array(
            v3.object({
              rule: v3.string(),
              severity: v3.string(),
              origin: v3.string(),
              enforcement: v3.string(),
              entityRef: v3.string().nullable(),
              planId: v3.string().nullable(),
              why: v3.string(),
              what: v3.string(),
              ask: v3.array(v3.string()),
              path: v3.array(v3.string()),
            }),
          ),
          impacted: v3.array(
            v3.object({
              entityRef: v3.string(),
              effect: v3.string(),
              tier: v3.string().nullable(),
              path: v3.array(v3.string()),
            }),
          ),
          plans: v3.array(
            v3.object({
              planId: v3.string(),
              title: v3.string(),
              state: v3.string(),
              stale: v3.boolean(),
              reviewOverdue: v3.boolean(),
            }),
          ),
          problems: v3.array(
            v3.object({ at: v3.string(), message: v3.string() }),
          ),
          catalogReadAt: v3.string().nullable(),
        }),
    },
    examples: [
      {
        title: 'What a change of the orders database means for the plans',
        input: { entityRefs: ['resource:default/orders-db'], major: true },
      },
    ],
    action: async ({ input, credentials }) => {
      const { entityRefs, removed, ...change } = checkChangeInput.parse(input);
      const question = changeAssessRequestSchema.safeParse({
        change,
        touched: [
          ...(removed ?? []).map(entityRef => ({
            entityRef,
            action: 'remove',
          })),
          ...entityRefs
            .filter(ref => !removed?.includes(ref))
            .map(entityRef => ({ entityRef })),
        ],
        limit: MOST_IMPACTED,
      });
      if (!question.success) {
        throw new InputError(question.error.issues[0].message);
      }
      const answer = await handlers.assessChange({
        params: undefined,
        query: undefined,
        body: question.data,
        revision: 0,
        credentials,
      });
      return {
        output: {
          verdict: answer.verdict,
          headline: answer.headline,
          totalImpacted: answer.totalImpacted,
          hidden: answer.redacted.impacted,
          withoutPlan: answer.withoutPlan,
          caused: answer.counts.caused,
          alreadyThere: answer.counts.alreadyThere,
          findings: answer.findings.slice(0, MOST_FINDINGS).map(finding => ({
            rule: finding.rule,
            severity: finding.severity,
            origin: finding.origin,
            enforcement: finding.enforcement,
            entityRef: finding.entityRef,
            planId: finding.planId,
            why: finding.why,
            what: finding.what,
            ask: finding.ask,
            path: finding.path,
          })),
          impacted: answer.impacted.map(one => ({
            entityRef: one.entityRef,
            effect: one.effect,
            tier: one.tier?.id ?? null,
            path: one.path,
          })),
          plans: answer.plans.map(plan => ({
            planId: plan.planId,
            title: plan.title,
            state: plan.state,
            stale: plan.stale,
            reviewOverdue: plan.reviewOverdue,
          })),
          problems: answer.problems.map(({ at, message }) => ({ at, message })),
          catalogReadAt: answer.dataAge.catalogReadAt,
        },
      };
    },
  });
}
