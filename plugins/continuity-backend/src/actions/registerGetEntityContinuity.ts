import { parseEntityRef } from '@backstage/catalog-model';
import {
  continuityReadPermission,
  type EntityContinuity,
} from 'backstage-plugin-continuity-common';
import { z } from 'zod';
import { gapOutputOf, toGapOutput } from './gapOutput';
import { readRef } from './readRef';
import type { ActionOptions } from './ActionOptions';

const ENTITY_REF =
  'The service, as kind:namespace/name, for example component:default/checkout. The namespace may be left out.';

/** The same as the action's own schema, in the version of zod that this package uses. */
export const getEntityContinuityInput = z
  .object({ entityRef: z.string().min(1).max(200).describe(ENTITY_REF) })
  .strict();

/** `get-entity-continuity`: what `GET /entities/by-name/…` answers, in short. */
export function registerGetEntityContinuity(options: ActionOptions): void {
  const { actionsRegistry, handlers } = options;
  actionsRegistry.register({
    name: 'get-entity-continuity',
    title: 'Get the continuity of an entity',
    description: `Tells how fast a service must be recovered and whether it can be: its continuity status, tier, targets (RTO, RPO, MTPD; ISO 8601 durations, RPO "none" = holds no data, null = not set), who is answerable for recovery, and every gap with what to do about it.
The status is one of exposed, at-risk, unassessed, exempt, not-required, met, out-of-scope. A value that is null was never set and counts as not met.
If "lastKnownAt" is set, the catalog can't be read now and the answer is the state of that moment: say so.`,
    attributes: { readOnly: true, idempotent: true, destructive: false },
    visibilityPermission: continuityReadPermission,
    schema: {
      input: v3 =>
        v3
          .object({
            entityRef: v3.string().min(1).max(200).describe(ENTITY_REF),
          })
          .strict(),
      output: v3 =>
        v3.object({
          entityRef: v3.string(),
          title: v3.string(),
          status: v3.string(),
          underlyingStatus: v3
            .string()
            .describe('The status without exemptions'),
          tier: v3.string().nullable(),
          tierTitle: v3.string().nullable(),
          rto: v3.string().nullable(),
          rpo: v3.string().nullable(),
          mtpd: v3.string().nullable(),
          wrt: v3.string().nullable(),
          mbco: v3.string().nullable(),
          recoveryTime: v3.string().nullable(),
          recoveryOwner: v3.string().nullable(),
          recoveryAlternates: v3.array(v3.string()),
          sources: v3
            .record(v3.string())
            .describe(
              'Where each value that is set comes from: catalog, portal, mapped, inherited, tier, entity-owner, bia',
            ),
          gaps: v3.array(gapOutputOf(v3)),
          needs: v3.number().describe('Direct dependencies that you may see'),
          neededBy: v3.number(),
          hiddenNeighbours: v3
            .number()
            .describe('Neighbours that you may not see: counted, not named'),
          catalogReadAt: v3.string().nullable(),
          lastKnownAt: v3.string().nullable(),
        }),
    },
    examples: [
      {
        title: 'The continuity of the checkout service',
        input: { entityRef: 'component:default/checkout' },
      },
    ],
    action: async ({ input, credentials }) => {
      const { entityRef } = getEntityContinuityInput.parse(input);
      const answer = await handlers.getEntity({
        params: readRef(() => parseEntityRef(entityRef), entityRef),
        query: undefined,
        body: undefined,
        revision: 0,
        credentials,
      });
      return { output: inShort(answer) };
    },
  });
}

function inShort(answer: EntityContinuity) {
  const { profile, tier, dependencies } = answer;
  const text = (value: unknown) => (value === null ? null : String(value));
  return {
    entityRef: answer.entityRef,
    title: answer.title,
    status: answer.status,
    underlyingStatus: answer.underlyingStatus,
    tier: text(profile.tier.value),
    tierTitle: tier?.title ?? null,
    rto: text(profile.rto.value),
    rpo: text(profile.rpo.value),
    mtpd: text(profile.mtpd.value),
    wrt: text(profile.wrt.value),
    mbco: mbcoText(profile.mbco.value),
    recoveryTime: text(profile.recoveryTime.value),
    recoveryOwner: text(profile.recoveryOwner.value),
    recoveryAlternates: profile.recoveryAlternates.value ?? [],
    sources: Object.fromEntries(
      Object.entries(profile).flatMap(([field, { source }]) =>
        source ? [[field, source]] : [],
      ),
    ),
    gaps: answer.gaps.map(toGapOutput),
    needs: dependencies.needs,
    neededBy: dependencies.neededBy,
    hiddenNeighbours: dependencies.redacted,
    catalogReadAt: answer.dataAge.catalogReadAt,
    lastKnownAt: answer.lastKnownAt ?? null,
  };
}

function mbcoText(mbco: EntityContinuity['profile']['mbco']['value']) {
  if (mbco === null) return null;
  return mbco.percent === undefined
    ? mbco.text
    : `${mbco.percent} %: ${mbco.text}`;
}
