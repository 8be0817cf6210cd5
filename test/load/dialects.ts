/** The content of a frame that a measurement needs. */
export type ReceivedFrame =
  | { readonly is: 'open' }
  | { readonly is: 'token'; readonly token: string }
  | { readonly is: 'joined' }
  | { readonly is: 'refused'; readonly why: string }
  | { readonly is: 'ping' }
  | { readonly is: 'acknowledged'; readonly id: number; readonly ok: boolean }
  /** `answered` is how many answers the tally counts. */
  | { readonly is: 'tally'; readonly answered: number }
  | null;

/** The protocol of one kind of server. Frames are text. */
export interface Dialect {
  readonly name: string;
  readonly path: string;
  /** The side that sends first: the server, or the client as soon as the socket is open. */
  readonly greets: 'server' | 'client';
  hello(role: 'attendee' | 'stage', code: string, token: string | null): string;
  /** An answer to the one question; `id` counts the answers of its connection. */
  answer(id: number, choice: number, unique: string): string;
  readonly pong: string;
  hear(payload: Buffer): ReceivedFrame;
}

/** The question that is answered in every measurement: a poll of four options. */
export const QUESTION = 'tea';

const open: ReceivedFrame = { is: 'open' };
const joined: ReceivedFrame = { is: 'joined' };
const ping: ReceivedFrame = { is: 'ping' };

/** The number after `label` in a text; NaN where there is none. */
function numberAfter(text: string, label: string): number {
  const at = text.indexOf(label);
  return at === -1
    ? Number.NaN
    : Number.parseInt(text.slice(at + label.length, at + label.length + 12), 10);
}

/** Plenary's own protocol: Socket.IO 4 over one WebSocket (docs/protocol.md). */
export const plenary: Dialect = {
  name: 'Plenary',
  path: '/socket.io/?EIO=4&transport=websocket',
  greets: 'server',
  pong: '3',
  hello: (role, code, token) =>
    `40${JSON.stringify({ v: 2, code, role, ...(token === null ? {} : { token }) })}`,
  answer: (id, choice, unique) =>
    `42${id}["answer:give",{"activity":"${QUESTION}","id":"${unique}","round":1,"answer":{"choices":[${choice}],"other":null}}]`,
  hear: hearPlenary,
};

function hearPlenary(payload: Buffer): ReceivedFrame {
  const text = payload.toString('latin1');
  if (text.startsWith('43')) return hearAck(text);
  if (text.startsWith('42["')) return hearEvent(text);
  if (text === '2') return ping;
  if (text.startsWith('0')) return open;
  if (text.startsWith('44')) return { is: 'refused', why: text };
  return null;
}

function hearAck(text: string): ReceivedFrame {
  const bracket = text.indexOf('[');
  const ok = text.startsWith('[{"ok":true', bracket);
  return { is: 'acknowledged', id: Number(text.slice(2, bracket)), ok };
}

function hearEvent(text: string): ReceivedFrame {
  if (text.startsWith('activity:changed', 4)) {
    return { is: 'tally', answered: numberAfter(text, '"answers":') };
  }
  if (text.startsWith('attendee:token', 4)) {
    const at = text.indexOf('"token":"') + 9;
    return { is: 'token', token: text.slice(at, text.indexOf('"', at)) };
  }
  return text.startsWith('session:state', 4) ? joined : null;
}

/** The bare `ws` server of references/bare-ws.mjs. */
export const bareWs: Dialect = {
  name: 'bare ws',
  path: '/',
  greets: 'client',
  pong: '{"pong":1}',
  hello: (role, code, token) => JSON.stringify({ hello: role, code, token }),
  answer: (id, choice, unique) => `{"vote":${choice},"ack":${id},"id":"${unique}"}`,
  hear(payload) {
    const text = payload.toString('latin1');
    if (text.startsWith('{"ack":'))
      return { is: 'acknowledged', id: numberAfter(text, '"ack":'), ok: true };
    if (text.startsWith('{"tally":'))
      return { is: 'tally', answered: numberAfter(text, '"answers":') };
    return text.startsWith('{"state":') ? joined : null;
  },
};

/** The Socket.IO server of references/broadcast-per-vote.mjs. */
export const broadcastPerVote: Dialect = {
  name: 'broadcast per vote',
  path: '/socket.io/?EIO=4&transport=websocket',
  greets: 'server',
  pong: '3',
  hello: () => '40',
  answer: (id, choice) => `42${id}["vote",${choice}]`,
  hear(payload) {
    const text = payload.toString('latin1');
    if (text.startsWith('43')) return hearAck(text);
    if (text.startsWith('42["results"'))
      return { is: 'tally', answered: numberAfter(text, '"answers":') };
    if (text.startsWith('40')) return joined;
    if (text === '2') return ping;
    return text.startsWith('0') ? open : null;
  },
};
