import { z } from 'zod';
import { changeStateSchema } from '../terms/changeTerms';

/** What answers to somebody may name. */
const scope = z.object({
  /** Everything in the catalog. */
  everything: z.boolean(),
  /** Full refs; a system stands for itself and its parts. */
  entities: z.array(z.string()),
  /** Of the scope, but not for the eyes of who asks. */
  redacted: z.number().int(),
});

const namedChange = z.object({
  id: z.string(),
  externalId: z.string().nullable(),
  title: z.string(),
  state: changeStateSchema,
});

/** Answer of `GET /change-integrations`: how machines and ITSM tools ask about changes. There is no secret in it, and no address. @public */
export const changeIntegrationsAnswerSchema = z.object({
  machines: z.array(
    z.object({
      /** Of the service token. */
      subject: z.string(),
      scope,
    }),
  ),
  webhooks: z.array(
    z.object({
      /** In the address: `/changes/webhook/<source>`. */
      source: z.string(),
      /** Seconds for which a signed message is taken. */
      tolerance: z.number().int(),
      /** Where each field stands in the tool's messages. */
      fields: z.array(
        z.object({
          field: z.string(),
          path: z.string(),
          /** What the tool's values mean; null where they are taken as they are. */
          values: z.record(z.string(), z.string()).nullable(),
        }),
      ),
      /** Where what is touched stands. */
      entities: z.object({
        path: z.string(),
        /** Of names without one. */
        kind: z.string(),
        separator: z.string().nullable(),
        /** Names of the tool that have a ref of their own. */
        translated: z.number().int(),
      }),
      scope,
      /** Where outcomes go; null: nowhere. */
      callback: z.object({ host: z.string() }).nullable(),
      /** The last message that was taken within 30 days; `change` is null where who asks may not see it. */
      lastDelivery: z
        .object({ at: z.string(), change: namedChange.nullable() })
        .nullable(),
      /** Outcomes that did not arrive. */
      failing: z.object({
        total: z.number().int(),
        /** The latest three. */
        latest: z.array(
          z.object({
            at: z.string(),
            message: z.string(),
            /** It is tried again. */
            waiting: z.boolean(),
            change: namedChange.nullable(),
          }),
        ),
      }),
    }),
  ),
  /** By entity ref, what the named ones are called. */
  names: z.record(z.string(), z.string()),
});

/** @public */
export type ChangeIntegrationsAnswer = z.infer<
  typeof changeIntegrationsAnswerSchema
>;
