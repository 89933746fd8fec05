import { useApi } from '@backstage/core-plugin-api';
import useAsync from 'react-use/esm/useAsync';
import { continuityApiRef } from '../../api';
import type { DraftPlan } from './testDraft';

/** Of many entities the first are enough to know their plans: a plan mostly covers them all. */
const ASKED = 50;

/** The plan versions in force for entities: what a test of them would test. */
export function usePlanSuggestions(entities: readonly string[]) {
  const api = useApi(continuityApiRef);
  const asked = entities.slice(0, ASKED);
  const { value, loading, error } = useAsync(async (): Promise<DraftPlan[]> => {
    if (asked.length === 0) return [];
    const { items } = await api.plans.list({
      entity: asked,
      state: ['in-force'],
      limit: 50,
    });
    return items.flatMap(({ id, title, inForce }) =>
      inForce ? [{ planId: id, version: inForce.version, title }] : [],
    );
  }, [api, asked.join()]);
  return { suggestions: value ?? [], loading, error };
}
