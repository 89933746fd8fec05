import { errorMessage } from './errorMessage';
import type { Translate } from '../translation/Translate';
import type { refusalMessages } from './refusalMessages';

type Refusal = keyof (typeof refusalMessages)['refusal'];

/** By what the server says, in English; the first that matches. */
const KNOWN: Array<[RegExp, Refusal]> = [
  [/^You edited this version yourself/, 'own-version'],
  [
    /edited this version, so nobody can approve it for them/,
    'deputy-of-writer',
  ],
  [/wrote the version in force\. Another person/, 'own-confirmation'],
  [/was confirmed \d+ times in a row/, 'confirmed-twice'],
  [/is no reason any more why the plan is stale/, 'reason-gone'],
  [/^This version is in review/, 'in-review'],
  [/^This version (?:is approved|was replaced)/, 'approved'],
  [/^This plan is archived/, 'archived'],
  [/^No version of this plan is open/, 'nothing-open'],
  [/^No version of this plan is in force/, 'not-in-force'],
  [/^This plan changed after you opened it/, 'changed-meanwhile'],
  [/^Somebody else changed this plan/, 'changed-meanwhile'],
  [/^This plan has no other version/, 'only-draft'],
  [/^The plan does not name you/, 'not-named'],
  [
    /that you may not see in the catalog\. Only who sees all/,
    'hidden-entities',
  ],
  [/^You may not .* plan: it needs the permission/, 'not-allowed'],
  [/^Only who may approve this version/, 'not-allowed'],
  [/^There is no such plan/, 'not-found'],
  [/^You recorded this analysis yourself/, 'own-analysis'],
  [/^Who asked for a change does not approve it/, 'own-change'],
  [/^Who asked for a change does not review it/, 'own-change-review'],
  [/^The check blocks this change/, 'change-blocked'],
  [/^This plan change request is closed already/, 'request-closed'],
  [/^This analysis does not wait for a decision/, 'analysis-decided'],
];

/** Why the server refused something, in the reader's language; in the server's own words where we have none for it. */
export function refusalText(
  t: Translate,
  error: unknown,
  options: { locale: string },
): string {
  const said = errorMessage(error);
  if (options.locale.startsWith('en')) return said;
  const known = KNOWN.find(([pattern]) => pattern.test(said));
  return known ? t(`plan.refusal.${known[1]}`) : said;
}
