/** `continuity.tiers[0].targets.rto`, `continuity.mappings[0].values["4"]`. */
export function configPathText(path: readonly PropertyKey[]): string {
  return path.reduce<string>((text, key) => {
    if (typeof key === 'number') return `${text}[${key}]`;
    const name = String(key);
    return /^[$a-z][\w$-]*$/i.test(name)
      ? `${text}.${name}`
      : `${text}[${JSON.stringify(name)}]`;
  }, 'continuity');
}
