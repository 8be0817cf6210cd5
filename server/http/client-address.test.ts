import type { IncomingMessage } from 'node:http';
import { describe, expect, it } from 'vitest';
import { clientAddress } from './client-address.ts';
import { TokenBucket } from '../limits/rate-limit.ts';
import { isOwnOrigin } from './origin.ts';

/** The part of a request that the functions read. */
function request(headers: Record<string, string>, remoteAddress = '127.0.0.1'): IncomingMessage {
  return { headers, socket: { remoteAddress } } as unknown as IncomingMessage;
}

describe('the client address of a request', () => {
  it('[A6] is the last one that a proxy on this machine names', () => {
    const forwarded = { 'x-forwarded-for': '1.1.1.1, 203.0.113.9' };
    expect(clientAddress(request(forwarded))).toBe('203.0.113.9');
    expect(clientAddress(request(forwarded, '::ffff:127.0.0.1'))).toBe('203.0.113.9');
  });

  it('[A6] is never the one that a client claims', () => {
    expect(clientAddress(request({ 'x-forwarded-for': '1.1.1.1' }, '192.168.0.7'))).toBe(
      '192.168.0.7',
    );
  });

  it('is the /64 of a whole household with IPv6', () => {
    const first = clientAddress(request({}, '2001:db8:1:2:aaaa::1'));
    expect(clientAddress(request({}, '2001:db8:1:2:bbbb:1:2:3'))).toBe(first);
    expect(clientAddress(request({}, '2001:db8:1:3:aaaa::1'))).not.toBe(first);
  });

  it('is that of this machine if the proxy names none', () => {
    expect(clientAddress(request({ 'x-forwarded-for': '<script>' }))).toBe('127.0.0.1');
    expect(clientAddress(request({}))).toBe('127.0.0.1');
  });
});

describe('the origin of a request', () => {
  it('[A5] is our own if page and server have the same host', () => {
    expect(isOwnOrigin(request({ origin: 'http://a:3000', host: 'a:3000' }), null)).toBe(true);
    expect(isOwnOrigin(request({ host: 'a:3000' }), null)).toBe(true);
  });

  it('[A5] is our own if it is the public address, whatever host a proxy sends', () => {
    const proxied = request({ origin: 'https://plenary.example', host: '127.0.0.1:3000' });
    expect(isOwnOrigin(proxied, 'https://plenary.example')).toBe(true);
    expect(isOwnOrigin(proxied, null)).toBe(false);
  });

  it('[A5] is another site otherwise', () => {
    for (const origin of ['null', '', 'http://b:3000', 'http://a:3000.evil', 'file://']) {
      expect(isOwnOrigin(request({ origin, host: 'a:3000' }), null)).toBe(false);
    }
  });
});

describe('the token bucket of a connection', () => {
  it('[A7] allows a burst, and then a fixed rate', () => {
    const budget = new TokenBucket();
    const take = (now: number): boolean => budget.take(now);
    expect(Array.from({ length: 40 }, () => take(1_000_000)).every(Boolean)).toBe(true);
    expect(take(1_000_000)).toBe(false);
    expect(Array.from({ length: 20 }, () => take(1_001_000)).every(Boolean)).toBe(true);
    expect(take(1_001_000)).toBe(false);
  });
});
