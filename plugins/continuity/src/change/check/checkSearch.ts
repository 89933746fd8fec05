import {
  changeTypeSchema,
  type ChangeType,
  type TouchAction,
} from 'backstage-plugin-continuity-common';

/** What of the form stands in the page's URL: what is short, so that a check can be linked to. */
export interface CheckSearch {
  touched: Array<{ entityRef: string; action: TouchAction }>;
  type: ChangeType;
  major: boolean;
}

const ACTIONS: Array<[string, TouchAction]> = [
  ['touched', 'modify'],
  ['adds', 'add'],
  ['removes', 'remove'],
];
/** An address has no room for more. */
const MOST = 50;

/** Reads the page's URL. What can't be understood is left out. */
export function readCheckSearch(params: URLSearchParams): CheckSearch {
  const seen = new Set<string>();
  const touched = ACTIONS.flatMap(([key, action]) =>
    params.getAll(key).flatMap(text => {
      const entityRef = text.trim().toLocaleLowerCase('en-US');
      if (!/^[^:/\s]+:[^:/\s]+\/[^:/\s]+$/.test(entityRef)) return [];
      if (seen.has(entityRef)) return [];
      seen.add(entityRef);
      return [{ entityRef, action }];
    }),
  );
  const type = changeTypeSchema.safeParse(params.get('type'));
  return {
    touched: touched.slice(0, MOST),
    type: type.success ? type.data : 'normal',
    major: params.get('major') === 'true',
  };
}

/** Writes the page's URL; what is as always is left out. */
export function writeCheckSearch(search: CheckSearch): URLSearchParams {
  const params = new URLSearchParams();
  if (search.touched.length <= MOST) {
    for (const [key, action] of ACTIONS) {
      for (const each of search.touched) {
        if (each.action === action) params.append(key, each.entityRef);
      }
    }
  }
  if (search.type !== 'normal') params.set('type', search.type);
  if (search.major) params.set('major', 'true');
  return params;
}
