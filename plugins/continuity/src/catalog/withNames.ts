const REF = /\b[a-z][a-z0-9_-]*:[a-z0-9_.-]+\/[a-z0-9]+(?:[._-]+[a-z0-9]+)*/gi;

/** A sentence with names where it has refs. A system says that it is one: its parts are often called the same. */
export function withNames(text: string, names: Record<string, string>): string {
  return text.replace(REF, ref => {
    const key = ref.toLocaleLowerCase('en-US');
    if (!Object.hasOwn(names, key)) return ref;
    return key.startsWith('system:') ? `${names[key]} (system)` : names[key];
  });
}
