/**
 * The ways in which one entity can come to need another. An edge of the graph is made of one or more of them.
 *
 * - `direct`: from dependsOn to
 * - `uses`: from consumes (or depends on) the API to
 * - `provided`: the API from is provided by to
 * - `parts`: the System from has the part to
 *
 * @public
 */
export const wayKinds = ['direct', 'uses', 'provided', 'parts'] as const;

/** See {@link wayKinds}. @public */
export type WayKind = (typeof wayKinds)[number];

/** How a relation reads as a way; `reversed`: the relation's source is the way's `to`. */
export interface WayReading {
  readonly kind: WayKind;
  readonly reversed: boolean;
}

const forward = (kind: WayKind): WayReading => ({ kind, reversed: false });
const reversed = (kind: WayKind): WayReading => ({ kind, reversed: true });

const DIRECT = forward('direct');
const DIRECT_REVERSED = reversed('direct');
const USES = forward('uses');
const USES_REVERSED = reversed('uses');
const PROVIDED = forward('provided');
const PROVIDED_REVERSED = reversed('provided');
const PARTS = forward('parts');
const PARTS_REVERSED = reversed('parts');

const types = new Set([
  'dependsOn',
  'dependencyOf',
  'consumesApi',
  'apiConsumedBy',
  'providesApi',
  'apiProvidedBy',
  'partOf',
  'hasPart',
]);

/** Whether relations of this type may say something about dependencies. */
export const mayBeWay = (type: string) => types.has(type);

const isApi = (ref: string) => ref.startsWith('api:');

/** Whether the ref is that of a System. */
export const isSystemRef = (ref: string) => ref.startsWith('system:');

const canBePart = (ref: string) =>
  ref.startsWith('component:') ||
  ref.startsWith('resource:') ||
  isSystemRef(ref);

/**
 * Reads a relation of the catalog as a way (DOMAIN.md §3); undefined where it says nothing about dependencies. Refs are lower case.
 * Allocates nothing: it is called for each relation of a catalog.
 */
export function relationWay(
  sourceRef: string,
  type: string,
  targetRef: string,
): WayReading | undefined {
  switch (type) {
    case 'dependsOn':
      return isApi(targetRef) ? USES : DIRECT;
    case 'dependencyOf':
      return isApi(sourceRef) ? USES_REVERSED : DIRECT_REVERSED;
    case 'consumesApi':
      return USES;
    case 'apiConsumedBy':
      return USES_REVERSED;
    case 'apiProvidedBy':
      return PROVIDED;
    case 'providesApi':
      return PROVIDED_REVERSED;
    case 'hasPart':
      return isSystemRef(sourceRef) && canBePart(targetRef) ? PARTS : undefined;
    case 'partOf':
      return isSystemRef(targetRef) && canBePart(sourceRef)
        ? PARTS_REVERSED
        : undefined;
    default:
      return undefined;
  }
}
