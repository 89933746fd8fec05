import { stringifyEntityRef } from '@backstage/catalog-model';
import { useApi } from '@backstage/core-plugin-api';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { useState } from 'react';
import useAsync from 'react-use/esm/useAsync';
import useDebounce from 'react-use/esm/useDebounce';

const SHOWN = 20;
const PAUSE_MS = 250;

/** An entity that was found, as people read it. */
export interface FoundEntity {
  ref: string;
  title: string;
}

/** Finds entities in the catalog while one types, by name or title; nothing is loaded before the list is open. */
export function useEntitySearch(options: { kinds: string[] }) {
  const { kinds } = options;
  const catalogApi = useApi(catalogApiRef);
  const [open, setOpen] = useState(false);
  const [input, setInput] = useState('');
  const [term, setTerm] = useState('');
  useDebounce(() => setTerm(input.trim()), PAUSE_MS, [input]);
  const { value, loading, error } = useAsync(async () => {
    if (!open) return [];
    const { items } = await catalogApi.queryEntities({
      filter: { kind: kinds },
      fields: ['kind', 'metadata.name', 'metadata.namespace', 'metadata.title'],
      limit: SHOWN,
      ...(term && {
        fullTextFilter: { term, fields: ['metadata.name', 'metadata.title'] },
      }),
    });
    return items.map(
      (entity): FoundEntity => ({
        ref: stringifyEntityRef(entity),
        title: entity.metadata.title ?? entity.metadata.name,
      }),
    );
  }, [catalogApi, open, term]);
  return {
    found: value ?? [],
    loading,
    error,
    input,
    setInput,
    /** Of the list below the field. */
    list: { open, onOpen: () => setOpen(true), onClose: () => setOpen(false) },
  };
}
