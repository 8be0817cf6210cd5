import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Delivery } from '../../src/protocol/messages.ts';
import { defaultTimeouts } from '../../server/http/http-timeouts.ts';
import { Client } from './client.ts';
import { fullDisk, HeldLog } from './blocking-log.ts';
import { RunningServer } from './running-server.ts';

const yes = { choices: [0], other: null };
const no = { choices: [1], other: null };

const log = new HeldLog();
let clock = Date.now();
let server: RunningServer;
beforeAll(async () => {
  server = await RunningServer.start(() => clock, defaultTimeouts, log.around);
});
afterAll(() => server.stop());

/** A session at its first question, with so many phones. */
async function startSession(phones: number) {
  const code = await server.session();
  const console = await Client.console(server.url, code);
  await console.show(1);
  const attendees = await Promise.all(
    Array.from({ length: phones }, () => Client.attendee(server.url, code)),
  );
  return { code, console, attendees };
}

/** Waits until the last delivery status on the console is this one. */
async function told(console: Client, body: object, event = 'delivery:changed'): Promise<void> {
  const latest = () => console.messages.findLast((message) => message.event === event)?.body;
  await expect.poll(latest, { timeout: 10_000 }).toMatchObject(body);
}

describe('the console is told', () => {
  it('[V7] how many have sent an answer to the question on the slide, and that all are recorded', async () => {
    const { code, console, attendees } = await startSession(3);
    await Promise.all(attendees.map((phone) => phone.answer('tea', yes)));
    await attendees[0]?.answer('tea', no);
    const question = { activity: 'tea', sent: 3, recorded: 3, pending: 0, overdue: 0 };
    await told(console, { question });
    const late = await Client.console(server.url, code);
    expect(await late.until('delivery:changed')).toMatchObject({ question });
  });

  it('[S2] that an answer waits, until it is on disk, and for how long it has', async () => {
    const { console, attendees } = await startSession(3);
    await attendees[0]?.answer('tea', yes);
    log.hold();
    const waiting = attendees.map((phone) => phone.answer('tea', no));
    // One of the three has a recorded answer already; its new one is not recorded.
    await told(console, { question: { sent: 3, recorded: 0, pending: 3, overdue: 0 } });
    clock += 6_000;
    await told(console, { question: { pending: 3, overdue: 3 } });
    log.release();
    await Promise.all(waiting);
    await told(console, { question: { sent: 3, recorded: 3, pending: 0, overdue: 0 } });
  });

  it('[S10] that the disk is full, which answers were refused for it, and that it has space again', async () => {
    const { console, attendees } = await startSession(2);
    await attendees[0]?.answer('tea', yes);
    log.fail(fullDisk);
    const refused = await attendees[1]?.answer('tea', no, 'kept-on-the-phone');
    expect(refused).toMatchObject({ ok: false, error: { name: 'full', retryAfter: 3 } });
    await told(console, { question: { sent: 2, recorded: 1, pending: 1 } });
    await told(console, { problem: fullDisk }, 'storage:changed');
    log.fail(null);
    await attendees[1]?.answer('tea', no, 'kept-on-the-phone');
    await told(console, { question: { sent: 2, recorded: 2, pending: 0 } });
    await told(console, { problem: null }, 'storage:changed');
  });

  it('[S10] that the disk has space again, even if nobody writes', async () => {
    const { console } = await startSession(0);
    log.fail(fullDisk);
    expect(await console.show(2)).toMatchObject({ ok: false, error: { name: 'full' } });
    await told(console, { problem: fullDisk }, 'storage:changed');
    log.fail(null);
    await told(console, { problem: null }, 'storage:changed');
  });

  it('[V5] nothing about an answer that was refused for good', async () => {
    const { console, attendees } = await startSession(2);
    await attendees[0]?.answer('tea', 'nonsense');
    await attendees[0]?.answer('biscuit', yes);
    await attendees[1]?.answer('tea', yes);
    await told(console, { question: { activity: 'tea', sent: 1, recorded: 1, pending: 0 } });
  });

  it('[P5] nothing any more about the answers to a question that was reset', async () => {
    const { console, attendees } = await startSession(1);
    await attendees[0]?.answer('tea', yes);
    await told(console, { question: { sent: 1 } });
    log.fail(fullDisk);
    await attendees[0]?.answer('tea', no);
    await told(console, { question: { recorded: 0, pending: 1 } });
    log.fail(null);
    await console.ask('activity:reset', { activity: 'tea' });
    await told(console, { question: { sent: 0, recorded: 0, pending: 0 } });
  });

  it('[S1] the same after a restart', async () => {
    const first = await RunningServer.start();
    const code = await first.session();
    const presenter = await Client.console(first.url, code);
    await presenter.show(1);
    const phone = await Client.attendee(first.url, code);
    await phone.answer('tea', yes);
    const again = await first.restart();
    const console = await Client.console(again.url, code);
    const { question } = await console.until<Delivery>('delivery:changed');
    expect(question).toEqual({ activity: 'tea', sent: 1, recorded: 1, pending: 0, overdue: 0 });
    await again.stop();
  });
});

describe('a phone', () => {
  it('[R1] [R4] that is cut off is missing until it is back, and counts once', async () => {
    const { code, console, attendees } = await startSession(2);
    const [phone] = attendees;
    const token = (await phone?.token()) ?? '';
    const tab = await Client.attendee(server.url, code, { token });
    // Cut without a close frame.
    for (const client of [phone, tab]) client?.socket.io.engine.transport.close();
    await told(console, { silent: 1 });
    const back = await Client.attendee(server.url, code, { token });
    await told(console, { silent: 0 });
    // With one of two tabs closed the phone is still here, and so only the other one is missed.
    const second = await Client.attendee(server.url, code, { token });
    second.close();
    attendees[1]?.close();
    await told(console, { silent: 1 });
    back.close();
    await told(console, { silent: 2 });
  });

  it('[R4] that has been away for five minutes has left', async () => {
    const { code, console, attendees } = await startSession(1);
    attendees[0]?.close();
    await told(console, { silent: 1 });
    clock += 300_000;
    const late = await Client.console(server.url, code);
    expect(await late.until('delivery:changed')).toMatchObject({ silent: 0 });
  });
});
