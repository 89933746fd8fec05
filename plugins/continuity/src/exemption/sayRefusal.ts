import { errorMessage } from '../screen/errorMessage';
import type { Translate } from '../translation/Translate';

/** By what the server says, in English; the first that matches. */
const KNOWN = [
  [/^Somebody has asked for this exemption already/, 'waits'],
  [/^This would be renewal/, 'renewals'],
  [/^The policy lets no exemption be renewed/, 'renewals'],
  [/^You asked for this exemption yourself/, 'own'],
  [/^(?:Nobody has decided|This exemption|Somebody else decided)/, 'decided'],
  [/^You may not/, 'notAllowed'],
  [/^There is no such exemption/, 'gone'],
] as const;

/** Throws what the server refused in the reader's language; in the server's own words where we have none for it. */
export async function sayRefusal<T>(
  call: Promise<T>,
  t: Translate,
  options: { locale: string },
): Promise<T> {
  try {
    return await call;
  } catch (error) {
    const said = errorMessage(error);
    const known = KNOWN.find(([pattern]) => pattern.test(said));
    throw new Error(
      known && !options.locale.startsWith('en')
        ? t(`exemption.refusal.${known[1]}`)
        : said,
    );
  }
}
