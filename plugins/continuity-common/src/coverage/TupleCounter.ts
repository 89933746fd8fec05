/** Counts by several words at once. */
export class TupleCounter<Key extends readonly (string | null)[]> {
  readonly #counts = new Map<string, { key: Key; count: number }>();

  add(key: Key): void {
    const text = JSON.stringify(key);
    const line = this.#counts.get(text);
    if (line) line.count += 1;
    else this.#counts.set(text, { key, count: 1 });
  }

  of(key: Key): number {
    return this.#counts.get(JSON.stringify(key))?.count ?? 0;
  }

  entries(): Array<[Key, number]> {
    return [...this.#counts.values()].map(({ key, count }) => [key, count]);
  }
}
