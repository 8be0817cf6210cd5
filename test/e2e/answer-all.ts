import type { ConsoleActivityView, ConsoleDeck, ConsoleSnapshot } from '../../src/session/views.ts';
import { controlsDue } from '../../server/cli/rehearse/lead-question.ts';
import { Client } from '../integration/client.ts';
import { answerTo } from '../../server/cli/rehearse/behaviour.ts';

/**
 * Takes the presenter through every question of the deck: so many attendees answer it, all their
 * texts are approved, the tally is revealed, and with `revealAnswers` the correct answer, too.
 */
export async function answerAll(
  url: string,
  code: string,
  attendees: number,
  { revealAnswers = false } = {},
): Promise<void> {
  const follower = await Client.console(url, code);
  const clients = await Promise.all(
    Array.from({ length: attendees }, () => Client.attendee(url, code)),
  );
  const { slides } = await follower.until<ConsoleDeck>('session:deck');
  for (const { h, v, activity: id } of slides) {
    if (id === null) continue;
    // One for each question: a connection may send 20 messages a second.
    const presenter = await Client.console(url, code);
    await command(presenter, 'slide:show', { h, v, f: -1 });
    await command(presenter, 'activity:open', { activity: id });
    const view = await openQuestion(presenter, id);
    const acks = clients.map((attendee, index) => attendee.answer(id, answerTo(view, index)));
    for (const ack of await Promise.all(acks)) expectOk(ack);
    await giveControls(presenter, id, attendees);
    await command(presenter, 'activity:reveal', { activity: id });
    if (revealAnswers && view.hasCorrectAnswer)
      await command(presenter, 'activity:reveal-answer', { activity: id });
    presenter.close();
  }
  for (const client of [follower, ...clients]) client.close();
}

/** Reveals every correct answer that there is; resolves with the ids of these questions. */
export async function revealEveryAnswer(url: string, code: string): Promise<string[]> {
  const follower = await Client.console(url, code);
  const { activities } = await follower.until<ConsoleSnapshot>('session:state');
  follower.close();
  const ids = activities.filter((view) => view.hasCorrectAnswer).map(({ id }) => id);
  for (const activity of ids) {
    const presenter = await Client.console(url, code);
    await command(presenter, 'activity:reveal-answer', { activity });
    presenter.close();
  }
  return ids;
}

/** The question as a console has it, once it is open. */
export async function openQuestion(presenter: Client, id: string): Promise<ConsoleActivityView> {
  const find = ({ activities }: ConsoleSnapshot) =>
    activities.find((view) => view.id === id && view.phase === 'open');
  const state = await presenter.until<ConsoleSnapshot>(
    'session:state',
    (snapshot) => find(snapshot) !== undefined,
  );
  const view = find(state);
  if (view === undefined) throw new Error(`"${id}" is not open`);
  return view;
}

/** Gives the controls that are due, once all answers have arrived. */
export async function giveControls(
  presenter: Client,
  id: string,
  attendees: number,
): Promise<void> {
  const view = await presenter.until<ConsoleActivityView>(
    'activity:changed',
    (shown) => shown.id === id && shown.answered === attendees,
  );
  for (const control of controlsDue(view)) {
    await command(presenter, 'activity:control', { activity: id, control });
  }
}

async function command(presenter: Client, event: string, message: unknown): Promise<void> {
  expectOk(await presenter.ask(event, message));
}

function expectOk(ack: { readonly ok: boolean; readonly error?: unknown }): void {
  if (!ack.ok) throw new Error(JSON.stringify(ack.error));
}
