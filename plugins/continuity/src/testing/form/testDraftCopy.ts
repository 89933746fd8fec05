import type { TestDraft } from './testDraft';

const PREFIX = 'continuity.test-form.';

/** Keeps what is written until this browser tab is closed, so that going back or a reload loses nothing. */
export function keepTestDraft(key: string, draft: TestDraft): void {
  try {
    window.sessionStorage.setItem(PREFIX + key, JSON.stringify(draft));
  } catch {
    // full, or not allowed: then there is no copy
  }
}

export function forgetTestDraft(key: string): void {
  try {
    window.sessionStorage.removeItem(PREFIX + key);
  } catch {
    // there was none
  }
}

export function readTestDraft(key: string): TestDraft | undefined {
  try {
    const text = window.sessionStorage.getItem(PREFIX + key);
    const kept = text ? JSON.parse(text) : undefined;
    return Array.isArray(kept?.entities) && kept.schedule ? kept : undefined;
  } catch {
    return undefined;
  }
}
