/** Whether what a plan version says about the change that asked for it names this one: by its id here, that of its tool, or its address. */
export function namesChange(
  reference: string,
  change: { id: string; externalId: string | null; url: string | null },
): boolean {
  const words = reference
    .split(/[\s,;]+/)
    .map(word => word.replace(/^[([<"']+|[)\]>"':.!]+$/g, ''));
  const named = new Set(
    [reference.trim(), ...words].map(word => word.toLocaleLowerCase('en-US')),
  );
  return [change.id, change.externalId, change.url].some(
    name => name !== null && named.has(name.toLocaleLowerCase('en-US')),
  );
}
