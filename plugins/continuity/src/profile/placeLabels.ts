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
  const points = requests.map(({ x }) => x);
  const ordered = [...requests].sort((a, b) => a.x - b.x);
  for (const request of ordered) {
    placed.push(firstFreePlace({ request, placed, points, bounds }));
  }
  return placed;
}

function firstFreePlace(options: {
  request: LabelRequest;
  placed: readonly PlacedLabel[];
  points: readonly number[];
  bounds: { left: number; right: number };
}): PlacedLabel {
  const { request, placed, points, bounds } = options;
  const { x, width } = request;
  const lastLeft = Math.max(bounds.left, bounds.right - width);
  const clamp = (left: number) =>
    Math.min(Math.max(left, bounds.left), lastLeft);
  const wishes = [
    x - width / 2,
    x - STEM_GAP,
    x - width + STEM_GAP,
    x - width - 2,
    x + 2,
  ];
  // Best: over no other point, so that those to come can have their stems. Then: apart from those that are there.
  const rules = [
    (label: PlacedLabel) =>
      points.every(point => point === x || !covers(label, point)) &&
      placed.every(other => standApart(label, other)),
    (label: PlacedLabel) => placed.every(other => standApart(label, other)),
    (label: PlacedLabel) => placed.every(other => coverNoText(label, other)),
  ];
  for (const fits of rules) {
    for (let row = 0; row <= placed.length; row++) {
      for (const wish of wishes) {
        const candidate = { ...request, left: clamp(wish), row };
        if (fits(candidate)) return candidate;
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
  return !covers(lower, upper.x);
}

function covers(label: PlacedLabel, x: number): boolean {
  return x > label.left - STEM_GAP && x < label.left + label.width + STEM_GAP;
}
