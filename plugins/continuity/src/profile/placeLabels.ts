/** A label that belongs to a point on the axis. */
export interface LabelRequest {
  id: string;
  /** Where its point is, in pixels. */
  x: number;
  /** How wide its text is, in pixels. */
  width: number;
}

export interface PlacedLabel extends LabelRequest {
  /** Left edge of the text. */
  left: number;
  /** 0 is nearest to the axis. */
  row: number;
}

/** Space that is kept between two texts, and between a text and another label's stem. */
const GAP = 8;
const STEM_GAP = 4;

/**
 * Gives each label a place where it never covers another label, and covers no stem that leads from another label to its point unless
 * there is no other way (two labels of the same point). Rows are added as needed, so there is always a place.
 */
export function placeLabels(
  requests: readonly LabelRequest[],
  bounds: { left: number; right: number },
): PlacedLabel[] {
  const placed: PlacedLabel[] = [];
  const ordered = [...requests].sort((a, b) => a.x - b.x);
  for (const request of ordered) {
    placed.push(firstFreePlace(request, placed, bounds));
  }
  return placed;
}

function firstFreePlace(
  request: LabelRequest,
  placed: readonly PlacedLabel[],
  bounds: { left: number; right: number },
): PlacedLabel {
  const { x, width } = request;
  const lastLeft = Math.max(bounds.left, bounds.right - width);
  const clamp = (left: number) =>
    Math.min(Math.max(left, bounds.left), lastLeft);
  const wishes = [x - width / 2, x - STEM_GAP, x - width + STEM_GAP];
  for (const apart of [standApart, coverNoText]) {
    for (let row = 0; row <= placed.length; row++) {
      for (const wish of wishes) {
        const candidate = { ...request, left: clamp(wish), row };
        if (placed.every(other => apart(candidate, other))) return candidate;
      }
    }
  }
  return { ...request, left: clamp(wishes[0]), row: placed.length };
}

function coverNoText(a: PlacedLabel, b: PlacedLabel): boolean {
  return (
    a.row !== b.row ||
    a.left + a.width + GAP <= b.left ||
    b.left + b.width + GAP <= a.left
  );
}

function standApart(a: PlacedLabel, b: PlacedLabel): boolean {
  if (a.row === b.row) return coverNoText(a, b);
  const [upper, lower] = a.row > b.row ? [a, b] : [b, a];
  const stem = upper.x;
  return (
    stem <= lower.left - STEM_GAP || stem >= lower.left + lower.width + STEM_GAP
  );
}
