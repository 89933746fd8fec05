import type { LossItem } from 'backstage-plugin-continuity-common';
import { timeScale } from '../../profile/timeScale';

export const ROW = 26;
const WAVE_HEAD = 24;
const AXIS = 26;
const MARGIN = 12;
const MIN_TICK_GAP = 56;

/** No wave fills the screen alone: of a long one those that miss their targets come first, the others are counted. */
export const ROWS_PER_WAVE = 12;

export interface GanttRow {
  item: LossItem;
  y: number;
  /** From the start of the disruption until what it needs is back. */
  waiting: { from: number; to: number };
  /** Its own recovery. */
  own: { from: number; to: number };
  /** Its RTO; null: unset. */
  target: number | null;
  /** What lies beyond the target. */
  missed: { from: number; to: number } | null;
}

export interface GanttGeometry {
  width: number;
  height: number;
  axis: { left: number; right: number };
  ticks: Array<{ seconds: number; x: number }>;
  waves: Array<{
    wave: number;
    y: number;
    rows: GanttRow[];
    /** How many of the wave stand only in the table. */
    folded: number;
  }>;
}

function ofWaves(items: readonly LossItem[]): Map<number, LossItem[]> {
  const waves = new Map<number, LossItem[]>();
  for (const item of items) {
    if (item.wave === null || !item.expected) continue;
    const wave = waves.get(item.wave);
    if (wave) wave.push(item);
    else waves.set(item.wave, [item]);
  }
  return waves;
}

/** Those that tell most: what misses its target, by how much, then the most critical, then in the given order. */
function firstOf(items: readonly LossItem[]): LossItem[] {
  if (items.length <= ROWS_PER_WAVE) return [...items];
  return [...items]
    .sort(
      (a, b) =>
        (b.lateBySeconds ?? 0) - (a.lateBySeconds ?? 0) ||
        (a.tier?.rank ?? Infinity) - (b.tier?.rank ?? Infinity) ||
        (a.entityRef < b.entityRef ? -1 : 1),
    )
    .slice(0, ROWS_PER_WAVE);
}

/** Where everything on the Gantt of a loss goes: waves below each other, each entity a bar against the line of its target. Pure. */
export function ganttGeometry(options: {
  items: readonly LossItem[];
  width: number;
  /** Room for the names. */
  names: number;
}): GanttGeometry {
  const { items, width, names } = options;
  const axis = {
    left: names + MARGIN,
    right: Math.max(width - MARGIN, names + 2 * MARGIN),
  };
  const waves = [...ofWaves(items)].sort(([a], [b]) => a - b);
  const shown = waves.map(([wave, members]) => {
    const rows = firstOf(members);
    return { wave, rows, folded: members.length - rows.length };
  });
  const seconds = shown.flatMap(({ rows }) =>
    rows.flatMap(({ expected, rtoSeconds }) => [
      expected!.seconds,
      rtoSeconds ?? 0,
    ]),
  );
  const scale = timeScale({ seconds, ...axis, beyond: 0.06 });
  let y = AXIS;
  const placed = shown.map(({ wave, rows, folded }) => {
    const top = y;
    y += WAVE_HEAD;
    const placedRows = rows.map(item => {
      const row = rowOf(item, y, scale.position);
      y += ROW;
      return row;
    });
    if (folded > 0) y += WAVE_HEAD;
    return { wave, y: top, rows: placedRows, folded };
  });
  return {
    width,
    height: y + MARGIN,
    axis,
    ticks: scale.ticks(MIN_TICK_GAP),
    waves: placed,
  };
}

function rowOf(
  item: LossItem,
  y: number,
  position: (seconds: number) => number,
): GanttRow {
  const ready = item.expected!.seconds;
  // A circle takes the sum of its members, so its own part may begin before the last of them does.
  const begin = Math.max(0, ready - (item.ownTime?.seconds ?? 0));
  const target = item.rtoSeconds;
  return {
    item,
    y,
    waiting: { from: position(0), to: position(begin) },
    own: { from: position(begin), to: position(ready) },
    target: target === null ? null : position(target),
    missed:
      target !== null && ready > target
        ? { from: position(target), to: position(ready) }
        : null,
  };
}
