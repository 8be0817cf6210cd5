import type { IncomingMessage } from 'node:http';
import { describe, expect, it } from 'vitest';
import { clientAddress } from './client-address.ts';
import { TokenBucket } from '../limits/rate-limit.ts';
import { isOwnOrigin } from './origin.ts';

/** As much of a request as is asked for. */
function request(headers: Record<string, string>, remoteAddress = '127.0.0.1'): IncomingMessage {
  return { headers, socket: { remoteAddress } } as unknown as IncomingMessage;
}

describe('the address of a visitor', () => {
  it('[A6] is what a proxy on this machine says last', () => {
    const forwarded = { 'x-forwarded-for': '1.1.1.1, 203.0.113.9' };
    expect(clientAddress(request(forwarded))).toBe('203.0.113.9');
    expect(clientAddress(request(forwarded, '::ffff:127.0.0.1'))).toBe('203.0.113.9');
  });

  it('[A6] is never what a visitor says of itself', () => {
    expect(clientAddress(request({ 'x-forwarded-for': '1.1.1.1' }, '192.168.0.7'))).toBe(
      '192.168.0.7',
    );
  });

  it('is that of the whole household with IPv6', () => {
    const first = clientAddress(request({}, '2001:db8:1:2:aaaa::1'));
    expect(clientAddress(request({}, '2001:db8:1:2:bbbb:1:2:3'))).toBe(first);
    expect(clientAddress(request({}, '2001:db8:1:3:aaaa::1'))).not.toBe(first);
  });

  it('is that of this machine where the proxy says no address', () => {
    expect(clientAddress(request({ 'x-forwarded-for': '<script>' }))).toBe('127.0.0.1');
    expect(clientAddress(request({}))).toBe('127.0.0.1');
  });
});

describe('the origin of a request', () => {
  it('[A5] is our own where page and server have one host', () => {
    expect(isOwnOrigin(request({ origin: 'http://a:3000', host: 'a:3000' }), null)).toBe(true);
    expect(isOwnOrigin(request({ host: 'a:3000' }), null)).toBe(true);
  });

  it('[A5] is our own where it is the public address, whatever a proxy makes of the host', () => {
    const proxied = request({ origin: 'https://plenary.example', host: '127.0.0.1:3000' });
    expect(isOwnOrigin(proxied, 'https://plenary.example')).toBe(true);
    expect(isOwnOrigin(proxied, null)).toBe(false);
  });

  it('[A5] is foreign otherwise', () => {
    for (const origin of ['null', '', 'http://b:3000', 'http://a:3000.evil', 'file://']) {
      expect(isOwnOrigin(request({ origin, host: 'a:3000' }), null)).toBe(false);
    }
  });
});

describe('what one connection may say', () => {
  it('[A7] is a burst, and then so much a second', () => {
    const budget = new TokenBucket();
    const take = (now: number): boolean => budget.take(now);
    expect(Array.from({ length: 40 }, () => take(1_000_000)).every(Boolean)).toBe(true);
    expect(take(1_000_000)).toBe(false);
    expect(Array.from({ length: 20 }, () => take(1_001_000)).every(Boolean)).toBe(true);
    expect(take(1_001_000)).toBe(false);
  });
});
