import type { PollAnswer, PollContent } from '../../src/activities/poll/poll.ts';
import type { RatingAnswer, RatingContent } from '../../src/activities/rating/rating.ts';
import type { Json } from '../../src/lib/json.ts';
import type { ConsoleDeck, ConsoleSnapshot } from '../../src/session/views.ts';
import { Client } from '../integration/client.ts';

/**
 * What the nth voter says, by way of asking, for tests that only need the room to have answered: a
 * spread of what can be said. A new way of asking has its line here.
 */
const ways: Readonly<Record<string, (content: Json, voter: number) => Json>> = {
  // Sound: the content is of the type that names the line.
  poll: (content, voter) => answerPoll(content as PollContent, voter),
  rating: (content, voter) => answerRating(content as RatingContent, voter),
};

/** Takes the presenter through every question of the deck, and lets so many voters answer each. */
export async function answerAll(url: string, code: string, voters: number): Promise<void> {
  const presenter = await Client.console(url, code);
  const room = await Promise.all(Array.from({ length: voters }, () => Client.attendee(url, code)));
  const deck = await presenter.until<ConsoleDeck>('session:deck');
  for (const { h, v, activity: id } of deck.slides) {
    if (id === null) continue;
    expectOk(await presenter.ask('slide:show', { h, v, f: -1 }));
    expectOk(await presenter.ask('activity:open', { activity: id }));
    const { activities } = await presenter.until<ConsoleSnapshot>('session:state', (state) =>
      state.activities.some((asked) => asked.id === id && asked.phase === 'open'),
    );
    const asked = activities.find((activity) => activity.id === id);
    const way = ways[asked?.type ?? ''];
    if (asked === undefined || way === undefined) {
      throw new Error(`test/e2e/answers.ts does not say how to answer a "${asked?.type}"`);
    }
    const acks = room.map((attendee, voter) => attendee.answer(id, way(asked.content, voter)));
    for (const ack of await Promise.all(acks)) expectOk(ack);
    expectOk(await presenter.ask('activity:reveal', { activity: id }));
  }
  for (const client of [presenter, ...room]) client.close();
}

function expectOk(ack: { readonly ok: boolean; readonly error?: unknown }): void {
  if (!ack.ok) throw new Error(JSON.stringify(ack.error));
}

function answerPoll({ options, min }: PollContent, voter: number): PollAnswer {
  const first = voter % (options.length - min + 1);
  return { choices: Array.from({ length: min }, (_, place) => first + place), other: null };
}

function answerRating({ rows, from, levels }: RatingContent, voter: number): RatingAnswer {
  return { ratings: rows.map((_, row) => from + ((2 * voter + row) % levels.length)) };
}
