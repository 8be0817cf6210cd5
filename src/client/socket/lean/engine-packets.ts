/**
 * Stands in the pages for engine.io-parser: packets of Engine.IO as text. Binary ones do not come up
 * here, and the server refuses them.
 *
 * @see https://socket.io/docs/v4/engine-io-protocol/
 */

interface Packet {
  readonly type: string;
  readonly data?: string;
}

const TYPES = ['open', 'close', 'ping', 'pong', 'message', 'upgrade', 'noop'];
const ZERO = 48;
/** Parts the packets that one body of long polling carries. */
const SEPARATOR = '\u001E';

export const protocol = 4;

export function encodePacket(
  { type, data }: Packet,
  _binary: boolean,
  take: (text: string) => void,
): void {
  take(TYPES.indexOf(type) + (data ?? ''));
}

/** What is no packet is one of type `error`, which ends the connection. */
export function decodePacket(text: string): Packet {
  const type = TYPES[text.charCodeAt(0) - ZERO];
  if (type === undefined) return { type: 'error', data: 'parser error' };
  return text.length > 1 ? { type, data: text.slice(1) } : { type };
}

export function encodePayload(packets: readonly Packet[], take: (text: string) => void): void {
  const texts: string[] = [];
  for (const packet of packets) encodePacket(packet, false, (text) => texts.push(text));
  take(texts.join(SEPARATOR));
}

export function decodePayload(body: string): Packet[] {
  return body.split(SEPARATOR).map(decodePacket);
}
