import { describe, expect, it } from 'vitest';
import { reachableHost, readEnvironment } from './environment.ts';

describe('the environment', () => {
  it('needs nothing', () => {
    expect(readEnvironment({})).toEqual({
      ok: true,
      value: {
        port: 3000,
        host: undefined,
        dataDir: './data',
        decksDir: './slides',
        presenterKey: null,
        publicUrl: null,
        keepDays: null,
        databaseUrl: null,
        trustedProxies: null,
        nodeName: expect.stringContaining(':3000') as string,
      },
    });
  });

  it('[X18] says for how many days the server keeps sessions', () => {
    const read = readEnvironment({ KEEP: '90d' });
    expect(read.ok && read.value.keepDays).toBe(90);
  });

  it('takes an address with or without a slash at its end', () => {
    const read = readEnvironment({ PUBLIC_URL: 'https://plenary.example/' });
    expect(read.ok && read.value.publicUrl).toBe('https://plenary.example');
  });

  it.each([
    [{ PORT: 'http' }, 'PORT'],
    [{ PORT: '70000' }, 'PORT'],
    [{ PRESENTER_KEY: 'short' }, 'PRESENTER_KEY'],
    [{ PUBLIC_URL: 'plenary.example' }, 'PUBLIC_URL'],
    [{ KEEP: '90' }, 'KEEP=90d'],
    [{ DATABASE_URL: 'mysql://host/plenary' }, 'DATABASE_URL'],
    [{ DATABASE_URL: 'plenary' }, 'DATABASE_URL'],
    [{ NODE_NAME: 'one "1"' }, 'NODE_NAME'],
    [{ TRUSTED_PROXIES: 'nginx' }, 'TRUSTED_PROXIES'],
    [{ KEEP: 'forever' }, 'KEEP=90d'],
    [{ PUBLIC_URL: 'javascript:alert(1)' }, 'PUBLIC_URL'],
  ])('says what is wrong with %j', (variables, name) => {
    const read = readEnvironment(variables);
    expect(read.ok ? '' : read.error).toContain(name);
  });
});

describe('the address that attendees are told', () => {
  it('is never one that only this machine understands', () => {
    for (const host of [undefined, '0.0.0.0', '::']) {
      expect(reachableHost(host)).not.toMatch(/^(0\.0\.0\.0|::|\[::\])$/);
    }
  });

  it('is the one that the server was told to listen on', () => {
    expect(reachableHost('10.1.2.3')).toBe('10.1.2.3');
    expect(reachableHost('fd00::7')).toBe('[fd00::7]');
  });
});
