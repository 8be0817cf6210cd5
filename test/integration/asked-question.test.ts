import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Results } from '../../src/session/results.ts';
import type {
  AttendeeSnapshot,
  ConsoleDeck,
  ConsoleSnapshot,
  StageDeck,
  StageSnapshot,
} from '../../src/session/views.ts';
import { Client } from './client.ts';
import { deckText, KEY, RunningServer } from './running-server.ts';

let server: RunningServer;
beforeAll(async () => {
  server = await RunningServer.start();
});
afterAll(() => server.stop());

const poll = { type: 'poll', options: { question: 'Coffee now?', options: ['Yes', 'Later'] } };

const isAsked = ({ here }: AttendeeSnapshot): boolean => here?.startsWith('asked-') === true;

describe('[S51] [S71] a question that is in no deck', () => {
  it('is on the stage, is answered, and is exported as any other, after a restart too', async () => {
    const code = await server.session();
    const presenter = await Client.console(server.url, code);
    const stage = await Client.stage(server.url, code);
    const phone = await Client.attendee(server.url, code);
    await presenter.show(1);
    expect(await presenter.ask('question:ask', poll)).toEqual({ ok: true });
    const { here, activities } = await phone.until<AttendeeSnapshot>('session:state', isAsked);
    expect(activities[0]).toMatchObject({ id: here, question: 'Coffee now?', phase: 'open' });
    const shown = await stage.until<StageSnapshot>(
      'session:state',
      ({ position }) => position.h === 2,
    );
    const { slides } = await stage.until<StageDeck>(
      'session:deck',
      ({ hash }) => hash === shown.deck,
    );
    expect(slides[2]).toMatchObject({ h: 2, v: 0, activity: here });
    const answered = await phone.answer(here ?? '', { choices: [0], other: null });
    expect(answered).toMatchObject({ ok: true });
    server = await server.restart();
    const results = (await (
      await server.api('GET', `/sessions/${code}/results.json`)
    ).json()) as Results;
    expect(results.activities.find(({ id }) => id === here)).toMatchObject({
      question: 'Coffee now?',
      answered: 1,
      onTheSpot: true,
    });
    expect(results.activities.find(({ id }) => id === 'tea')?.onTheSpot).toBe(false);
    const csv = await (await server.api('GET', `/sessions/${code}/results.csv`)).text();
    expect(csv).toContain('Coffee now?');
  });

  it('keeps its Markdown, which may say the correct answer, from stages and phones', async () => {
    const code = await server.session();
    const presenter = await Client.console(server.url, code);
    const stage = await Client.stage(server.url, code, { key: KEY });
    const phone = await Client.attendee(server.url, code);
    const options = { question: 'Which?', options: ['A', 'B'], answer: 2, explain: 'The secret' };
    expect(await presenter.ask('question:ask', { type: 'quiz', options })).toEqual({ ok: true });
    await phone.until<AttendeeSnapshot>('session:state', isAsked);
    await stage.until<StageSnapshot>('session:state', ({ position }) => position.h === 1);
    expect(stage.heard() + phone.heard()).not.toContain('The secret');
    const deck = await presenter.until<ConsoleDeck>(
      'session:deck',
      ({ slides }) => slides.length > 4,
    );
    expect(deck.slides[1]?.asked).toContain('The secret');
  });

  it.each([
    [{ type: 'poll', options: { question: 'Alone?', options: ['Yes'] } }, 'bad-question'],
    [{ type: 'poll', options: { options: ['Yes', 'No'] } }, 'bad-question'],
    [{ type: 'python', options: { question: 'Code?' } }, 'bad-question'],
    [{ type: 'poll\n---\n', options: {} }, 'bad-question'],
    [
      { type: 'poll', options: { question: 'x'.repeat(9_000), options: ['Yes', 'No'] } },
      'too-large',
    ],
    [{ type: 'poll' }, 'bad-message'],
    [null, 'bad-message'],
  ])('is refused where it is none: %j', async (asked, name) => {
    const code = await server.session();
    const presenter = await Client.console(server.url, code);
    const refused = await presenter.ask('question:ask', asked);
    expect(refused).toMatchObject({ ok: false, error: { name } });
    const { position } = await presenter.until<ConsoleSnapshot>('session:state');
    expect(position).toEqual({ h: 0, v: 0, f: -1 });
  });

  it('[A1] is asked by the console alone, and not after the end', async () => {
    const code = await server.session();
    const presenter = await Client.console(server.url, code);
    const others = [
      await Client.attendee(server.url, code),
      await Client.stage(server.url, code),
      await Client.stage(server.url, code, { key: KEY }),
    ];
    for (const other of others) {
      expect(await other.ask('question:ask', poll)).toMatchObject({
        error: { name: 'not-allowed' },
      });
    }
    await presenter.ask('session:end', {});
    expect(await presenter.ask('question:ask', poll)).toMatchObject({
      error: { name: 'session-ended' },
    });
  });

  it('is asked twice where two consoles ask at the same moment', async () => {
    const code = await server.session();
    const first = await Client.console(server.url, code);
    const second = await Client.console(server.url, code);
    const both = [first.ask('question:ask', poll), second.ask('question:ask', poll)];
    expect(await Promise.all(both)).toEqual([{ ok: true }, { ok: true }]);
    const asked = await first.until<ConsoleSnapshot>(
      'session:state',
      ({ activities }) => activities.filter(({ id }) => id.startsWith('asked-')).length === 2,
    );
    expect(asked.activities.map(({ id }) => id)).toEqual(
      expect.arrayContaining(['asked-1', 'asked-2']),
    );
  });

  it('[S72] is taken out of the talk by an undo, on every screen; its answers stay in the results', async () => {
    const code = await server.session();
    const presenter = await Client.console(server.url, code);
    const stage = await Client.stage(server.url, code);
    const phone = await Client.attendee(server.url, code);
    await presenter.show(1);
    await presenter.ask('question:ask', poll);
    const { here } = await phone.until<AttendeeSnapshot>('session:state', isAsked);
    await phone.answer(here ?? '', { choices: [0], other: null });
    const { undo } = await presenter.until<ConsoleSnapshot>(
      'session:state',
      (snapshot) => snapshot.undo?.type === 'deck:revised',
    );
    expect(JSON.stringify(undo)).not.toContain('slides');
    await presenter.ask('step:undo', { step: undo?.step });
    const after = await phone.until<AttendeeSnapshot>(
      'session:state',
      ({ withdrawn }) => withdrawn !== undefined,
    );
    expect(after).toMatchObject({ here: 'tea', withdrawn: [here] });
    const back = await stage.until<StageSnapshot>(
      'session:state',
      ({ position }) => position.h === 1,
    );
    const { slides } = await stage.until<StageDeck>(
      'session:deck',
      ({ hash }) => hash === back.deck,
    );
    expect(slides.map(({ activity }) => activity)).not.toContain(here);
    const results = await server.api('GET', `/sessions/${code}/results.json`);
    const { activities } = (await results.json()) as Results;
    expect(activities.find(({ id }) => id === here)).toMatchObject({
      answered: 1,
      onTheSpot: true,
      status: 'withdrawn',
    });
  });

  it('stays where it is when the deck is saved anew while the talk goes on', async () => {
    const code = await server.session();
    const presenter = await Client.console(server.url, code);
    await presenter.show(1);
    await presenter.ask('question:ask', poll);
    await server.rewriteDeck(`${deckText}\n\n---\n\n# One more\n`);
    const { slides } = await presenter.until<ConsoleDeck>('session:deck', (deck) =>
      deck.slides.some(({ title }) => title === 'One more'),
    );
    expect(slides[2]).toMatchObject({ activity: 'asked-1' });
    await server.rewriteDeck(deckText);
  });

  it('[S52] is saved into its deck by those who have the key, and is no longer asked twice by that', async () => {
    const code = await server.session();
    const presenter = await Client.console(server.url, code);
    await presenter.show(1);
    await presenter.ask('question:ask', poll);
    const path = `/sessions/${code}/asked/asked-1/save`;
    expect((await server.api('POST', path, undefined, null)).status).toBe(401);
    expect((await server.api('POST', path.replace('asked-1', 'tea'))).status).toBe(404);
    expect((await server.api('POST', path)).status).toBe(200);
    const saved = await server.api('GET', `/sessions/${code}/saved-deck`);
    expect(await saved.json()).toEqual({ saved: 'shown' });
    await server.app.deckChanged('small');
    const later = await server.session();
    const next = await Client.console(server.url, later);
    const marked = async (of: string): Promise<boolean[]> => {
      const answer = await server.api('GET', `/sessions/${of}/results.json`);
      const { activities } = (await answer.json()) as Results;
      return activities.flatMap(({ id, onTheSpot }) => (id === 'asked-1' ? [onTheSpot] : []));
    };
    expect([await marked(code), await marked(later)]).toEqual([[true], [false]]);
    const { slides } = await next.until<ConsoleDeck>('session:deck');
    expect(slides[2]).toMatchObject({ activity: 'asked-1' });
    const before = await presenter.until<ConsoleSnapshot>('session:state');
    expect(before.activities.filter(({ question }) => question === 'Coffee now?')).toHaveLength(1);
    await server.rewriteDeck(deckText);
  });
});
