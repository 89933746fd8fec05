/** Resolves when the browser has nothing more urgent to do; soon at the latest. */
export function whenIdle(): Promise<void> {
  return new Promise(resolve => {
    if (typeof window.requestIdleCallback === 'function') {
      window.requestIdleCallback(() => resolve(), { timeout: 200 });
    } else {
      setTimeout(resolve, 0); // Safari has no such thing
    }
  });
}
