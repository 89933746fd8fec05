/**
 * Which groups stand above which, as the catalog's `childOf` relations say. Cycles occur in real catalogs and end the walk.
 */
export class GroupAncestry {
  readonly #parents = new Map<string, string[]>();

  static of(relations: Array<{ childRef: string; parentRef: string }>) {
    return new GroupAncestry(relations);
  }

  private constructor(
    relations: Array<{ childRef: string; parentRef: string }>,
  ) {
    for (const { childRef, parentRef } of relations) {
      const parents = this.#parents.get(childRef);
      if (parents) parents.push(parentRef);
      else this.#parents.set(childRef, [parentRef]);
    }
  }

  /** The claims themselves, and every group above them. */
  expand(claims: string[]): Set<string> {
    const reached = new Set<string>();
    const waiting = claims.map(claim => claim.toLocaleLowerCase('en-US'));
    while (waiting.length > 0) {
      const ref = waiting.pop()!;
      if (reached.has(ref)) continue;
      reached.add(ref);
      waiting.push(...(this.#parents.get(ref) ?? []));
    }
    return reached;
  }
}
