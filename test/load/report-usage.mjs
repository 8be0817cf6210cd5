// Loaded before a server that is measured (`node --import`): says over the process's channel what
// it has used so far, when it is asked. Ends with whoever asks.

/**
 * @typedef {object} Usage
 * @property {number} cpuSeconds of all threads, user and system
 * @property {number} rssBytes after a collection where the process allows one
 * @property {number} heapBytes of live objects, in the heap and beside it
 */

process.on('message', (message) => {
  if (message !== 'usage') return;
  const collect = /** @type {{ gc?: () => void }} */ (globalThis).gc;
  collect?.();
  const { user, system } = process.cpuUsage();
  const { rss, heapUsed, external } = process.memoryUsage();
  /** @type {Usage} */
  const usage = {
    cpuSeconds: (user + system) / 1e6,
    rssBytes: rss,
    heapBytes: heapUsed + external,
  };
  process.send?.({ usage });
});
process.on('disconnect', () => process.exit(0));
