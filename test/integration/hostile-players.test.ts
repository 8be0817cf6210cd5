import { describe, expect, it } from 'vitest';
import type { ConsoleSnapshot } from '../../src/session/views.ts';
import { Client } from './client.ts';
import { QUESTION, RIGHT, ScoredSessions, refused, scoreOf, shown } from './scored-sessions.ts';
import { readFacts } from '../../server/storage/read-facts.ts';

const sessions = new ScoredSessions();

describe('[A7] [A1] a hostile player', () => {
  it('can name nobody else, approve nothing, and send no answer with a time of its own', async () => {
    const { code, presenter } = await sessions.open('{names: chosen, speed: true}');
    const [phone, victim] = [await sessions.join(code), await sessions.join(code)];
    const stage = await Client.stage(sessions.server.url, code);
    await victim.ask('player:join', {});
    for (const more of [{ attendee: 'a' }, { number: 1 }, { player: 1 }]) {
      expect(await phone.ask('player:join', { name: 'Eve', ...more })).toMatchObject(
        refused('bad-message'),
      );
    }
    expect(await scoreOf(victim)).toMatchObject({ name: '' });
    await phone.ask('player:join', { name: 'Eve' });
    for (const verb of ['player:approve', 'player:put-away']) {
      for (const client of [phone, stage]) {
        expect(await client.ask(verb, { player: 2, name: 'Eve' })).toMatchObject(
          refused('not-allowed'),
        );
      }
    }
    for (const client of [presenter, stage]) {
      for (const [event, message] of [
        ['player:join', { name: 'Eve' }],
        ['score:get', {}],
        ['question:shown', { activity: 'capital', round: 1 }],
      ] as const) {
        expect(await client.ask(event, message)).toMatchObject(refused('not-allowed'));
      }
    }
    const timed = { activity: 'capital', answer: RIGHT, id: 'timed-answer', after: 0 };
    expect(await phone.ask('answer:give', timed)).toMatchObject(refused('bad-message'));
  });

  it('is refused whatever has no shape, and markup stays a text', async () => {
    const { code, presenter } = await sessions.open('{names: chosen, teams: [North, South]}');
    const phone = await sessions.join(code);
    for (const message of [
      ...[null, [], 'Eve', { name: 1 }, { name: null }, { team: {} }, { name: 'x'.repeat(201) }],
      ...[{ name: '<b>'.repeat(5_000) }, { name: { toString: 'x' } }],
    ]) {
      expect(await phone.ask('player:join', message)).toMatchObject({ ok: false });
    }
    // The first has used up its rate.
    const other = await sessions.join(code);
    await other.ask('player:join', { name: '<img src=x onerror=x>' });
    const { players } = await presenter.until<ConsoleSnapshot>(
      'session:state',
      (seen) => seen.players?.allWaiting === 1,
    );
    expect(players?.waiting[0]?.name).toBe('<img src=x onerror=x>');
    for (const message of [
      ...[null, { activity: 'capital' }, { activity: 'capital', round: 0 }, { round: 1 }],
      { activity: 'x'.repeat(65), round: 1 },
    ]) {
      expect(await phone.ask('question:shown', message)).toMatchObject(refused('bad-message'));
    }
  });

  it('that floods with names is told to slow down, fills no log, and holds up nobody', async () => {
    const { code } = await sessions.open('{names: chosen}');
    const [flooder, other] = [await sessions.join(code), await sessions.join(code)];
    const before = await readFacts(sessions.server.log, code);
    const acks = await Promise.all(
      Array.from({ length: 30 }, (_, place) =>
        flooder.ask('player:join', { name: `Eve ${place}` }),
      ),
    );
    expect(acks.filter(({ ok }) => ok).length).toBeLessThan(10);
    expect(acks.at(-1)).toMatchObject(refused('slow-down'));
    const after = await readFacts(sessions.server.log, code);
    if (!before.ok || !after.ok) throw new Error('The log cannot be read');
    expect(after.value.length - before.value.length).toBeLessThan(10);
    expect(await other.ask('player:join', { name: 'Ann' })).toEqual({ ok: true });
  });

  it('that floods with shown questions is told to slow down', async () => {
    const { code, presenter } = await sessions.open('{speed: true}');
    await presenter.show(QUESTION);
    const phone = await sessions.join(code);
    const acks = await Promise.all(Array.from({ length: 80 }, () => shown(phone)));
    expect(acks.find(({ ok }) => !ok)).toMatchObject(refused('slow-down'));
    expect(sessions.server.faults).toEqual([]);
  });
});
