/** Where a change's page is. */
export function changeAddress(changes: string, changeId: string): string {
  return `${changes}/${encodeURIComponent(changeId)}`;
}

/** Where a change of some entities is checked. */
export function checkAddress(
  changes: string,
  touched: readonly string[],
): string {
  const params = new URLSearchParams();
  for (const ref of touched) params.append('touched', ref);
  return `${changes}?${params}`;
}

/** Where the changes that hit an entity are listed. */
export function changesOfEntityAddress(
  changes: string,
  entityRef: string,
): string {
  return `${changes}?${new URLSearchParams({
    view: 'list',
    entity: entityRef,
  })}`;
}
