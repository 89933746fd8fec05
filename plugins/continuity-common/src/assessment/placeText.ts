/** Where a value stands, as the beginning of a sentence. */
export function placeText(key: string): string {
  if (key.startsWith('portal:')) return 'The value saved in the portal';
  if (key.startsWith('label:')) return `The label ${key.slice(6)}`;
  if (key.startsWith('tag:')) return `The tag ${key.slice(4)}`;
  return key.startsWith('spec.') ? key : `The annotation ${key}`;
}
