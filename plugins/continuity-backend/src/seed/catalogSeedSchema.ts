import type { Entity } from '@backstage/catalog-model';
import { z } from 'zod';

const values = z.record(z.string(), z.string());

/** What was otherwise in the catalog, up to a moment, in a seed file. It only counts while a history is told. */
export function catalogSeedSchema<
  M extends z.ZodType<string>,
  R extends z.ZodType<string>,
>(moment: M, ref: R) {
  const entity = z
    .object({
      apiVersion: z.string(),
      kind: z.string(),
      metadata: z
        .object({
          name: z.string(),
          namespace: z.string().default('default'),
          uid: z.string(),
          title: z.string().optional(),
          description: z.string().optional(),
          annotations: values.default({}),
          tags: z.array(z.string()).default([]),
        })
        .strict(),
      spec: z.record(z.string(), z.json()).optional(),
      /** As the catalog emits them, since nothing else derives them here. */
      relations: z
        .array(z.object({ type: z.string(), targetRef: ref }).strict())
        .default([]),
    })
    .strict()
    .transform(said => said as Entity);
  return z.array(
    z
      .object({
        entityRef: ref,
        until: moment,
        /** It was not there yet. */
        absent: z.boolean().default(false),
        /** It was there, and is gone since. */
        entity: entity.optional(),
        /** Annotations that it had; null: not that one. */
        annotations: z.record(z.string(), z.string().nullable()).default({}),
        /** All the tags that it had. */
        tags: z.array(z.string()).optional(),
      })
      .strict(),
  );
}
