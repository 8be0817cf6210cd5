/** The members of an Engine.IO 6.6 socket that `Connection` uses. */
export interface Engine {
  readonly readyState: string;
  /** Packets that wait to be sent. */
  readonly writeBuffer: readonly { readonly data?: string }[];
  readonly transport: Transport;
  request: { readonly res?: { req: unknown } } | null;
  write(packet: string, options: WriteOptions): unknown;
  /** `discard`: drops what waits. */
  close(discard: boolean): void;
}

interface WriteOptions {
  readonly compress: boolean;
}

interface Transport {
  readonly name: string;
  /** The socket of ws; long polling has none. */
  readonly socket?: WebSocket;
  /** False while it writes, or moves to another transport. */
  readonly writable: boolean;
  req: unknown;
  /** The body of a request, of long polling alone. */
  onData?: (data: unknown) => void;
}

/** The TCP connection below a WebSocket. */
export interface Tcp {
  write(bytes: Buffer): boolean;
  cork(): void;
  uncork(): void;
}

interface WebSocket {
  readonly readyState: number;
  readonly bufferedAmount: number;
  readonly _socket?: Tcp | null;
  terminate(): void;
}
