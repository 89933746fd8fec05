import {
  dryRunChangeSchema,
  type DryRunChange,
} from 'backstage-plugin-continuity-common';

/** Which changes the list shows, as the page's URL says it. */
export interface DryRunSearch {
  change?: DryRunChange;
  cursor?: string;
}

/** Reads the page's URL. What can't be understood is left out. */
export function readDryRunSearch(params: URLSearchParams): DryRunSearch {
  const change = dryRunChangeSchema.safeParse(params.get('change'));
  const cursor = params.get('cursor');
  return {
    ...(change.success && { change: change.data }),
    ...(cursor && { cursor }),
  };
}

/** Writes the page's URL. */
export function writeDryRunSearch(search: DryRunSearch): URLSearchParams {
  const params = new URLSearchParams();
  if (search.change) params.set('change', search.change);
  if (search.cursor) params.set('cursor', search.cursor);
  return params;
}
