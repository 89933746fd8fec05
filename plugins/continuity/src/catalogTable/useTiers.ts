import { useApiHolder } from '@backstage/core-plugin-api';
import type { ContinuityApi, Tier } from 'backstage-plugin-continuity-common';
import useAsync from 'react-use/esm/useAsync';
import { continuityApiRef } from '../api';

const KEEP_MS = 5 * 60_000;

interface Read {
  at: number;
  tiers: Promise<Tier[]>;
}

// Every row of a table asks; the policy is read once.
const reads = new WeakMap<ContinuityApi, Read>();

/** The policy's tiers, most critical first; undefined until they are known, or for somebody who may not read the policy. */
export function useTiers(): Tier[] | undefined {
  const api = useApiHolder().get(continuityApiRef);
  const { value } = useAsync(async () => api && tiersOf(api), [api]);
  return value;
}

function tiersOf(api: ContinuityApi): Promise<Tier[]> {
  const known = reads.get(api);
  if (known && Date.now() - known.at < KEEP_MS) return known.tiers;
  const tiers = api.getPolicy().then(({ policy }) => policy.tiers);
  reads.set(api, { at: Date.now(), tiers });
  tiers.catch(() => reads.delete(api));
  return tiers;
}
