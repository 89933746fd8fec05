/** Where a plan's page is; with a version, the page shows that one. */
export function planAddress(
  plans: string,
  planId: string,
  options: { version?: number } = {},
): string {
  const { version } = options;
  const query = version === undefined ? '' : `?version=${version}`;
  return `${plans}/${encodeURIComponent(planId)}${query}`;
}

/** Where a new plan is begun; with an entity, it starts with that entity's system. */
export function newPlanAddress(plans: string, entityRef?: string): string {
  const params = new URLSearchParams({ write: 'new' });
  if (entityRef) params.set('for', entityRef);
  return `${plans}?${params}`;
}
