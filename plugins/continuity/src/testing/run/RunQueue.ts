import type { TestRun } from 'backstage-plugin-continuity-common';
import { errorMessage } from '../../screen/errorMessage';
import {
  outlookOf,
  pressOnTop,
  type NewRunPress,
  type RunPress,
  type RunState,
} from './RunPress';

/**
 * A press that the server does not have yet. `waiting`: it is sent as soon as it can be. `conflict`: somebody else wrote something else meanwhile.
 * `refused`: the server won't have it.
 */
export interface QueuedPress {
  press: RunPress;
  state: 'waiting' | 'conflict' | 'refused';
  message?: string;
}

/** What a queue tells those who listen. A new object with every change. */
export interface RunQueueState {
  presses: readonly QueuedPress[];
  sending: boolean;
  /** The last try failed for want of a connection. */
  offline: boolean;
  savedAt: string | null;
}

/** How long until the next try, and at most. */
const FIRST_WAIT_MS = 2_000;
const LONGEST_WAIT_MS = 20_000;

type KeptPress = QueuedPress & { order: number };

/**
 * Presses of a run until the server has them. Each is kept under a key of its own in the browser, so that neither a closed browser nor a second
 * tab loses one; each has an id by which the server tells what it has already.
 */
export class RunQueue {
  readonly #prefix: string;
  readonly #storage: Storage;
  readonly #send: (press: RunPress, run: RunState) => Promise<TestRun>;
  readonly #read: () => Promise<TestRun>;
  readonly #now: () => string;
  readonly #listeners = new Set<() => void>();
  #run: RunState;
  #revision: number;
  #kept: KeptPress[];
  #state: RunQueueState;
  #work: Promise<void> | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #wait = FIRST_WAIT_MS;
  #stopped = false;

