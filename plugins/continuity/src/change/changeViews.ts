/** The sections of the page, in order; the first is shown where the address names none. */
export const changeViews = ['check', 'list', 'requests', 'reviews'] as const;
export type ChangeView = (typeof changeViews)[number];

/** The section that an address names. */
export function readChangeView(params: URLSearchParams): ChangeView {
  const named = params.get('view');
  return changeViews.find(view => view === named) ?? 'check';
}
