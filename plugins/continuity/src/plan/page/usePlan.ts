import { useApi } from '@backstage/core-plugin-api';
import type {
  PlanDetail,
  PlanVersion,
} from 'backstage-plugin-continuity-common';
import { useCallback, useEffect, useRef, useState } from 'react';
import { continuityApiRef } from '../../api';

interface Loaded {
  plan: PlanDetail;
  version: PlanVersion;
}

/** A plan and the version of it that the address asks for; what is shown stays until the next is there. */
export function usePlan(planId: string, wanted: number | undefined) {
  const api = useApi(continuityApiRef);
  const [loaded, setLoaded] = useState<Loaded>();
  const [error, setError] = useState<Error>();
  const latest = useRef(0);
  const known = useRef<PlanDetail>();

  const show = useCallback(
    async (read: () => Promise<PlanDetail>) => {
      latest.current += 1;
      const call = latest.current;
      try {
        const plan = await read();
        const version = await versionOf(plan, wanted, n =>
          api.plans.getVersion(plan.id, n).then(answer => answer.version),
        );
        if (call !== latest.current) return;
        known.current = plan;
        setLoaded({ plan, version });
        setError(undefined);
      } catch (e) {
        if (call === latest.current) setError(e as Error);
      }
    },
    [api, wanted],
  );
  const reload = useCallback(
    () => show(() => api.plans.get(planId)),
    [show, api, planId],
  );
  useEffect(() => {
    // turning to another version of the same plan needs no second look at the plan
    const plan = known.current;
    if (plan?.id === planId) show(async () => plan);
    else reload();
  }, [planId, show, reload]);

  return {
    loaded: loaded?.plan.id === planId ? loaded : undefined,
    error,
    reload,
    replace: useCallback((plan: PlanDetail) => show(async () => plan), [show]),
  };
}

async function versionOf(
  plan: PlanDetail,
  wanted: number | undefined,
  read: (version: number) => Promise<PlanVersion>,
): Promise<PlanVersion> {
  if (wanted === undefined || wanted === plan.version.version) {
    return plan.version;
  }
  if (wanted === plan.draft?.version) return plan.draft;
  return plan.versions.some(({ version }) => version === wanted)
    ? read(wanted)
    : plan.version;
}
