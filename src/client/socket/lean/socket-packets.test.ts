import { createRequire } from 'node:module';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as lean from './socket-packets.ts';

const library = createRequire(createRequire(import.meta.url).resolve('socket.io-client'));
const real = library('socket.io-parser') as typeof lean & typeof lean.parser;

const { CONNECT, DISCONNECT, EVENT, ACK, CONNECT_ERROR } = lean.PacketType;
const nsp = '/';
const refusal = { name: 'unknown-code', message: 'No' };
const PACKETS = [
  { type: CONNECT, nsp, data: { v: 2, code: '482915', role: 'attendee', page: 'p' } },
  { type: CONNECT, nsp, data: { sid: 't' } },
  { type: CONNECT_ERROR, nsp, data: { message: 'No', data: refusal } },
  { type: DISCONNECT, nsp },
  { type: EVENT, nsp, data: ['server:clock', { now: 1 }] },
  { type: EVENT, nsp, data: ['session:deleted'] },
  { type: EVENT, nsp, id: 0, data: ['take-home:get', {}] },
  { type: EVENT, nsp, id: 12, data: ['answer:give', { answer: '3\n4\u2028茶' }] },
  { type: ACK, nsp, id: 12, data: [{ ok: true, receipt: { seq: 7, id: 'a' } }] },
  { type: ACK, nsp, id: 0, data: [] },
];

type Packet = Parameters<InstanceType<typeof lean.parser.Encoder>['encode']>[0];

function decoded({ Decoder }: typeof lean.parser, text: string): Packet | undefined {
  const packets: Packet[] = [];
  const decoder = new Decoder();
  decoder.on('decoded', (packet) => packets.push(packet));
  decoder.add(text);
  return packets[0];
}

describe("Socket.IO's packets as the pages have them", () => {
  it.each(PACKETS)('say %j as the library does, and read it', (packet) => {
    const [text = ''] = new real.Encoder().encode(packet);
    expect(new lean.parser.Encoder().encode(packet)).toEqual([text]);
    expect(decoded(lean.parser, text)).toEqual(packet);
    expect(decoded(lean.parser, text)).toEqual(decoded(real, text));
  });

  it('carry whatever JSON can say', () => {
    const whatever = fc.record({ id: fc.nat(), data: fc.array(fc.jsonValue(), { minLength: 1 }) });
    fc.assert(
      fc.property(whatever, ({ id, data }) => {
        const [text = ''] = new real.Encoder().encode({ type: ACK, nsp, id, data });
        expect(new lean.parser.Encoder().encode({ type: ACK, nsp, id, data })).toEqual([text]);
        expect(decoded(lean.parser, text)).toEqual(decoded(real, text));
      }),
    );
  });

  it.each(['', 'x', '9', '51-["binary",{"_placeholder":true,"num":0}]'])(
    'end the connection over %j, which is none',
    (text) => {
      expect(() => decoded(lean.parser, text)).toThrow('unknown packet type');
    },
  );

  it('end the connection over what is cut', () => {
    expect(() => decoded(lean.parser, '2["cut')).toThrow('JSON');
  });

  it('reach no manager that has stopped listening', () => {
    const packets: Packet[] = [];
    const decoder = new lean.parser.Decoder();
    decoder.on('decoded', (packet) => packets.push(packet));
    decoder.off();
    decoder.add('2["late"]');
    expect(packets).toEqual([]);
  });

  it('are of the protocol that the library speaks, with its numbers', () => {
    expect(lean.protocol).toBe(real.protocol);
    for (const [name, number] of Object.entries(lean.PacketType))
      expect(Object(real.PacketType)[name]).toBe(number);
  });
});
