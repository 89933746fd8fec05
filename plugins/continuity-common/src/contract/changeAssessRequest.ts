import { z } from 'zod';
import { entityRefText } from '../terms/entityRefText';
import { instantText } from '../terms/instantText';
import { lineText } from '../terms/lineText';
import { changeTypeSchema, touchActionSchema } from '../terms/changeTerms';

/** A path inside a repository, with forward slashes; compared by whole segments, case-sensitive. */
const filePath = z
  .string()
  .min(1, { error: 'Write a path such as "src/checkout/main.go".' })
  .max(1_000, { error: 'A path has at most 1,000 characters.' });

/** What is said of the change itself. @public */
export const changeDescriptionSchema = z
  .object({
    /** Of the ITSM tool or pull request, such as `CHG0031337`; the same id with the same source is the same change. */
    id: lineText({ longest: 200 }).optional(),
    url: z
      .url({ protocol: /^https?$/, error: 'Write an http or https address.' })
      .max(2_000)
      .optional(),
    title: lineText({ longest: 300 }).optional(),
    /** Default: normal. */
    type: changeTypeSchema.optional(),
    /** For `standard`: the pre-approved model of the policy that it follows; without one it is treated as normal. */
    model: lineText({ longest: 100 }).optional(),
    /** Declared major by who plans it: known to be material, and asks for tests again. */
    major: z.boolean().optional(),
    /** Planned window; touching windows do not overlap. */
    plannedStart: instantText.optional(),
    plannedEnd: instantText.optional(),
  })
  .strict()
  .check(payload => {
    const { plannedStart, plannedEnd } = payload.value;
    if (!plannedStart || !plannedEnd || plannedStart < plannedEnd) return;
    payload.issues.push({
      code: 'custom',
      path: ['plannedEnd'],
      message: 'The window ends before it starts. Write a later end.',
      input: plannedEnd,
    });
  });

/** @public */
export type ChangeDescription = z.infer<typeof changeDescriptionSchema>;

/** @public */
export const touchedEntitySchema = z
  .object({
    entityRef: entityRefText('component:default/checkout'),
    action: touchActionSchema.default('modify'),
  })
  .strict();

/** @public */
export type TouchedEntity = z.infer<typeof touchedEntitySchema>;

/** A changed file; `previousPath` where it was renamed: both places count. @public */
export const changedFileSchema = z.union([
  filePath,
  z.object({ path: filePath, previousPath: filePath.optional() }).strict(),
]);

/** Files of one repository. @public */
export const changedFilesSchema = z
  .object({
    /** Address of the repository as people open it, or as git clones it. */
    repository: z
      .string()
      .trim()
      .min(1, {
        error:
          'Write the address of the repository, such as "https://github.com/acme/shop".',
      })
      .max(2_000),
    paths: z
      .array(changedFileSchema)
      .max(10_000, { error: 'At most 10,000 paths at once.' }),
  })
  .strict();

/** @public */
export type ChangedFiles = z.infer<typeof changedFilesSchema>;

/**
 * Body of `POST /changes/assess`. At least one of `touched`, `files`, `proposed` says what is touched; what is wrong in a single document or ref is
 * told in the answer (`problems`), not as a refusal of the whole.
 *
 * @public
 */
export const changeAssessRequestSchema = z
  .object({
    change: changeDescriptionSchema.optional(),
    touched: z
      .array(touchedEntitySchema)
      .max(1_000, { error: 'At most 1,000 touched entities at once.' })
      .optional(),
    files: changedFilesSchema.optional(),
    /** Catalog-info documents as they would be; compared with what the catalog has now. Anything is taken and judged one by one. */
    proposed: z
      .array(z.unknown())
      .max(500, { error: 'At most 500 proposed documents at once.' })
      .optional(),
    /** Keep the change with this assessment. */
    record: z.boolean().optional(),
    /** Of a change that was recorded: this is its next assessment. */
    changeId: z.string().min(1).max(64).optional(),
    /** How many impacted entities are named; default 500. The rest is counted in `truncated`. */
    limit: z.number().int().min(1).max(5_000).optional(),
  })
  .strict()
  .refine(
    body =>
      Boolean(
        body.touched?.length ||
          body.files?.paths.length ||
          body.proposed?.length,
      ),
    { error: 'Say what is touched: "touched", "files" or "proposed".' },
  );

/** @public */
export type ChangeAssessRequest = z.input<typeof changeAssessRequestSchema>;
