/** One thing after the other that somebody did, each after `timeline.at` its moment. */
export type SeedActs = () => Promise<void>;

interface Waiting {
  moment: string;
  goOn: () => void;
}

/**
 * The order in which what a seed file tells was done.
 *
 * Either everything happens now, and only its records are dated (`standing`); or time goes on from a past moment, and each act waits for its turn
 * (`since`): what lies before that moment is done at once, as if it had been entered when the portal was installed.
 */
export class SeedTimeline {
  readonly #waiting: Waiting[] = [];
  /** The moment at which things happen. */
  #reached: string;
  #endTurn = () => {};
  #failTurn: (error: unknown) => void = () => {};

  /** Everything happens at one moment. */
  static standing(now: Date): SeedTimeline {
    return new SeedTimeline({ startedAt: now, begin: now.toISOString() });
  }

  /** @param move - told before the first act of a moment is done, when everything of earlier moments was done */
  static since(
    begin: Date,
    options: { startedAt: Date; move: (moment: string) => Promise<void> },
  ): SeedTimeline {
    return new SeedTimeline({
      startedAt: options.startedAt,
      begin: begin.toISOString(),
      move: options.move,
    });
  }

  private constructor(
    private readonly options: {
      startedAt: Date;
      begin: string;
      move?: (moment: string) => Promise<void>;
    },
  ) {
    this.#reached = options.begin;
  }

  /** What the moments of the file are relative to. */
  get startedAt(): Date {
    return this.options.startedAt;
  }

  now(): string {
    return this.#reached;
  }

  /** Waits until it is that moment; comes back at once where it is past. */
  async at(moment: string): Promise<void> {
    if (!this.options.move || moment <= this.#reached) return;
    await new Promise<void>(goOn => {
      this.#waiting.push({ moment, goOn });
      this.#endTurn();
    });
  }

  /** Does everything, one act at a time. */
  async play(all: SeedActs[]): Promise<void> {
    await this.begin(all);
    await this.goOn();
  }

  /** Does what is not of a later moment. */
  async begin(all: SeedActs[]): Promise<void> {
    for (const acts of all) {
      await this.#turn(() => {
        acts().then(
          () => this.#endTurn(),
          error => this.#failTurn(error),
        );
      });
    }
  }

  /** Does what waits for later moments. */
  async goOn(): Promise<void> {
    for (;;) {
      const next = this.#takeEarliest();
      if (!next) return;
      if (next.moment > this.#reached) {
        await this.options.move?.(next.moment);
        this.#reached = next.moment;
      }
      await this.#turn(next.goOn);
    }
  }

  /** Until whoever goes on waits again, or has done all. */
  #turn(goOn: () => void): Promise<void> {
    return new Promise((resolve, reject) => {
      this.#endTurn = resolve;
      this.#failTurn = reject;
      goOn();
    });
  }

  /** Of several at one moment the one that came first. */
  #takeEarliest(): Waiting | undefined {
    let earliest: Waiting | undefined;
    for (const waiting of this.#waiting) {
      if (!earliest || waiting.moment < earliest.moment) earliest = waiting;
    }
    if (earliest) this.#waiting.splice(this.#waiting.indexOf(earliest), 1);
    return earliest;
  }
}
