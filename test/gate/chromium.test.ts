import { describe, expect, it } from 'vitest';
import { chromiumInstallation, findChromium } from './chromium.mjs';

type Machine = Parameters<typeof findChromium>[0];

/** A machine where just these files can be run. */
function machine(files: readonly string[], more: Partial<Machine> = {}): Machine {
  return {
    env: { PATH: '/home/me/bin:/usr/bin' },
    platform: 'linux',
    root: false,
    runs: (path) => files.includes(path),
    sudo: () => false,
    ...more,
  };
}

describe('the browser for the tests', () => {
  it('is a Chromium on PATH, before Chrome', () => {
    const both = machine(['/usr/bin/google-chrome', '/home/me/bin/chromium']);
    expect(findChromium(both, null)).toBe('/home/me/bin/chromium');
  });

  it.each(['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'])(
    'may be called %s',
    (name) => {
      expect(findChromium(machine([`/usr/bin/${name}`]), null)).toBe(`/usr/bin/${name}`);
    },
  );

  it('is found in its usual place, though PATH leaves that out', () => {
    const snap = machine(['/snap/bin/chromium'], { env: {} });
    expect(findChromium(snap, null)).toBe('/snap/bin/chromium');
  });

  it('is found among the applications of a Mac', () => {
    const chrome = '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome';
    expect(findChromium(machine([chrome], { platform: 'darwin' }), null)).toBe(chrome);
  });

  it('is found among the programs of Windows', () => {
    const chrome = 'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe';
    const windows = machine([chrome], {
      platform: 'win32',
      env: { Path: 'C:\\Windows', PROGRAMFILES: 'C:\\Program Files' },
    });
    expect(findChromium(windows, null)).toBe(chrome);
  });

  it("is Playwright's own where the machine has no other", () => {
    const own = '/home/me/.cache/chrome';
    expect(findChromium(machine([own, '/usr/bin/chromium']), own)).toBe('/usr/bin/chromium');
    expect(findChromium(machine([own]), own)).toBe(own);
  });

  it('is missing where Playwright only knows where it would keep one', () => {
    expect(findChromium(machine([]), '/home/me/.cache/chrome')).toBeNull();
  });
});

describe('the installation of a browser', () => {
  const apt = '/usr/bin/apt-get';

  it("uses Debian's package, after an update of the package lists", () => {
    expect(chromiumInstallation(machine([apt], { root: true }))).toEqual([
      [apt, 'update'],
      [apt, 'install', '-y', 'chromium'],
    ]);
  });

  it('uses sudo where that needs no password', () => {
    const commands = chromiumInstallation(machine([apt], { sudo: () => true }));
    expect(commands?.[1]).toEqual(['sudo', '-n', apt, 'install', '-y', 'chromium']);
  });

  it('is left to an administrator where sudo needs a password', () => {
    expect(chromiumInstallation(machine([apt]))).toBeNull();
  });

  it('is left to the user on other systems', () => {
    expect(chromiumInstallation(machine([], { root: true }))).toBeNull();
    expect(chromiumInstallation(machine([apt], { root: true, platform: 'darwin' }))).toBeNull();
  });
});
