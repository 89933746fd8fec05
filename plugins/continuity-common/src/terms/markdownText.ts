import { z } from 'zod';
import { tidyMarkdown } from './tidyMarkdown';

/** Long enough for a log of a day, short enough for a request. */
const LONGEST = 20_000;

/** Markdown, tidied; empty where it is left out. */
export const markdownText = z
  .string()
  .max(LONGEST, {
    error: `Write at most ${LONGEST} characters; attach a longer text as a file or link.`,
  })
  .check(payload => {
    payload.value = tidyMarkdown(payload.value);
  })
  .default('');
