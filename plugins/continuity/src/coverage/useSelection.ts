import type { CoverageItem } from 'backstage-plugin-continuity-common';
import { useCallback, useMemo, useState } from 'react';

/** A tier that the catalog file sets can't be set in the portal (DOMAIN.md §1). */
export function isLocked(item: CoverageItem): boolean {
  return item.tierSource === 'catalog';
}

/** The services chosen for a bulk change. The choice outlives pages and filters. */
export function useSelection() {
  const [active, setActive] = useState(false);
  const [chosen, setChosen] = useState<ReadonlyMap<string, string>>(new Map());

  const set = useCallback((items: CoverageItem[], selected: boolean) => {
    setChosen(before => {
      const next = new Map(before);
      for (const item of items.filter(each => !isLocked(each))) {
        if (selected) next.set(item.entityRef, item.title);
        else next.delete(item.entityRef);
      }
      return next;
    });
  }, []);
  const clear = useCallback(() => setChosen(new Map()), []);
  const start = useCallback(() => setActive(true), []);
  const stop = useCallback(() => {
    setActive(false);
    setChosen(new Map());
  }, []);

  return useMemo(
    () => ({ active, chosen, set, clear, start, stop }),
    [active, chosen, set, clear, start, stop],
  );
}

export type Selection = ReturnType<typeof useSelection>;
