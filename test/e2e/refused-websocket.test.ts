import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { closeFaultless, stageSize, takesNext, type Device } from './browser.ts';
import { RefusingProxy } from './refusing-proxy.ts';
import { sessionFixture } from './setup-session.ts';

const fixture = sessionFixture('room');
let proxy: RefusingProxy;
beforeAll(async () => {
  proxy = await RefusingProxy.start(fixture.plenary.url);
});
beforeEach(() => {
  proxy.isSilent = false;
});
beforeEach(() => fixture.plenary.ensureRunning());
afterAll(() => proxy.stop());

describe('a session behind a proxy that refuses WebSocket', () => {
  it('[R5] has its questions opened, answered and shown over long polling', async () => {
    const code = await fixture.plenary.session(fixture.deck);
    const presenter = await fixture.device({ width: 1440, height: 900 });
    await presenter.signIn(proxy.url);
    await presenter.page.goto(`${proxy.url}/s/${code}/console`);
    const stage = await opened(`/s/${code}/stage`, stageSize);
    const phone = await opened(`/j/${code}`);
    await phone.page.getByText('The session is about to begin.').waitFor();
    await presenter.page.getByRole('button', { name: 'Next' }).click();
    await presenter.page.getByText('Slide 1 of').waitFor();
    await takesNext(presenter.page);
    await presenter.page.keyboard.press('ArrowRight');
    await phone.page.getByRole('button', { name: 'Coffee' }).click();
    await phone.page.getByText(/^Recorded\./).waitFor();
    await stage.page.getByText('1 answer').first().waitFor();
    await presenter.page.getByText('1 of 1 answered').waitFor();
    for (const device of [phone, stage, presenter]) {
      expect(pollings(device).length).toBeGreaterThan(0);
      expect(device.frames).toEqual([]);
      await device.close();
    }
  });

  it('[R1] [R5] has phones reconnect by the transport that worked before', async () => {
    const { code, presenter } = await fixture.startSession();
    await presenter.show(1);
    const phone = await opened(`/j/${code}`);
    await phone.page.getByRole('button', { name: 'Tea' }).click();
    await phone.page.getByText(/^Recorded\./).waitFor();
    const { refused } = proxy;
    await phone.context.setOffline(true);
    await phone.page.getByText('No connection').waitFor();
    await phone.page.getByRole('button', { name: 'Coffee' }).click();
    await phone.page.getByText('Kept on this phone.').waitFor();
    await phone.context.setOffline(false);
    await phone.page.getByText(/^Recorded\./).waitFor();
    await phone.page.getByRole('button', { name: 'Coffee', pressed: true }).waitFor();
    expect(proxy.refused).toBe(refused);
    await phone.close();
  });
});

describe('[R5] a phone without WebSocket', () => {
  it.each([
    ['missing', () => delete (globalThis as { WebSocket?: unknown }).WebSocket],
    [
      'throwing',
      () => {
        globalThis.WebSocket = new Proxy(WebSocket, {
          construct() {
            throw new Error('Blocked by an extension');
          },
        });
      },
    ],
  ])('answers over long polling: %s', async (_, breakIt) => {
    const { code, presenter } = await fixture.startSession();
    await presenter.show(1);
    const phone = await fixture.device();
    await phone.page.addInitScript(breakIt);
    await phone.page.goto(`${fixture.plenary.url}/j/${code}`);
    await phone.page.getByRole('button', { name: 'Tea' }).click();
    await phone.page.getByText(/^Recorded\./).waitFor();
    await closeFaultless(phone);
  });

  it('stops waiting for a network that swallows it, and remembers that at the next load', async () => {
    proxy.isSilent = true;
    const { code, presenter } = await fixture.startSession();
    await presenter.show(1);
    const { refused } = proxy;
    const phone = await opened(`/j/${code}`);
    await phone.page.getByRole('button', { name: 'Tea' }).click();
    await phone.page.getByText(/^Recorded\./).waitFor();
    expect(proxy.refused).toBe(refused + 1);
    await phone.page.reload();
    await phone.page.getByText(/^Recorded\./).waitFor();
    expect(proxy.refused).toBe(refused + 1);
    await phone.close();
  });
});

describe('a server that is gone for a while', () => {
  it('[R1] [R5] is not mistaken for a proxy that refuses WebSocket', async () => {
    const { code, presenter } = await fixture.startSession();
    await presenter.show(1);
    const phone = await fixture.phone(code);
    await phone.page.getByRole('button', { name: 'Tea' }).waitFor();
    await fixture.plenary.killHard();
    await phone.page.getByText('No connection').waitFor();
    // Long enough that the phone has knocked in vain: it asks for /healthz when WebSocket fails.
    await expect.poll(() => phone.requests.filter(isHealth).length).toBeGreaterThan(1);
    await fixture.plenary.run();
    await phone.page.getByRole('button', { name: 'Tea' }).click();
    await phone.page.getByText(/^Recorded\./).waitFor();
    expect(pollings(phone)).toEqual([]);
    await phone.close();
  });
});

/** The requests of long polling. */
function pollings({ requests }: Device): string[] {
  return requests.filter((url) => url.includes('transport=polling'));
}

function isHealth(url: string): boolean {
  return url.endsWith('/healthz');
}

async function opened(path: string, viewport?: { width: number; height: number }): Promise<Device> {
  const device = await fixture.device(viewport);
  await device.page.goto(proxy.url + path);
  return device;
}
