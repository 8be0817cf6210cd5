// The reference that is near what Node.js can do at all: bare `ws`, a tally in memory, nothing
// durable, nothing checked. It does the same job as Plenary: joins, acknowledgements, a tally for
// the stage, and one for every phone that has answered, each at the same pace and of the same size.
import { createServer } from 'node:http';
import { WebSocketServer } from 'ws';
import { listen, readJob } from './job.mjs';

const job = readJob();
const SLICE_MS = 2;

const counts = [0, 0, 0, 0];
let answers = 0;
/** @type {Map<string, number>} */
const latest = new Map();
/** @type {Set<import('ws').WebSocket>} */
const stages = new Set();
/** @type {Set<import('ws').WebSocket>} */
const answered = new Set();
const state = Buffer.from(padded('{"state":{}', job.stateBytes));

const http = createServer();
const server = new WebSocketServer({ server: http, perMessageDeflate: false });
server.on('connection', (socket) => {
  let attendee = '';
  socket.on('message', (data) => {
    const message = JSON.parse(/** @type {Buffer} */ (data).toString());
    if (message.hello !== undefined) {
      attendee = message.token ?? `attendee-${Math.random()}`;
      if (message.hello === 'stage') stages.add(socket);
      socket.send(state, { binary: false });
    } else if (message.vote !== undefined) {
      count(attendee, message.vote);
      answered.add(socket);
      socket.send(`{"ack":${message.ack},"receipt":{"id":"${message.id}","seq":${answers}}}`);
      changed();
    }
  });
  // A phone that is gone is noticed, as Plenary notices it.
  const heartbeat = setInterval(() => socket.ping(), job.heartbeat);
  socket.on('close', () => {
    clearInterval(heartbeat);
    stages.delete(socket);
    answered.delete(socket);
  });
  socket.on('error', () => socket.terminate());
});
listen(http);

/**
 * @param {string} attendee
 * @param {number} choice
 */
function count(attendee, choice) {
  const before = latest.get(attendee);
  if (before === undefined) answers += 1;
  else counts[before] = (counts[before] ?? 0) - 1;
  latest.set(attendee, choice);
  counts[choice] = (counts[choice] ?? 0) + 1;
}

const stageTick = pace(job.stageInterval, () => {
  for (const stage of stages) stage.send(tally(), { binary: false });
});
const phoneTick = pace(job.phoneInterval, () => {
  const frame = tally();
  if (job.sliced) writeInSlices([...answered], 0, frame);
  else for (const phone of answered) phone.send(frame, { binary: false });
});

function changed() {
  stageTick();
  phoneTick();
}

/**
 * @param {readonly import('ws').WebSocket[]} phones
 * @param {number} from
 * @param {Buffer} frame
 */
function writeInSlices(phones, from, frame) {
  const until = performance.now() + SLICE_MS;
  for (let at = from; at < phones.length; at += 1) {
    phones[at]?.send(frame, { binary: false });
    if (at % 16 === 15 && performance.now() > until) {
      setImmediate(() => writeInSlices(phones, at + 1, frame));
      return;
    }
  }
}

function tally() {
  return Buffer.from(
    padded(`{"tally":{"answers":${answers},"counts":[${counts.join(',')}]}`, job.tallyBytes),
  );
}

/**
 * @param {string} begun an object without its closing brace
 * @param {number} size
 */
function padded(begun, size) {
  const room = Math.max(0, size - begun.length - ',"pad":""}'.length);
  return `${begun},"pad":"${'x'.repeat(room)}"}`;
}

/**
 * The first change at once, what follows gathered.
 *
 * @param {number} interval
 * @param {() => void} publish
 */
function pace(interval, publish) {
  let resting = false;
  let pending = false;
  const tick = () => {
    if (resting) {
      pending = true;
      return;
    }
    resting = true;
    publish();
    setTimeout(() => {
      resting = false;
      if (!pending) return;
      pending = false;
      tick();
    }, interval);
  };
  return tick;
}
