import type { DueTest, TestDepth } from 'backstage-plugin-continuity-common';

/** What is planned of a due item. */
export type DueItem = Pick<DueTest, 'entityRef' | 'title' | 'depth'>;

/** A requirement of an entity, as one text. */
export function dueKey(item: Pick<DueTest, 'entityRef' | 'depth'>): string {
  return `${item.depth} ${item.entityRef}`;
}

/** What a due item carries along when it is dragged. */
export function writeDueItem(item: DueItem): string {
  const { entityRef, title, depth } = item;
  return JSON.stringify({ entityRef, title, depth });
}

/** Reads what was dragged; undefined for anything else. */
export function readDueItem(text: string): DueItem | undefined {
  try {
    const { entityRef, title, depth } = JSON.parse(text);
    return entityRef && depth
      ? { entityRef, title, depth: depth as TestDepth }
      : undefined;
  } catch {
    return undefined;
  }
}
