/**
 * What the server says inside Engine.IO's message packets, in the default namespace and without
 * binary parts: those do not come up here.
 *
 * @see https://socket.io/docs/v4/socket-io-protocol/
 */
export type Packet =
  | { readonly is: 'welcome' }
  | { readonly is: 'refusal'; readonly data: unknown }
  | { readonly is: 'farewell' }
  | { readonly is: 'event'; readonly event: string; readonly body: unknown }
  | { readonly is: 'acknowledgement'; readonly id: number; readonly body: unknown };

const SHAPE = /^4([0-4])(\d*)(.*)$/s;

/** Reads a packet; null for one of another kind. */
export function readPacket(text: string): Packet | null {
  const [, type, id, json = ''] = SHAPE.exec(text) ?? [];
  // What comes is what Socket.IO's server sends.
  const data = (json === '' ? [] : JSON.parse(json)) as [unknown, unknown] & { data?: unknown };
  switch (type) {
    case '0':
      return { is: 'welcome' };
    case '1':
      return { is: 'farewell' };
    case '2':
      return { is: 'event', event: String(data[0]), body: data[1] };
    case '3':
      return { is: 'acknowledgement', id: Number(id), body: data[0] };
    case '4':
      return { is: 'refusal', data: data.data };
    default:
      return null;
  }
}

/** Says who connects. */
export function introduction(auth: object): string {
  return `40${JSON.stringify(auth)}`;
}

export const farewell = '41';

/** An event whose acknowledgement will carry `id`. */
export function question(id: number, event: string, body: unknown): string {
  return `42${id}${JSON.stringify([event, body])}`;
}
