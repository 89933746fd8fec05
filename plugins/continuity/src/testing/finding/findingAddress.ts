/** Where a finding's page is; `findings` is the address of the list. */
export function findingAddress(findings: string, findingId: string): string {
  return `${findings}/${encodeURIComponent(findingId)}`;
}
