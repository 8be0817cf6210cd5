import type { ConsoleActivityView, ConsoleDeck, ConsoleSnapshot } from '../../src/session/views.ts';
import { controlsDue } from '../../server/cli/rehearse/lead-question.ts';
import { answerTo } from '../../server/cli/rehearse/sample-answers.ts';
import { Client } from '../integration/client.ts';

/**
 * Takes the presenter through every question of the deck: so many attendees answer it, all that they
 * write is let through, the tally is revealed, and with `solve` what is right is shown.
 */
export async function answerAll(
  url: string,
  code: string,
  attendees: number,
  { solve = false } = {},
): Promise<void> {
  const follower = await Client.console(url, code);
  const room = await Promise.all(
    Array.from({ length: attendees }, () => Client.attendee(url, code)),
  );
  const { slides } = await follower.until<ConsoleDeck>('session:deck');
  for (const { h, v, activity: id } of slides) {
    if (id === null) continue;
    // One for each question: a connection may say 20 things a second.
    const presenter = await Client.console(url, code);
    await demand(presenter, 'slide:show', { h, v, f: -1 });
    await demand(presenter, 'activity:open', { activity: id });
    const activityState = await opened(presenter, id);
    const acks = room.map((attendee, index) => attendee.answer(id, answerTo(activityState, index)));
    for (const ack of await Promise.all(acks)) expectOk(ack);
    await giveControls(presenter, id, attendees);
    await demand(presenter, 'activity:reveal', { activity: id });
    if (solve && activityState.hasCorrectAnswer)
      await demand(presenter, 'activity:reveal-answer', { activity: id });
    presenter.close();
  }
  for (const client of [follower, ...room]) client.close();
}

async function opened(presenter: Client, id: string): Promise<ConsoleActivityView> {
  const find = ({ activities }: ConsoleSnapshot) =>
    activities.find((activityState) => activityState.id === id && activityState.phase === 'open');
  const state = await presenter.until<ConsoleSnapshot>(
    'session:state',
    (snapshot) => find(snapshot) !== undefined,
  );
  const activityState = find(state);
  if (activityState === undefined) throw new Error(`"${id}" is not open`);
  return activityState;
}

/** Gives the controls that are due, once all answers have arrived. */
async function giveControls(presenter: Client, id: string, attendees: number): Promise<void> {
  const view = await presenter.until<ConsoleActivityView>(
    'activity:changed',
    (activityState) => activityState.id === id && activityState.answered === attendees,
  );
  for (const control of controlsDue(view)) {
    await demand(presenter, 'activity:control', { activity: id, control });
  }
}

async function demand(presenter: Client, event: string, message: unknown): Promise<void> {
  expectOk(await presenter.ask(event, message));
}

function expectOk(ack: { readonly ok: boolean; readonly error?: unknown }): void {
  if (!ack.ok) throw new Error(JSON.stringify(ack.error));
}
