import { useLocation, useNavigate } from 'react-router-dom';
import { usePlansAddress } from '../usePlansAddress';

/** What the plan's page shows, as its address says it. */
export function usePlanPlace() {
  const { pathname, search } = useLocation();
  const navigate = useNavigate();
  const plansAddress = usePlansAddress() ?? pathname.replace(/\/[^/]*\/?$/, '');
  const params = new URLSearchParams(search);
  const [from, to] = (params.get('compare') ?? '').split(',').map(Number);
  const number = Number(params.get('version'));
  const go = (next: Record<string, string | undefined>) => {
    const changed = new URLSearchParams(search);
    for (const [key, value] of Object.entries(next)) {
      if (value === undefined) changed.delete(key);
      else changed.set(key, value);
    }
    navigate({ pathname, search: changed.toString() });
  };
  return {
    plansAddress,
    version: Number.isInteger(number) && number > 0 ? number : undefined,
    editing: params.get('edit') === '1',
    compare: from > 0 && to > 0 ? { from, to } : undefined,
    go,
  };
}
