import type { PictureCluster, PicturePlan } from './picturePlan';

/** How large an entity is drawn, in pixels. @public */
export const pictureNodeSize = { width: 210, height: 46 };
const GAP = { x: 90, y: 16 };
const MARGIN = 24;
/** Passes that straighten the lines; more change nothing that one would see. */
const PASSES = 6;

/** Where something is drawn. @public */
export interface PlacedNode {
  id: string;
  x: number;
  y: number;
}

/** Where everything in a picture goes, in pixels. @public */
export interface PictureLayout {
  width: number;
  height: number;
  places: Map<string, PlacedNode>;
  /** Of each edge, and of each line to a group, the path to draw. */
  lines: Array<{
    id: string;
    from: string;
    to: string;
    d: string;
    kind: string;
  }>;
}

interface Line {
  from: string;
  to: string;
  kind: string;
}

function clusterLine(cluster: PictureCluster): Line {
  const { through, id, direction } = cluster;
  return direction === 'needs'
    ? { from: through, to: id, kind: 'group' }
    : { from: id, to: through, kind: 'group' };
}

function columnsOf(plan: PicturePlan): Map<number, string[]> {
  const columns = new Map<number, string[]>();
  for (const { id, layer } of [...plan.nodes, ...plan.clusters]) {
    const column = columns.get(layer);
    if (column) column.push(id);
    else columns.set(layer, [id]);
  }
  return columns;
}

/** Puts each column in the order of the middle of its neighbours, back and forth, so that few lines cross. */
function untangle(columns: Map<number, string[]>, lines: readonly Line[]) {
  const neighbours = new Map<string, string[]>();
  for (const { from, to } of lines) {
    neighbours.set(from, [...(neighbours.get(from) ?? []), to]);
    neighbours.set(to, [...(neighbours.get(to) ?? []), from]);
  }
  const order = new Map<string, number>();
  const number = (ids: string[]) =>
    ids.forEach((id, index) => order.set(id, index - (ids.length - 1) / 2));
  const layers = [...columns.keys()].sort((a, b) => a - b);
  for (const layer of layers) number(columns.get(layer)!);
  for (let pass = 0; pass < PASSES; pass++) {
    for (const layer of pass % 2 ? [...layers].reverse() : layers) {
      const ids = columns.get(layer)!;
      const middle = new Map(
        ids.map(id => {
          const around = neighbours.get(id) ?? [];
          const sum = around.reduce((s, each) => s + order.get(each)!, 0);
          return [id, around.length ? sum / around.length : order.get(id)!];
        }),
      );
      ids.sort((a, b) => middle.get(a)! - middle.get(b)! || (a < b ? -1 : 1));
      number(ids);
    }
  }
}

function curve(from: PlacedNode, to: PlacedNode): string {
  const forward = to.x >= from.x;
  const sameColumn = Math.abs(to.x - from.x) < pictureNodeSize.width;
  const startX = from.x + (forward || sameColumn ? pictureNodeSize.width : 0);
  const endX = sameColumn
    ? to.x + pictureNodeSize.width
    : to.x + (forward ? 0 : pictureNodeSize.width);
  const startY = from.y + pictureNodeSize.height / 2;
  const endY = to.y + pictureNodeSize.height / 2;
  const bend = sameColumn ? GAP.x * 0.6 : (endX - startX) / 2;
  const second = sameColumn ? endX + bend : endX - bend;
  return `M${startX} ${startY}C${
    startX + bend
  } ${startY} ${second} ${endY} ${endX} ${endY}`;
}

/**
 * Where everything in the picture goes: a column for each distance, the entity in question between what needs it and what it needs. Pure,
 * and quick enough for a picture of the size that can be read.
 *
 * @public
 */
export function pictureLayout(plan: PicturePlan): PictureLayout {
  const lines: Line[] = [
    ...plan.edges.map(({ from, to, class: kind }) => ({ from, to, kind })),
    ...plan.clusters.map(clusterLine),
  ];
  const columns = columnsOf(plan);
  untangle(columns, lines);
  const layers = [...columns.keys()].sort((a, b) => a - b);
  const tallest = Math.max(...[...columns.values()].map(ids => ids.length));
  const height =
    MARGIN * 2 + tallest * (pictureNodeSize.height + GAP.y) - GAP.y;
  const places = new Map<string, PlacedNode>();
  layers.forEach((layer, column) => {
    const ids = columns.get(layer)!;
    const used = ids.length * (pictureNodeSize.height + GAP.y) - GAP.y;
    const top = (height - used) / 2;
    ids.forEach((id, row) =>
      places.set(id, {
        id,
        x: MARGIN + column * (pictureNodeSize.width + GAP.x),
        y: top + row * (pictureNodeSize.height + GAP.y),
      }),
    );
  });
  return {
    width: MARGIN * 2 + layers.length * (pictureNodeSize.width + GAP.x) - GAP.x,
    height,
    places,
    lines: lines.flatMap(({ from, to, kind }) => {
      const [start, end] = [places.get(from), places.get(to)];
      return start && end
        ? [{ id: `${from}>${to}`, from, to, kind, d: curve(start, end) }]
        : [];
    }),
  };
}
