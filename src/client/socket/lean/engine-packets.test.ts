import { createRequire } from 'node:module';
import { describe, expect, it } from 'vitest';
import * as lean from './engine-packets.ts';

const library = createRequire(createRequire(import.meta.url).resolve('socket.io-client'));
const real = createRequire(library.resolve('engine.io-client'))('engine.io-parser') as typeof lean;

const PACKETS = [
  { type: 'open', data: '{"sid":"s","pingInterval":15000}' },
  { type: 'close' },
  { type: 'ping' },
  { type: 'ping', data: 'probe' },
  { type: 'pong' },
  { type: 'message', data: '42["session:state",{"title":"Tea, 茶,\u2028 \\u001e"}]' },
  { type: 'upgrade' },
  { type: 'noop' },
];

function encoded({ encodePacket }: typeof lean, packet: (typeof PACKETS)[number]): string {
  let text = '';
  encodePacket(packet, true, (encoding) => (text = encoding));
  return text;
}

describe("Engine.IO's packets as the pages have them", () => {
  it.each(PACKETS)('say %j as the library does, and read it', (packet) => {
    expect(encoded(lean, packet)).toBe(encoded(real, packet));
    expect(lean.decodePacket(encoded(real, packet))).toEqual(packet);
  });

  it.each(['', '7', 'x', 'bAAEC', '-1', '٣'])('take %j for no packet', (text) => {
    expect(lean.decodePacket(text)).toEqual({ type: 'error', data: 'parser error' });
  });

  it('go into one body for long polling as the library puts them, and come out of one', () => {
    const bodies: string[] = [];
    for (const { encodePayload } of [lean, real])
      encodePayload(PACKETS, (body) => bodies.push(body));
    const [body = '', expected] = bodies;
    expect(body).toBe(expected);
    expect(lean.decodePayload(body)).toEqual(real.decodePayload(body));
  });

  it('are of the protocol that the library speaks', () => {
    expect(lean.protocol).toBe(real.protocol);
  });
});
