import { Worker } from 'node:worker_threads';
import { resolvePackagePath } from '@backstage/backend-plugin-api';
import type {
  WorkshopPiece,
  WorkshopResult,
  WorkshopTask,
} from 'backstage-plugin-continuity-common';
import type { ResultOf, WorkshopPlace } from './WorkshopPlace';

/** As many as a workshop remembers. */
const KNOWN_BASES = 2;

interface Waiting {
  take?: (piece: WorkshopPiece) => void;
  resolve: (result: WorkshopResult) => void;
  reject: (error: Error) => void;
}

type Message = { id: number } & (
  | { piece: WorkshopPiece }
  | { result: WorkshopResult }
  | { error: string }
);

/** Does long work in a thread of its own. It is started with the first task, and again after it failed. */
export class WorkshopThread implements WorkshopPlace {
  readonly #waiting = new Map<number, Waiting>();
  #worker: Worker | undefined;
  #known: number[] = [];
  #lastId = 0;

  knows(base: number): boolean {
    return this.#known.includes(base);
  }

  async run<T extends WorkshopTask>(
    task: T,
    take?: (piece: WorkshopPiece) => void,
  ): Promise<ResultOf<T>> {
    const result = await new Promise<WorkshopResult>((resolve, reject) => {
      const worker = (this.#worker ??= this.#start());
      this.#lastId += 1;
      // Whoever waits for it keeps the process alive; the thread itself does not
      if (this.#waiting.size === 0) worker.ref();
      this.#waiting.set(this.#lastId, { take, resolve, reject });
      this.#learn(task);
      worker.postMessage({ id: this.#lastId, task });
    });
    return result as ResultOf<T>;
  }

  /** Stops the thread; what it was doing fails. */
  async stop(): Promise<void> {
    await this.#worker?.terminate();
  }

  #start(): Worker {
    const worker = new Worker(
      resolvePackagePath(
        'backstage-plugin-continuity-backend',
        'workers/graphWorkshop.js',
      ),
      { name: 'continuity-graph' },
    );
    worker.unref();
    worker.on('message', (message: Message) => this.#hear(message));
    worker.on('error', (error: Error) => this.#fail(worker, error));
    worker.on('exit', code =>
      this.#fail(worker, new Error(`The graph's thread ended with ${code}`)),
    );
    return worker;
  }

  #hear(message: Message): void {
    const waiting = this.#waiting.get(message.id);
    if (!waiting) return;
    if ('piece' in message) {
      waiting.take?.(message.piece);
      return;
    }
    this.#waiting.delete(message.id);
    if (this.#waiting.size === 0) this.#worker?.unref();
    if ('error' in message) waiting.reject(new Error(message.error));
    else waiting.resolve(message.result);
  }

  #fail(worker: Worker, error: Error): void {
    if (this.#worker !== worker) return;
    this.#worker = undefined;
    this.#known = [];
    const waiting = [...this.#waiting.values()];
    this.#waiting.clear();
    for (const { reject } of waiting) reject(error);
  }

  #learn(task: WorkshopTask): void {
    if (task.kind === 'read') return;
    const isSent = task.kind !== 'build' && task.graph.baseRefs;
    if (task.kind !== 'build' && !isSent) return;
    const base = task.kind === 'build' ? task.base : task.graph.base;
    this.#known = [base, ...this.#known.filter(one => one !== base)].slice(
      0,
      KNOWN_BASES,
    );
  }
}
