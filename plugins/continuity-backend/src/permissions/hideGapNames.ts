import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import {
  describeGap,
  hiddenEntityText,
  type Gap,
} from 'backstage-plugin-continuity-common';

const PARTY_FIELDS = ['recoveryOwner', 'recoveryAlternates'];
const TEXT_PARAMS = ['value', 'otherValue'];

/** The users and groups that gaps name as they were written in the catalog, often without kind and namespace. */
export function partyRefsInGaps(gaps: Gap[], namespace: string): string[] {
  return gaps.flatMap(gap =>
    namedParams(gap).flatMap(key =>
      partyRefsIn(String(gap.params[key]), namespace),
    ),
  );
}

/** The gaps with what they name as it was written replaced, where it is hidden. Full refs are found by `hideEntities`. */
export function hideGapNames(
  gaps: Gap[],
  hidden: ReadonlySet<string>,
  namespace: string,
): Gap[] {
  return gaps.map(gap => {
    const replaced = namedParams(gap).filter(key =>
      partyRefsIn(String(gap.params[key]), namespace).some(ref =>
        hidden.has(ref),
      ),
    );
    if (replaced.length === 0) return gap;
    const params = {
      ...gap.params,
      ...Object.fromEntries(replaced.map(key => [key, hiddenEntityText])),
    };
    return { ...gap, params, ...describeGap(gap.code, params) };
  });
}

function namedParams(gap: Gap): string[] {
  return PARTY_FIELDS.includes(String(gap.params.field))
    ? TEXT_PARAMS.filter(key => gap.params[key] !== undefined)
    : [];
}

function partyRefsIn(text: string, namespace: string): string[] {
  return text.split(',').flatMap(part => {
    try {
      return stringifyEntityRef(
        parseEntityRef(part.trim(), {
          defaultKind: 'group',
          defaultNamespace: namespace,
        }),
      );
    } catch {
      return [];
    }
  });
}
