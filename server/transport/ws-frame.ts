const TEXT = 0x81;
const MESSAGE = '4';

/**
 * A message as it goes over the wire, encoded once for all who get it: as a packet of Socket.IO
 * (revision 5 of its protocol), and as the WebSocket frame (RFC 6455) that carries that.
 */
export class Frame {
  #bytes: Buffer | null = null;

  private constructor(readonly packet: string) {}

  /** An event with its messages. */
  static event(name: string, messages: readonly unknown[]): Frame {
    return new Frame(`2${JSON.stringify([name, ...messages])}`);
  }

  /** The acknowledgement of the message that a client gave this number. */
  static acknowledgement(id: number, body: unknown): Frame {
    return new Frame(`3${id}[${JSON.stringify(body)}]`);
  }

  get bytes(): Buffer {
    this.#bytes ??= textFrame(MESSAGE + this.packet);
    return this.#bytes;
  }
}

function textFrame(text: string): Buffer {
  const size = Buffer.byteLength(text);
  const header = size < 126 ? 2 : size < 65_536 ? 4 : 10;
  const frame = Buffer.allocUnsafe(header + size);
  frame[0] = TEXT;
  if (header === 2) frame[1] = size;
  else if (header === 4) {
    frame[1] = 126;
    frame.writeUInt16BE(size, 2);
  } else {
    frame[1] = 127;
    frame.writeBigUInt64BE(BigInt(size), 2);
  }
  frame.write(text, header);
  return frame;
}
