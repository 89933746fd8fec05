import {
  pictureLayout,
  picturePlan,
  type EntityDependencies,
  type PictureLayout,
  type PicturePlan,
} from 'backstage-plugin-continuity-common';
import { whenIdle } from './whenIdle';

/** What is drawn, and where. */
export interface LaidOutPicture {
  plan: PicturePlan;
  layout: PictureLayout;
}

/** Longer than it ever takes; whoever waits gets the picture from the page itself then. */
const PATIENCE = 5_000;

/**
 * Lays a picture out in a thread of its own. Where none can be had (a strict policy of the page, a bundler that knows no workers), it is laid out
 * in pieces, whenever the browser has nothing more urgent to do.
 */
export async function layOutPicture(
  answer: EntityDependencies,
): Promise<LaidOutPicture> {
  return (await inThread(answer)) ?? betweenOtherWork(answer);
}

async function inThread(
  answer: EntityDependencies,
): Promise<LaidOutPicture | undefined> {
  const worker = startWorker();
  if (!worker) return undefined;
  try {
    return await new Promise<LaidOutPicture | undefined>(resolve => {
      worker.addEventListener('message', ({ data }) => resolve(data));
      worker.addEventListener('error', event => {
        event.preventDefault();
        resolve(undefined);
      });
      setTimeout(() => resolve(undefined), PATIENCE);
      worker.postMessage({ answer });
    });
  } finally {
    worker.terminate();
  }
}

function startWorker(): Worker | undefined {
  if (typeof Worker === 'undefined') return undefined;
  try {
    return new Worker(
      new URL('../../../workers/dependencyPicture.js', import.meta.url),
    );
  } catch {
    return undefined;
  }
}

async function betweenOtherWork(
  answer: EntityDependencies,
): Promise<LaidOutPicture> {
  await whenIdle();
  const plan = picturePlan(answer);
  await whenIdle();
  return { plan, layout: pictureLayout(plan) };
}
