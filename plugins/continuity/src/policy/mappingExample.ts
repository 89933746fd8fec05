/** The lines of app-config that map an annotation to tiers, written for the tiers of this policy. */
export function mappingExample(tierIds: readonly string[]): string {
  const values = tierIds.map((id, index) => `        '${index + 1}': ${id}`);
  return [
    'continuity:',
    '  mappings:',
    '    - field: tier',
    '      annotation: example.com/tier',
    '      values:',
    ...values,
  ].join('\n');
}