  constructor(options: {
    testId: string;
    /** Presses of somebody else on the same computer are theirs to send. */
    by: string;
    run: RunState;
    revision: number;
    storage: Storage;
    send: (press: RunPress, run: RunState) => Promise<TestRun>;
    read: () => Promise<TestRun>;
    /** The server's clock (ISO). */
    now: () => string;
  }) {
    this.#prefix = `continuity.test-run.${options.testId}.${options.by}.`;
    this.#storage = options.storage;
    this.#send = options.send;
    this.#read = options.read;
    this.#now = options.now;
    this.#run = options.run;
    this.#revision = options.revision;
    this.#kept = this.#restore();
    this.#state = {
      presses: this.#kept,
      sending: false,
      offline: false,
      savedAt: null,
    };
  }

  readonly getState = (): RunQueueState => this.#state;

  readonly subscribe = (listener: () => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** The newest state that came from the server; an older one changes nothing. */
  readonly getRun = (): RunState => this.#run;

  get revision(): number {
    return this.#revision;
  }

  take(answer: TestRun): void {
    if (!answer.run || answer.revision < this.#revision) return;
    this.#revision = answer.revision;
    this.#run = answer.run;
    this.#tell({});
  }

  add(pressed: NewRunPress): void {
    const press = {
      ...pressed,
      id: newId(),
      at: this.#now(),
    } as RunPress;
    this.#keep({ press, state: 'waiting', order: this.#nextOrder() });
    this.#tell({});
    this.flush();
  }

  /** Leaves it at what is there. */
  dismiss(id: string): void {
    this.#forget(id);
    this.#tell({});
  }

  /** After a conflict: what was pressed counts after all. */
  insist(id: string): void {
    const kept = this.#kept.find(({ press }) => press.id === id);
    if (!kept) return;
    const press = pressOnTop(kept.press, this.#run);
    this.#keep({ press, state: 'waiting', order: kept.order });
    this.#tell({});
    this.flush();
  }

  /** Sends what waits; resolves when nothing is under way any more. */
  readonly flush = async (): Promise<void> => {
    if (this.#stopped) return;
    if (!this.#work) {
      clearTimeout(this.#timer);
      this.#work = this.#sendAll().finally(() => {
        this.#work = undefined;
        this.#tell({ sending: false });
      });
    }
    await this.#work;
  };

  /** No more tries; what waits stays in the browser. */
  stop(): void {
    this.#stopped = true;
    clearTimeout(this.#timer);
  }

  start(): void {
    this.#stopped = false;
  }

  async #sendAll(): Promise<void> {
    for (;;) {
      const next = this.#kept.find(({ state }) => state === 'waiting');
      if (!next || this.#stopped) return;
      this.#tell({ sending: true });
      const goOn = await this.#sendOne(next);
      if (!goOn) return;
    }
  }

  /** Whether the next one may be tried. */
  async #sendOne(kept: KeptPress): Promise<boolean> {
    for (let attempt = 0; attempt < 4; attempt++) {
      const { send, conflict } = outlookOf(kept.press, this.#run);
      if (conflict && send) {
        // for some entities it is fine: those go first, as a press of their own
        this.#keep({
          press: { ...conflict, id: newId() },
          state: 'conflict',
          order: this.#nextOrder(),
        });
      } else if (conflict) {
        this.#keep({ ...kept, press: conflict, state: 'conflict' });
        this.#tell({});
        return true;
      }
      if (!send) {
        this.#done(kept);
        return true;
      }
      kept.press = send;
      this.#keep(kept);
      try {
        const answer = await this.#send(send, this.#run);
        this.take(answer);
        this.#done(kept);
        return true;
      } catch (error) {
        const { statusCode } = error as { statusCode?: number };
        if (isPassing(statusCode)) {
          this.#later();
          return false;
        }
        const isStale =
          statusCode === 409 &&
          (send.kind === 'step' || send.kind === 'result') &&
          attempt < 3;
        if (!isStale) {
          this.#keep({
            ...kept,
            state: 'refused',
            message: errorMessage(error),
          });
          this.#tell({ offline: false });
          return true;
        }
        try {
          this.take(await this.#read());
        } catch {
          this.#later();
          return false;
        }
      }
    }
    return true;
  }

  #done(kept: KeptPress) {
    this.#wait = FIRST_WAIT_MS;
    this.#forget(kept.press.id);
    this.#tell({ offline: false, savedAt: this.#now() });
  }

  #later() {
    this.#tell({ offline: true });
    clearTimeout(this.#timer);
    this.#timer = setTimeout(this.flush, this.#wait);
    this.#wait = Math.min(this.#wait * 2, LONGEST_WAIT_MS);
  }

  #nextOrder(): number {
    return this.#kept.reduce((most, { order }) => Math.max(most, order), 0) + 1;
  }

  #keep(kept: KeptPress) {
    const at = this.#kept.findIndex(({ press }) => press.id === kept.press.id);
    this.#kept =
      at < 0
        ? [...this.#kept, kept]
        : this.#kept.map((each, i) => (i === at ? kept : each));
    try {
      this.#storage.setItem(
        this.#prefix + kept.press.id,
        JSON.stringify({ press: kept.press, order: kept.order }),
      );
    } catch {
      // A full or forbidden store: it is sent from memory all the same.
    }
  }

  #forget(id: string) {
    this.#kept = this.#kept.filter(({ press }) => press.id !== id);
    try {
      this.#storage.removeItem(this.#prefix + id);
    } catch {
      // see above
    }
  }

  #restore(): KeptPress[] {
    try {
      return Object.keys(this.#storage)
        .filter(key => key.startsWith(this.#prefix))
        .map(key => JSON.parse(this.#storage.getItem(key)!))
        .map(({ press, order }) => ({
          press,
          order,
          state: 'waiting' as const,
        }))
        .sort((a, b) => a.order - b.order);
    } catch {
      return [];
    }
  }

  #tell(patch: Partial<RunQueueState>) {
    this.#state = { ...this.#state, ...patch, presses: this.#kept };
    for (const listener of this.#listeners) listener();
  }
}

/** Whether it is worth another try: no connection, a server that restarts, a session that is renewed. */
function isPassing(statusCode: number | undefined): boolean {
  return (
    statusCode === undefined ||
    statusCode >= 500 ||
    [401, 408, 425, 429].includes(statusCode)
  );
}

function newId(): string {
  // not in a page that came without encryption
  if (typeof crypto !== 'undefined' && crypto.randomUUID) {
    return crypto.randomUUID();
  }
  const part = () => Math.random().toString(36).slice(2, 12);
  return `${part()}-${part()}`;
}
