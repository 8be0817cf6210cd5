import type { Position } from '../../../src/deck/deck.ts';
import type { AttendeeSnapshot, ConsoleDeck } from '../../../src/session/views.ts';
import { Client } from '../../integration/client.ts';
import { atMost, figure, type Line } from '../lines.ts';
import { ServerProcess } from '../server-process.ts';
import { startSession } from '../subject.ts';
import { answerTo } from '../../../server/cli/rehearse/behaviour.ts';

const EVENT = '2';

/** A phone and the bytes of all events that it was sent; acknowledgements do not count. */
async function countingPhone(url: string, code: string) {
  const phone = await Client.attendee(url, code);
  const sent = { bytes: 0 };
  phone.socket.io.engine.on('packet', ({ type, data }: { type: string; data?: unknown }) => {
    if (type !== 'message' || typeof data !== 'string' || !data.startsWith(EVENT)) return;
    sent.bytes += Buffer.byteLength(data);
  });
  return { phone, sent };
}

/**
 * The line about a slide change: every slide of the module in turn, as two phones see it that were
 * there from the start. One answers each question, and so is sent tallies too.
 */
export async function slideChange(): Promise<Line[]> {
  const server = await ServerProcess.plenary('slides');
  const url = `http://127.0.0.1:${server.port}`;
  const code = await startSession(server, 'pioneers');
  const presenter = await Client.console(url, code);
  const { slides } = await presenter.until<ConsoleDeck>('session:deck');
  const [silent, answering] = [await countingPhone(url, code), await countingPhone(url, code)];
  for (const [index, { h, v }] of slides.entries()) {
    await show(presenter, { h, v, f: -1 });
    const isThere = ({ slide }: AttendeeSnapshot) => slide?.number === index + 1;
    await silent.phone.until<AttendeeSnapshot>('session:state', isThere);
    const { here, activities } = await answering.phone.until('session:state', isThere);
    const question = activities.find(({ id }) => id === here);
    if (question !== undefined) await answering.phone.answer(question.id, answerTo(question, 1));
  }
  const means = [silent, answering].map(({ sent }) => sent.bytes / slides.length);
  for (const client of [presenter, silent.phone, answering.phone]) client.close();
  await server.stop();
  return [
    line('a slide change for a phone that answers nothing, mean over the module', means[0]),
    line('the same for one that answers every question, with its tallies', means[1]),
  ];
}

/** Moves the slides. A connection may send some twenty messages a second: waits where told to. */
async function show(presenter: Client, position: Position): Promise<void> {
  for (;;) {
    const ack = await presenter.ask('slide:show', position);
    if (ack.ok) return;
    await new Promise((later) => setTimeout(later, 1000 * (ack.error.retryAfter ?? 1)));
  }
}

function line(what: string, bytes = 0): Line {
  const ours = `${figure(bytes)} B`;
  return { what, ours, reference: '', ratio: bytes / 1000, must: atMost(1), aim: atMost(0.3) };
}
