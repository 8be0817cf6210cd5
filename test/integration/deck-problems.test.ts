import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DeckProblems } from '../../src/protocol/messages.ts';
import { Client } from './client.ts';
import { deckText, RunningServer } from './running-server.ts';

let server: RunningServer;
beforeAll(async () => {
  server = await RunningServer.start();
});
afterAll(() => server.stop());

const MISTAKE = `${deckText}\n\n---\nlayuot: statement\nlayout: nowhere\n---\n\n# Late\n`;

/** Resolves once a screen has been told of as many errors. */
function told(screen: Client, errors: number): Promise<DeckProblems> {
  return screen.until<DeckProblems>(
    'deck:problems',
    ({ problems }) => problems.filter(({ severity }) => severity === 'error').length === errors,
  );
}

/** The decks of whose problems a screen was told. */
function decksTold({ messages }: Client): ReadonlySet<string> {
  const sent = messages.filter(({ event }) => event === 'deck:problems');
  return new Set(sent.map(({ body }) => (body as DeckProblems).deck));
}

describe('[S33] a deck that is edited while a session shows it', () => {
  it('is no matter for stage and console where nobody takes its changes in', async () => {
    const code = await server.session();
    const screens = [await Client.console(server.url, code), await Client.stage(server.url, code)];
    for (const screen of screens) {
      await screen.until('session:state', () => true);
      expect(screen.messages.filter(({ event }) => event === 'deck:problems')).toEqual([]);
      screen.close();
    }
  });

  it('tells them of its mistakes, with deck, file and line, until they are corrected', async () => {
    const code = await server.session();
    const presenter = await Client.console(server.url, code);
    const stage = await Client.stage(server.url, code);
    await server.rewriteDeck(MISTAKE);
    for (const screen of [presenter, stage]) {
      const { deck, problems } = await told(screen, 2);
      expect(deck).toBe('small');
      for (const { file, line, severity } of problems) {
        expect({ file, severity }).toEqual({ file: 'deck.md', severity: 'error' });
        expect(line).toBeGreaterThan(1);
      }
    }
    const late = [await Client.stage(server.url, code), await Client.console(server.url, code)];
    for (const screen of late) await told(screen, 2);
    await server.rewriteDeck('');
    await told(presenter, 1);
    await server.rewriteDeck(deckText);
    for (const screen of [presenter, stage, ...late]) {
      await told(screen, 0);
      screen.close();
    }
  });

  it('tells them of a file that cannot be read', async () => {
    const code = await server.session();
    const presenter = await Client.console(server.url, code);
    await server.rewriteDeck(new Uint8Array([0x63, 0x61, 0x66, 0xe9]));
    const { problems } = await told(presenter, 1);
    expect(problems[0]?.message).toContain('deck.md is not UTF-8 text');
    await server.rewriteDeck(deckText);
    presenter.close();
  });

  it('names its mistakes before its warnings, because a stage shows the first few', async () => {
    const code = await server.session();
    const presenter = await Client.console(server.url, code);
    await server.rewriteDeck(MISTAKE.replace('# A small deck', '$&\n\n![Boats](boats.png)'));
    const { problems } = await told(presenter, 2);
    expect(problems.map(({ severity }) => severity)).toEqual(['error', 'error', 'warning']);
    await server.rewriteDeck(deckText);
    presenter.close();
  });

  it('tells nobody who shows another deck, and no phone', async () => {
    const code = await server.session();
    const phone = await Client.attendee(server.url, code);
    const presenter = await Client.console(server.url, code);
    await server.app.deckChanged('nowhere');
    await server.rewriteDeck(MISTAKE);
    await told(presenter, 2);
    expect(decksTold(presenter)).toEqual(new Set(['small']));
    expect(phone.messages.filter(({ event }) => event === 'deck:problems')).toEqual([]);
    await server.rewriteDeck(deckText);
    for (const client of [phone, presenter]) client.close();
  });
});
