import { describe, expect, it } from 'vitest';
import { explainFailure, fits, type Lockfile } from './install.mjs';

const machine = { platform: 'linux', arch: 'x64' };
const preact = { version: '11.2.0', integrity: 'sha512-p' };
const root = { version: '0.1.0' };
const forLinux = { version: '1.0.0', os: ['linux'], cpu: ['x64'], optional: true };
const forMac = { version: '1.0.0', os: ['darwin'], cpu: ['arm64'], optional: true };

const lock = (packages: Lockfile['packages']): Lockfile => ({ packages });
const wanted = lock({
  '': root,
  'node_modules/preact': preact,
  'node_modules/bin-linux': forLinux,
  'node_modules/bin-mac': forMac,
});

describe('what is installed', () => {
  it('fits where it is what the lockfile asks for on this machine', () => {
    const installed = lock({ 'node_modules/preact': preact, 'node_modules/bin-linux': forLinux });
    expect(fits(wanted, installed, machine)).toBe(true);
  });

  it('does not fit where nothing is', () => {
    expect(fits(wanted, null, machine)).toBe(false);
  });

  it('does not fit where a package is missing', () => {
    expect(fits(wanted, lock({ 'node_modules/bin-linux': forLinux }), machine)).toBe(false);
  });

  it.each([
    ['another version', { ...preact, version: '10.0.0' }],
    ['another content', { ...preact, integrity: 'sha512-q' }],
  ])('does not fit where a package has %s', (_case, other) => {
    const installed = lock({ 'node_modules/preact': other, 'node_modules/bin-linux': forLinux });
    expect(fits(wanted, installed, machine)).toBe(false);
  });

  it('does not fit where it was copied from a machine of another make', () => {
    const installed = lock({ 'node_modules/preact': preact, 'node_modules/bin-mac': forMac });
    expect(fits(wanted, installed, machine)).toBe(false);
  });

  it('understands packages that name the machines they are not for', () => {
    const notOnWindows = { version: '1.0.0', os: ['!win32'] };
    const activityState = lock({ 'node_modules/x': notOnWindows });
    expect(fits(activityState, activityState, machine)).toBe(true);
    expect(fits(activityState, activityState, { platform: 'win32', arch: 'x64' })).toBe(false);
  });
});

describe('a failed installation', () => {
  it.each([
    ['npm error code ENOTFOUND\nnpm error network request failed', /could not be reached/],
    ['npm error code ENOSPC', /disk is full/],
    ['npm error code EACCES\nnpm error syscall mkdir', /may not write/],
    ['spawn npm ENOENT', /npm was not found/],
  ])('is explained in words: %j', (output, words) => {
    expect(explainFailure(output)).toMatch(words);
  });

  it("is told in npm's words where the cause is another", () => {
    const output = 'added 3 packages\nnpm error code EINTEGRITY\nnpm error sha512 differs\n';
    const told = explainFailure(output);
    expect(told).toContain('npm error sha512 differs');
    expect(told).not.toContain('added 3 packages');
  });
});
