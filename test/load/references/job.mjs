/**
 * The settings of a reference server: its frames are as large as Plenary's, and go out as often, so
 * that both do the same job.
 *
 * @typedef {object} Job
 * @property {number} stateBytes of the snapshot to a newcomer
 * @property {number} tallyBytes of a tally to a phone
 * @property {number} stageInterval milliseconds between two tallies to the stage
 * @property {number} phoneInterval milliseconds between two tallies to a phone
 * @property {number} heartbeat milliseconds between two pings to a phone
 * @property {boolean} sliced whether phones are written to in slices, or all at once
 */

/** @returns {Job} */
export function readJob() {
  return JSON.parse(process.argv[2] ?? '{}');
}

/** @param {import('node:http').Server} http */
export function listen(http) {
  http.listen(0, '127.0.0.1', () => {
    const address = http.address();
    if (address === null || typeof address === 'string') throw new Error('No port');
    process.send?.({ port: address.port });
  });
}
