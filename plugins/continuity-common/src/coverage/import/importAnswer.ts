import { z } from 'zod';
import { refusalSchema } from '../../terms/refusal';
import { importKindSchema } from './importKind';

/** What becomes of a row. @public */
export const importOutcomes = ['create', 'change', 'same', 'refused'] as const;

/** @public */
export const importOutcomeSchema = z.enum(importOutcomes);

/** @public */
export type ImportOutcome = z.infer<typeof importOutcomeSchema>;

/** Body of `POST /imports/:kind/dry-run`. @public */
export const importDryRunRequestSchema = z
  .object({
    /** As people know the file; it is kept in the history. */
    fileName: z
      .string()
      .trim()
      .min(1, { error: 'Say what the file is called.' })
      .max(200),
    /** The file's text: UTF-8, with or without byte order mark; commas, semicolons or tabs between columns. */
    csv: z.string(),
  })
  .strict();

/** @public */
export type ImportDryRunRequest = z.infer<typeof importDryRunRequestSchema>;

/** Body of `POST /imports/:kind`. @public */
export const importRequestSchema = importDryRunRequestSchema
  .extend({
    /** Of the dry run that somebody looked at. */
    fingerprint: z.string().regex(/^[0-9a-f]{64}$/, {
      error: 'Send the fingerprint of the dry run.',
    }),
  })
  .strict();

/** @public */
export type ImportRequest = z.infer<typeof importRequestSchema>;

/**
 * What is worth knowing of a row.
 *
 * `second-person`: it asks for less than what is in force, so somebody else has to confirm it. `stays-draft`: it is a draft (`detail`: what is missing).
 * `awaits-review`: somebody else has to approve or review it. `older-than-known`: it takes the place of one of a later day (`detail`).
 * `outcome-lowered`: times and targets allow no better outcome than `detail`.
 *
 * @public
 */
export const importNotes = [
  'second-person',
  'stays-draft',
  'awaits-review',
  'older-than-known',
  'outcome-lowered',
] as const;

/** @public */
export const importNoteSchema = z.enum(importNotes);

/** A row of a file, and what becomes of it. @public */
export const importRowSchema = z.object({
  /** Of the file, from 1. */
  line: z.number().int(),
  /** The entity it is about, as far as the row names one; for a plan the first one. */
  entityRef: z.string().nullable(),
  /** What it is about: the title of a plan or test, the requirement of an exemption; empty where the entity says it all. */
  title: z.string(),
  outcome: importOutcomeSchema,
  /** In words of the API: durations as ISO 8601; null is not set. */
  changes: z.array(
    z.object({
      field: z.string(),
      before: z.string().nullable(),
      after: z.string().nullable(),
    }),
  ),
  /** `column` is empty for the row as a whole. */
  errors: z.array(refusalSchema.extend({ column: z.string() })),
  /** What is worth knowing although nothing is wrong; `detail` is a value or text that belongs to it. */
  notes: z.array(z.object({ code: importNoteSchema, detail: z.string() })),
  /** After an import: the plan, test or exemption that was made. */
  id: z.string().nullable(),
});

/** @public */
export type ImportRow = z.infer<typeof importRowSchema>;

/** Answer of both calls: every row, in the order of the file. @public */
export const importAnswerSchema = z.object({
  kind: importKindSchema,
  fileName: z.string(),
  /** False for a dry run: nothing was written. */
  imported: z.boolean(),
  /** What is wrong with the file as a whole; then there are no rows. */
  problems: z.array(refusalSchema),
  /** Columns that say nothing to an import. */
  ignoredColumns: z.array(z.string()),
  rows: z.array(importRowSchema),
  totals: z.record(importOutcomeSchema, z.number().int()),
  /** What the import has to be asked for with: of the file, and of what the dry run saw. */
  fingerprint: z.string(),
  /** What everything in the answer is called, by ref. */
  names: z.record(z.string(), z.string()).optional(),
});

/** @public */
export type ImportAnswer = z.infer<typeof importAnswerSchema>;
