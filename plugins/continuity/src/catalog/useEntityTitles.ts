import { useApi } from '@backstage/core-plugin-api';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { useCallback, useState } from 'react';
import useAsync from 'react-use/esm/useAsync';
import { nameOfRef } from './EntityName';

/** What the catalog calls some entities: an address holds refs alone, so that titles have to be asked for, each once. */
export function useEntityTitles(
  refs: readonly string[],
  options: {
    /** The kind that needs no mention in a name. */
    defaultKind?: string;
  } = {},
) {
  const { defaultKind } = options;
  const catalogApi = useApi(catalogApiRef);
  const [titles, setTitles] = useState<ReadonlyMap<string, string>>(new Map());
  const unknown = refs.filter(ref => !titles.has(ref));
  useAsync(async () => {
    if (unknown.length === 0) return;
    const { items } = await catalogApi.getEntitiesByRefs({
      entityRefs: unknown,
      fields: ['kind', 'metadata.name', 'metadata.namespace', 'metadata.title'],
    });
    setTitles(
      last =>
        new Map([
          ...last,
          // What is not found keeps its name, and is not asked for again
          ...unknown.map((ref, at): [string, string] => [
            ref,
            items[at]?.metadata.title ??
              items[at]?.metadata.name ??
              nameOfRef(ref, defaultKind),
          ]),
        ]),
    );
  }, [catalogApi, unknown.join()]);
  return {
    titleOf: (ref: string) => titles.get(ref) ?? nameOfRef(ref, defaultKind),
    learn: useCallback(
      (ref: string, title: string) =>
        setTitles(last => new Map([...last, [ref, title]])),
      [],
    ),
  };
}
