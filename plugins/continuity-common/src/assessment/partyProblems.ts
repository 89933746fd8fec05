/** What is wrong with a user or group that was named, by its state. */
export const partyProblems: Record<string, string> = {
  missing: 'is not in the catalog',
  'empty-group': 'has no members',
  'wrong-kind': 'is neither a user nor a group',
};
