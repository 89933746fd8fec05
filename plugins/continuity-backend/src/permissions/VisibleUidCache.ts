const KEPT_MS = 60_000;
/** Each entry may hold the uids of a whole catalog. */
const MOST_ENTRIES = 50;

interface Entry {
  uids: Promise<ReadonlySet<string>>;
  until: number;
}

/** Sets of visible uids, each kept for a minute and read once at a time. */
export class VisibleUidCache {
  readonly #entries = new Map<string, Entry>();
  readonly #clock: () => Date;

  constructor(clock: () => Date) {
    this.#clock = clock;
  }

  async get(
    key: string,
    read: () => Promise<ReadonlySet<string>>,
  ): Promise<ReadonlySet<string>> {
    const now = this.#clock().getTime();
    const known = this.#entries.get(key);
    if (known && now < known.until) return known.uids;

    this.#forget(now);
    const entry = { uids: read(), until: now + KEPT_MS };
    this.#entries.set(key, entry);
    entry.uids.catch(() => {
      // a failure is not remembered: the next caller asks again
      if (this.#entries.get(key) === entry) this.#entries.delete(key);
    });
    return entry.uids;
  }

  #forget(now: number): void {
    for (const [key, { until }] of this.#entries) {
      if (now >= until) this.#entries.delete(key);
    }
    const [oldest] = this.#entries.keys();
    if (oldest !== undefined && this.#entries.size >= MOST_ENTRIES) {
      this.#entries.delete(oldest);
    }
  }
}
