import { z } from 'zod';

const shared = {
  id: z.string(),
  title: z.string(),
  addedAt: z.string(),
  addedBy: z.string(),
};

/** Evidence of a test: a link, or a small file. @public */
export const testAttachmentSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('link'), ...shared, url: z.string() }),
  z.object({
    kind: z.literal('file'),
    ...shared,
    fileName: z.string(),
    mediaType: z.string(),
    bytes: z.number().int(),
    /** Of the contents, so that a copy can be checked. */
    sha256: z.string(),
  }),
]);

/** @public */
export type TestAttachment = z.infer<typeof testAttachmentSchema>;
