import { useEffect, useState } from 'react';

/**
 * Asks before something unsaved is left: by a link in the portal (`leaving` is its address), or by closing the page. The router can't hold the
 * browser's back button; for that a copy is kept.
 */
export function useLeaveGuard(unsaved: boolean) {
  const [leaving, setLeaving] = useState<string>();
  useEffect(() => {
    if (!unsaved) return undefined;
    const closing = (event: BeforeUnloadEvent) => {
      event.preventDefault();
      // some browsers ask only then
      event.returnValue = '';
    };
    const clicked = (event: MouseEvent) => {
      const link = (event.target as Element | null)?.closest?.('a[href]');
      const elsewhere = event.button !== 0 || event.metaKey || event.ctrlKey;
      if (!link || elsewhere || link.getAttribute('target') === '_blank')
        return;
      const to = new URL((link as HTMLAnchorElement).href);
      if (to.origin !== window.location.origin) return;
      if (to.pathname === window.location.pathname) return;
      event.preventDefault();
      event.stopPropagation();
      setLeaving(to.pathname + to.search + to.hash);
    };
    window.addEventListener('beforeunload', closing);
    document.addEventListener('click', clicked, { capture: true });
    return () => {
      window.removeEventListener('beforeunload', closing);
      document.removeEventListener('click', clicked, { capture: true });
    };
  }, [unsaved]);
  return { leaving, setLeaving };
}
