import {
  refusalCodeSchema,
  testOutcomeSchema,
  type Refusal,
} from 'backstage-plugin-continuity-common';
import type { Translate } from '../translation/Translate';

/** Why something was refused, in the reader's language; in the server's own words where this plugin is older than the server's reason. */
export function refusedText(
  t: Translate,
  { code, params, message }: Refusal,
  options: {
    /** What the column is for that is meant, in the reader's language. */
    about?: string;
  } = {},
): string {
  if (!refusalCodeSchema.safeParse(code).success) return message;
  const { about = '' } = options;
  const outcome = testOutcomeSchema.safeParse(params.outcome);
  return t(`coverage.refused.${code}`, {
    ...params,
    ...(outcome.success && { outcome: t(`testing.outcome.${outcome.data}`) }),
    about,
    message,
  }).trim();
}
