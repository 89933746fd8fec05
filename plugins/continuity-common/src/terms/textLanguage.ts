import { z } from 'zod';

/** The languages in which longer texts are at hand: scenarios, prompts of plans, reminders. @public */
export const textLanguages = ['en', 'de'] as const;

/** @public */
export type TextLanguage = (typeof textLanguages)[number];

/** The language of texts for who reads a language tag such as `de-AT`; English where there are none. @public */
export function textLanguage(tag: string): TextLanguage {
  const primary = tag.toLowerCase().split('-')[0];
  return textLanguages.find(language => language === primary) ?? 'en';
}

/** A query that says in which language texts are wanted. @public */
export const languageQuerySchema = z
  .object({
    /** A language tag such as `de` or `en-GB`. Texts that are not at hand in it come in English. */
    language: z
      .string()
      .regex(/^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$/, {
        error: 'Write a language tag such as "de" or "en-GB".',
      })
      .max(35)
      .default('en'),
  })
  .strict();

/** @public */
export type LanguageQuery = z.input<typeof languageQuerySchema>;
