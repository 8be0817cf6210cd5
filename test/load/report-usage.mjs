// Loaded before a server that is measured (`node --import`): reports over the process's channel
// what it has used so far, on request. Ends with its parent.

/**
 * @typedef {object} Memory
 * @property {number} rssBytes after a collection where the process allows one
 * @property {number} heapBytes of live objects, in the heap and beside it
 */

process.on('message', (message) => {
  if (message === 'cpuSeconds') {
    const { user, system } = process.cpuUsage();
    process.send?.({ cpuSeconds: (user + system) / 1e6 });
  }
  // Apart from the other: a collection would count as work of what is measured.
  if (message === 'memory') process.send?.({ memory: memory() });
  if (message === 'resources') process.send?.({ resources: process.getActiveResourcesInfo() });
});
process.on('disconnect', () => process.exit(0));

/** @returns {Memory} */
function memory() {
  const collect = /** @type {{ gc?: () => void }} */ (globalThis).gc;
  collect?.();
  const { rss, heapUsed, external } = process.memoryUsage();
  return { rssBytes: rss, heapBytes: heapUsed + external };
}
