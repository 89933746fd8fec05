import type { CoverageItem } from 'backstage-plugin-continuity-common';
import { useCallback, useMemo, useState } from 'react';

/** What services are chosen for. */
export type SelectionPurpose = 'tier' | 'owner' | 'ask';

/** The services chosen for a bulk change, or to ask about. The choice outlives pages and filters. */
export function useSelection() {
  const [purpose, setPurpose] = useState<SelectionPurpose>();
  const [chosen, setChosen] = useState<ReadonlyMap<string, string>>(new Map());

  /** A tier that the catalog file sets can't be set in the portal (DOMAIN.md §1). */
  const isLocked = useCallback(
    (item: CoverageItem) => purpose === 'tier' && item.tierSource === 'catalog',
    [purpose],
  );
  const set = useCallback(
    (items: CoverageItem[], selected: boolean) => {
      setChosen(before => {
        const next = new Map(before);
        for (const item of items.filter(each => !isLocked(each))) {
          if (selected) next.set(item.entityRef, item.title);
          else next.delete(item.entityRef);
        }
        return next;
      });
    },
    [isLocked],
  );
  const clear = useCallback(() => setChosen(new Map()), []);
  const start = useCallback((of: SelectionPurpose) => setPurpose(of), []);
  const stop = useCallback(() => {
    setPurpose(undefined);
    setChosen(new Map());
  }, []);

  return useMemo(
    () => ({
      active: purpose !== undefined,
      purpose,
      chosen,
      isLocked,
      set,
      clear,
      start,
      stop,
    }),
    [purpose, chosen, isLocked, set, clear, start, stop],
  );
}

export type Selection = ReturnType<typeof useSelection>;
