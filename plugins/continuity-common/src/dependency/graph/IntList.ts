/** Integers that are collected one by one, without an object each. */
export class IntList {
  #items: Int32Array;
  #length = 0;

  constructor(capacity = 1024) {
    this.#items = new Int32Array(capacity);
  }

  get length(): number {
    return this.#length;
  }

  push(item: number): void {
    if (this.#length === this.#items.length) {
      const larger = new Int32Array(this.#items.length * 2);
      larger.set(this.#items);
      this.#items = larger;
    }
    this.#items[this.#length++] = item;
  }

  /** A view of what was collected. */
  view(): Int32Array {
    return this.#items.subarray(0, this.#length);
  }

  /** What was collected, in memory of its own that is no larger than needed. */
  toArray(): Int32Array {
    return this.#items.slice(0, this.#length);
  }
}
