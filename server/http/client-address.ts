import type { IncomingMessage } from 'node:http';
import { isIP, type Socket } from 'node:net';
import { isFromProxy } from './trusted-proxies.ts';

/**
 * Returns the client address of a request. The header `X-Forwarded-For` counts only from a reverse proxy
 * on this machine or one that was named, because anyone else can forge it.
 */
export function clientAddress(request: IncomingMessage): string {
  return networkOf(peerAddress(request));
}

/** Reduces an IPv6 address to its /64, because one household has a whole /64 (RFC 6177). */
function networkOf(address: string): string {
  if (isIP(address) !== 6 || address.includes('.')) return address;
  const [head = '', tail] = address.split('::');
  const before = head === '' ? [] : head.split(':');
  const after = tail === undefined || tail === '' ? [] : tail.split(':');
  const zeros = Array.from({ length: 8 - before.length - after.length }, () => '0');
  return `${[...before, ...zeros, ...after].slice(0, 4).join(':')}::/64`;
}

/** True for a request that a trusted reverse proxy has passed on. */
export function isForwarded({ socket, headers }: IncomingMessage): boolean {
  return isTrusted(socket) && headers['x-forwarded-for'] !== undefined;
}

function peerAddress(request: IncomingMessage): string {
  const peer = request.socket.remoteAddress ?? 'unknown';
  if (!isTrusted(request.socket)) return peer;
  const forwarded = request.headers['x-forwarded-for'];
  const last =
    String(forwarded ?? '')
      .split(',')
      .at(-1)
      ?.trim() ?? '';
  return isIP(last) === 0 ? peer : last;
}

function isTrusted(socket: Socket): boolean {
  return isLoopback(socket.remoteAddress ?? '') || isFromProxy(socket);
}

function isLoopback(address: string): boolean {
  return address === '::1' || /^(::ffff:)?127\./.test(address);
}
