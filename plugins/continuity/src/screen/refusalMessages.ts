/** What the server refuses, in the reader's language; the server itself says it in English. */
export const refusalMessages = {
  refusal: {
    'own-version':
      'You edited this version yourself. Another person has to approve it.',
    'deputy-of-writer':
      'Whom you stand in for edited this version. Approve it for yourself, or for somebody who did not write it.',
    'own-confirmation':
      'Who wrote the version in force can’t confirm it. Another person has to say that it still holds.',
    'confirmed-twice':
      'This kind of change was confirmed twice in a row. Write the next version of the plan.',
    'reason-gone':
      'This is no reason any more why the plan is stale. Load the page again.',
    'in-review':
      'This version is in review and can’t be changed. Have it returned with a reason first.',
    approved:
      'This version is approved and read-only for ever. A change makes the next version.',
    archived: 'This plan is archived and read-only for ever.',
    'nothing-open': 'No version of this plan is open. Load the page again.',
    'not-in-force': 'No version of this plan is in force. Load the page again.',
    'changed-meanwhile':
      'This plan changed after you opened it. Load the page again, and read what is new.',
    'only-draft':
      'This plan has no other version. Archive the plan instead of throwing its only draft away.',
    'not-named':
      'The plan does not name you or a group of yours, so nobody waits for you to read it.',
    'hidden-entities':
      'This plan names entities that you may not see in the catalog. Only who sees all of it can write or approve it.',
    'not-allowed':
      'You may not do this with this plan. Usually its owner and the owners of what it covers may.',
    'not-found': 'There is no such plan that you may see.',
    'own-change':
      'Who asked for a change does not approve it. Ask somebody else.',
    'own-change-review':
      'Who asked for a change does not review it. Ask somebody else.',
    'change-blocked':
      'The check blocks this change. Settle what it found, and assess it again before it is approved.',
    'request-closed': 'This plan change request is closed already.',
    'own-analysis':
      'You recorded this analysis yourself. It loosens a duty, so another person has to decide on it.',
    'analysis-decided':
      'This analysis does not wait for a decision any more. Load the page again to see what holds.',
  },
} as const;
