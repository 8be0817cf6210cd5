import type { Server } from 'node:http';
import { BlockList, isIP, isIPv4, type Socket } from 'node:net';

/** The connections that come from a reverse proxy on another machine. */
const fromProxies = new WeakSet<Socket>();

/** Reads addresses and networks, as in `10.0.0.0/8, 2001:db8::7`; null where one of them is none. */
export function readProxies(text: string): BlockList | null {
  const proxies = new BlockList();
  for (const one of text.split(',').map((part) => part.trim())) {
    const [address = '', bits] = one.split('/');
    const longest = isIPv4(address) ? 32 : 128;
    const length = bits === undefined ? longest : Number(bits);
    const isLength = Number.isInteger(length) && length >= 0 && length <= longest;
    if (isIP(address) === 0 || bits === '' || !isLength) return null;
    proxies.addSubnet(address, length, isIPv4(address) ? 'ipv4' : 'ipv6');
  }
  return proxies;
}

/** Lets a server believe these proxies, from now on, about the addresses of clients. */
export function trustProxies(http: Server, proxies: BlockList): void {
  http.on('connection', (socket: Socket) => {
    // A server that listens everywhere is given IPv4 addresses as IPv6.
    const address = (socket.remoteAddress ?? '').replace(/^::ffff:/, '');
    if (isIP(address) === 0) return;
    if (proxies.check(address, isIPv4(address) ? 'ipv4' : 'ipv6')) fromProxies.add(socket);
  });
}

/** True for a connection that such a proxy has opened. */
export function isFromProxy(socket: Socket): boolean {
  return fromProxies.has(socket);
}
