import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, it } from 'vitest';
import { clientAddress } from './client-address.ts';
import { readProxies, trustProxies } from './trusted-proxies.ts';

it('[A6] reads addresses and networks of proxies, and nothing else', () => {
  const proxies = readProxies('10.0.0.0/8, 192.0.2.7,2001:db8::/32');
  expect(proxies?.check('10.9.8.7')).toBe(true);
  expect(proxies?.check('192.0.2.8')).toBe(false);
  expect(proxies?.check('2001:db8::1', 'ipv6')).toBe(true);
  for (const wrong of ['', 'nginx', '10.0.0.0/33', '10.0.0.0/', '10.0.0.0/8;', '2001:db8::/129']) {
    expect(readProxies(wrong)).toBeNull();
  }
});

it('[A6] believes a named proxy about the address of a client, and no other machine', async () => {
  const told: string[] = [];
  // As if the proxy were elsewhere: what comes from this machine is believed anyway.
  for (const remoteAddress of ['192.0.2.7', '192.0.2.8']) {
    const server = createServer((request, response) => {
      told.push(clientAddress(request));
      response.end();
    });
    server.on('connection', (socket) =>
      Object.defineProperty(socket, 'remoteAddress', { value: remoteAddress }),
    );
    const proxies = readProxies('192.0.2.7');
    if (proxies !== null) trustProxies(server, proxies);
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    const { port } = server.address() as AddressInfo;
    const headers = { 'x-forwarded-for': '203.0.113.9' };
    await fetch(`http://127.0.0.1:${port}/`, { headers });
    server.closeAllConnections();
    server.close();
  }
  expect(told).toEqual(['203.0.113.9', '192.0.2.8']);
});
