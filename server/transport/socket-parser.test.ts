import { Decoder, Encoder, PacketType, type Packet } from 'socket.io-parser';
import { describe, expect, it } from 'vitest';
import { AckId, textParser } from './socket-parser.ts';

function decoded(text: unknown): unknown {
  let heard: unknown = null;
  const decoder = new textParser.Decoder();
  decoder.on('decoded', (packet) => (heard = packet));
  decoder.add(text);
  return heard;
}

/** A packet as Socket.IO's own encoder writes it. */
function theirs(packet: Packet): string {
  return String(new Encoder().encode(packet)[0]);
}

describe('[S20] the wire', () => {
  it.each<Packet>([
    { type: PacketType.CONNECT, nsp: '/', data: { v: 2, code: '123456' } },
    { type: PacketType.CONNECT, nsp: '/other', data: { v: 2 } },
    { type: PacketType.DISCONNECT, nsp: '/' },
    { type: PacketType.EVENT, nsp: '/', data: ['slide:show', { h: 1 }] },
    { type: PacketType.EVENT, nsp: '/other', data: ['slide:show', 'a,b'] },
  ])('is read as Socket.IO writes it: %j', (packet) => {
    expect(decoded(theirs(packet))).toEqual({ data: undefined, ...packet });
  });

  it('carries the number of a message that wants an acknowledgement, and its length', () => {
    const text = theirs({ type: PacketType.EVENT, nsp: '/', id: 17, data: ['a', { b: 1 }] });
    const data = ['a', { b: 1 }, new AckId(17, text.length)];
    expect(decoded(text)).toEqual({ type: PacketType.EVENT, nsp: '/', data });
  });

  it.each<Packet>([
    { type: PacketType.CONNECT, nsp: '/', data: { sid: 'x' } },
    { type: PacketType.CONNECT_ERROR, nsp: '/', data: { message: 'No.', data: { name: 'no' } } },
    { type: PacketType.EVENT, nsp: '/', data: ['a', null] },
    { type: PacketType.DISCONNECT, nsp: '/' },
  ])('is written as Socket.IO reads it: %j', (packet) => {
    const heard: Packet[] = [];
    const decoder = new Decoder();
    decoder.on('decoded', (one: Packet) => heard.push(one));
    decoder.add(String(new textParser.Encoder().encode({ data: undefined, ...packet })[0]));
    expect(heard).toMatchObject([packet]);
  });

  it.each([
    ...['', 'x', '4{}', '51-["a",{"_placeholder":true,"num":0}]', '3["ack"]', '9', '1["x"]', '0[]'],
    ...[
      '2',
      '2{}',
      '2[]',
      '2[1]',
      '2["connect"]',
      '2["a"',
      '2/x',
      '2["a"]["b"]',
      '20000000000000000["a"]',
    ],
    Buffer.from('2["a"]'),
  ])('[A7] is not read where no client of ours wrote it: %s', (text) => {
    expect(() => decoded(text)).toThrow(Error);
  });
});
