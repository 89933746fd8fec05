import { hasSomethingMine } from 'backstage-plugin-continuity-common';
import { useLocation } from 'react-router-dom';
import { useMine } from './useMine';

/**
 * Whether the reader has a tab "My continuity": who owns nothing and is asked for nothing does without it, but for its own address. Until the answer is
 * there it is shown, so that it does not come and go for those who have it.
 */
export function useShowsMine(): boolean {
  const { pathname } = useLocation();
  const { value } = useMine({ limit: 0 });
  return (
    value === undefined ||
    hasSomethingMine(value) ||
    pathname.replace(/\/$/, '').endsWith('/mine')
  );
}
