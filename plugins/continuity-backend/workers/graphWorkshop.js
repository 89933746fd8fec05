/*
 * A thread for the long work on dependency graphs. It is started as it lies here, from a checkout as from the published package, so it is
 * plain JavaScript; what it does is in the rules.
 */
const { setImmediate: yieldToOthers } = require('node:timers/promises');
const { parentPort } = require('node:worker_threads');

const rules = 'backstage-plugin-continuity-common';

// In a checkout the rules are TypeScript. Where the backend was started with a loader for it, this finds it loaded
if (require.resolve(rules).endsWith('.ts')) {
  require('@backstage/cli/config/nodeTransform.cjs');
}

const { GraphWorkshop } = require(rules);

const workshop = new GraphWorkshop({ shared: true });

parentPort.on('message', async ({ id, task }) => {
  try {
    const steps = workshop.take(task);
    for (;;) {
      const { done, value } = steps.next();
      if (done) {
        parentPort.postMessage({ id, result: value });
        return;
      }
      if (value) parentPort.postMessage({ id, piece: value });
      // Shorter tasks are done between the steps of longer ones
      await yieldToOthers();
    }
  } catch (error) {
    parentPort.postMessage({ id, error: `${error}` });
  }
});
