import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { allSessions } from '../../server/storage/session-filter.ts';
import type { EventLog, SessionSummary } from '../../server/storage/event-log.ts';
import { smallDeck } from '../fixtures/small-deck.ts';
import { valueOf } from '../fixtures/value-of.ts';
import type { Fact } from '../../src/session/facts.ts';
import type { SessionFilter } from '../../server/storage/session-filter.ts';
import { readFacts } from '../../server/storage/read-facts.ts';

const opened: Fact = { type: 'activity:opened', activity: 'a' };
const closed: Fact = { type: 'activity:closed', activity: 'a' };

/** A clock of the tests' own, that no two facts see alike. Milliseconds since 1970. */
interface TestClock {
  now(): number;
  /** Sets it to a moment; the next fact is a millisecond later. */
  set(at: number): void;
  /** Gives the next fact the moment of the last. */
  repeat(): void;
}

function testClock(): TestClock {
  let clock = 1_000;
  return {
    now: () => (clock += 1),
    set: (at) => void (clock = at),
    repeat: () => void (clock -= 1),
  };
}

/** The promises of every event log. Each test opens one of its own, which is empty. */
export function describeEventLog(
  name: string,
  open: (now: () => number) => Promise<EventLog>,
): void {
  const clock = testClock();
  describe(`a session log ${name}`, () => {
    let log: EventLog;
    beforeEach(async () => {
      log = await open(clock.now);
    });
    afterEach(() => log.close());

    it('[S3] numbers the facts of each session from 1, without gaps', async () => {
      await log.transact('x', 0, () => [opened, closed]);
      await log.transact('y', 0, () => [opened]);
      await log.transact('x', 2, () => [opened]);
      expect(valueOf(await readFacts(log, 'x')).map(({ seq }) => seq)).toEqual([1, 2, 3]);
      expect(valueOf(await readFacts(log, 'y')).map(({ seq }) => seq)).toEqual([1]);
    });

    it('[S1] resolves with what it appended, as it will be read', async () => {
      const added = valueOf(await log.transact('x', 0, () => [opened, closed]));
      expect(added.map(({ fact }) => fact)).toEqual([opened, closed]);
      expect(valueOf(await readFacts(log, 'x'))).toEqual(added);
    });

    it('[S3] hands over the facts that its caller does not know yet, and appends nothing decided without them', async () => {
      await log.transact('x', 0, () => [opened, closed]);
      const seen: unknown[] = [];
      const added = await log.transact('x', 1, (newer) => {
        seen.push(newer.map(({ fact }) => fact));
        return newer.length === 0 ? [opened] : [];
      });
      expect(seen).toEqual([[], [closed]]);
      expect(valueOf(added)).toEqual([]);
      expect(valueOf(await readFacts(log, 'x'))).toHaveLength(2);
    });

    it('decides once where nobody else has written', async () => {
      await log.transact('x', 0, () => [opened]);
      let decisions = 0;
      await log.transact('x', 1, () => {
        decisions += 1;
        return [closed];
      });
      expect(decisions).toBe(1);
    });

    it('[V1] keeps facts of any size', async () => {
      const large: Fact = { type: 'activity:opened', activity: "'é".repeat(1_000_000) };
      const added = valueOf(await log.transact('x', 0, () => [large, opened]));
      expect(valueOf(await readFacts(log, 'x'))).toEqual(added);
      expect(valueOf(await log.transact('x', 0, () => [large]))[0]?.seq).toBe(3);
    });

    it('[S3] numbers on from facts that it hands over', async () => {
      await log.transact('x', 0, () => [opened, closed]);
      const added = valueOf(await log.transact('x', 0, () => [opened]));
      expect(added.map(({ seq }) => seq)).toEqual([3]);
    });

    it('[S2] [S3] numbers on from no fact that it does not have', async () => {
      await log.transact('x', 0, () => [opened]);
      const refused = await log.transact('x', 2, () => [closed]);
      expect(refused).toMatchObject({ ok: false, error: { name: 'damaged' } });
      expect(valueOf(await readFacts(log, 'x'))).toHaveLength(1);
      expect((await log.transact('x', 1, () => [closed])).ok).toBe(true);
    });

    it('[V1] reads back what it keeps', async () => {
      await log.transact('x', 0, () => [opened, closed]);
      expect((await log.verifyRead('x', 2)).ok).toBe(true);
    });

    it('appends nothing where nothing is decided', async () => {
      expect(valueOf(await log.transact('x', 0, () => []))).toEqual([]);
      expect(valueOf(await readFacts(log, 'x'))).toEqual([]);
      expect(valueOf(await log.sessions(10, null, allSessions))).toEqual([]);
    });

    it('[S3] takes transactions one at a time, however many are asked for at once', async () => {
      let known = 0;
      const transactKnowing = (note: (own: number) => void) => {
        let own = 0;
        return log.transact('x', 0, (newer) => {
          own += newer.length;
          note(own);
          return [opened];
        });
      };
      const all = Array.from({ length: 50 }, () =>
        transactKnowing((own) => {
          known = Math.max(known, own);
        }),
      );
      await Promise.all(all);
      expect(known).toBe(49);
      expect(valueOf(await readFacts(log, 'x')).map(({ seq }) => seq)).toEqual(
        Array.from({ length: 50 }, (_, index) => index + 1),
      );
    });

    it('[S1] keeps any text as it was written', async () => {
      const text = `'"\\; DROP TABLE facts; -- \u{1F5F3} \u0000 é`;
      const code = text.replace('\0', '');
      await log.transact(code, 0, () => [{ type: 'activity:opened', activity: text }]);
      const [stored] = valueOf(await readFacts(log, code));
      expect(stored?.fact).toEqual({ type: 'activity:opened', activity: text });
    });

    it('lists sessions with deck, title, start and end, latest session first', async () => {
      const [at, lastAt]: [number[], number[]] = [[], []];
      for (const code of ['x', 'y']) {
        const started = { type: 'session:started', code, secret: '', deck: smallDeck } as const;
        const [begun, last] = valueOf(await log.transact(code, 0, () => [started, opened]));
        at.push(begun?.at ?? 0);
        lastAt.push(last?.at ?? 0);
      }
      const { name: deck, title } = smallDeck;
      const attendance = { people: 0, answers: 0 };
      const bare = { name: '', rehearsal: false, attendance, keepDays: null };
      const [x, y] = [
        { ...bare, code: 'x', deck, title, startedAt: at[0], endedAt: null, lastAt: lastAt[0] },
        { ...bare, code: 'y', deck, title, startedAt: at[1], endedAt: null, lastAt: lastAt[1] },
      ];
      expect(valueOf(await log.sessions(10, null, allSessions))).toEqual([y, x]);
      const revised = { type: 'deck:revised', deck: { ...smallDeck, title: 'New' } } as const;
      const [change] = valueOf(await log.transact('y', 2, () => [revised]));
      const [end] = valueOf(await log.transact('x', 2, () => [{ type: 'session:ended' }]));
      expect(valueOf(await log.sessions(10, null, allSessions))).toEqual([
        { ...y, title: 'New', lastAt: change?.at },
        { ...x, endedAt: end?.at, lastAt: end?.at },
      ]);
      await log.forget('y');
      expect(valueOf(await log.sessions(10, null, allSessions))).toMatchObject([{ code: 'x' }]);
    });

    it('[X18] lists a session with its latest fact, and the days for which its present deck wants it kept', async () => {
      const kept = { ...smallDeck, keepDays: 90 };
      const started = { type: 'session:started', code: 'x', secret: '', deck: kept } as const;
      await log.transact('x', 0, () => [started]);
      await log.transact('y', 0, () => [{ ...started, code: 'y', deck: smallDeck }]);
      const [first] = valueOf(await log.timed(1, null));
      expect(first).toMatchObject({ code: 'y', keepDays: null });
      expect(valueOf(await log.timed(9, first ?? null))).toMatchObject([
        { code: 'x', keepDays: 90 },
      ]);
      await log.transact('x', 1, () => [{ type: 'deck:revised', deck: smallDeck }]);
      expect(valueOf(await log.timed(9, null))[1]?.keepDays).toBeNull();
      const revised = { type: 'deck:revised', deck: kept } as const;
      const [, last] = valueOf(
        await log.transact('y', 1, () => [revised, { type: 'session:ended' }]),
      );
      expect(valueOf(await log.timed(9, null))[0]).toMatchObject({
        keepDays: 90,
        lastAt: last?.at,
      });
    });

    it('[X19] takes in the facts of a session with their times, unless it has one of that code', async () => {
      const started = { type: 'session:started', code: 'x', secret: 's', deck: smallDeck } as const;
      const facts = [started, ...Array.from({ length: 1200 }, () => opened)].map((fact, index) => ({
        ...{ seq: index + 1, at: 5_000 + index, fact },
      }));
      expect(valueOf(await log.bring('x', facts))).toBe(true);
      expect(valueOf(await readFacts(log, 'x'))).toEqual(facts);
      expect(valueOf(await log.timed(9, null))).toMatchObject([
        { startedAt: 5_000, lastAt: 6_200 },
      ]);
      expect(valueOf(await log.bring('x', facts.slice(0, 1)))).toBe(false);
      expect(valueOf(await readFacts(log, 'x'))).toHaveLength(facts.length);
    });

    it('[S46] lists a session by its last end, and as one that goes on while it is reopened', async () => {
      const started = { type: 'session:started', code: 'x', secret: '', deck: smallDeck } as const;
      const ended = { type: 'session:ended' } as const;
      const position = { h: 0, v: 0, f: -1 };
      const shown = { type: 'slide:shown', position } as const;
      const stored = valueOf(await log.transact('x', 0, () => [started, ended, shown]));
      const listedEnd = async () => valueOf(await log.sessions(10, null, allSessions))[0]?.endedAt;
      expect(await listedEnd()).toBe(stored[1]?.at);
      await log.transact('x', 3, () => [{ type: 'session:reopened' }]);
      expect(await listedEnd()).toBeNull();
      const [again] = valueOf(await log.transact('x', 4, () => [ended]));
      expect(await listedEnd()).toBe(again?.at);
    });

    it('[S60] lists a session with its last name, and how many have answered how much', async () => {
      const given = (attendee: string, activity: string, id: string): Fact => ({
        ...{ type: 'answer:given', hash: 'h', round: 1, answer: { choices: [0] } },
        ...{ activity, attendee, id },
      });
      const listed = async () => valueOf(await log.sessions(10, null, allSessions))[0];
      const started = { type: 'session:started', code: 'x', secret: '', deck: smallDeck } as const;
      await log.transact('x', 0, () => [started, given('ann', 'tea', 'i')]);
      expect((await listed())?.attendance).toEqual({ people: 1, answers: 1 });
      await log.transact('x', 2, () => [
        ...[given('ann', 'tea', 'j'), given('ann', 'cake', 'k'), given('ben', 'tea', 'i')],
        ...[{ type: 'session:named', name: 'One' } as const, { type: 'session:ended' } as const],
        { type: 'session:named', name: 'Team Berlin' },
      ]);
      expect(await listed()).toMatchObject({
        ...{ name: 'Team Berlin', rehearsal: false, attendance: { people: 2, answers: 3 } },
        endedAt: expect.any(Number) as number,
      });
    });

    it('[S61] finds sessions by name, title, deck, code and day, in any letters, and by state', async () => {
      const sessions: Record<string, { at: string; title: string; named?: string; ended?: true }> =
        {
          '482915': { at: '2026-11-26T23:30:00Z', title: 'Über 100 % Quality', ended: true },
          '151473': { at: '2026-10-02T09:00:00Z', title: 'Pioneers', named: 'Team Berlin' },
          '260101': { at: '2026-10-03T09:00:00Z', title: 'Pioneers' },
        };
      for (const [code, { at, title, named, ended }] of Object.entries(sessions)) {
        clock.set(Date.parse(at));
        const deck = { ...smallDeck, title, name: title.slice(0, 4).trim() };
        const started = { type: 'session:started', code, secret: '', deck } as const;
        const rehearsal = code === '260101' ? { rehearsal: true as const } : {};
        await log.transact(code, 0, () => [
          { ...started, ...rehearsal },
          ...(named === undefined ? [] : [{ type: 'session:named', name: named } as const]),
          ...(ended === undefined ? [] : [{ type: 'session:ended' } as const]),
        ]);
      }
      const found = async (filter: Partial<SessionFilter>): Promise<string[]> =>
        valueOf(await log.sessions(10, null, { ...allSessions, ...filter })).map(
          ({ code }) => code,
        );
      const all = ['482915', '260101', '151473'];
      for (const [search, expected] of [
        ...[
          ['', all],
          ['berlin PIONEERS', ['151473']],
          ['über', ['482915']],
          ['482 915', ['482915']],
        ],
        ...[
          ['100 %', ['482915']],
          ['_', []],
          ['\\', []],
          ["'", []],
          ['26 november', ['482915']],
        ],
        ...[
          ['2026-10', ['260101', '151473']],
          ['Friday', ['151473']],
          ['quality nothing', []],
        ],
      ] as [string, string[]][]) {
        expect([search, await found({ search })]).toEqual([search, expected]);
      }
      expect(await found({ search: '27 november', offset: 60 })).toEqual(['482915']);
      expect(await found({ state: 'running' })).toEqual(['260101', '151473']);
      expect(await found({ state: 'ended' })).toEqual(['482915']);
      expect(await found({ state: 'rehearsals' })).toEqual(['260101']);
      expect(await found({ state: 'talks' })).toEqual(['482915', '151473']);
      expect(await found({ search: 'uber 26.11.' })).toEqual(['482915']);
      expect(await found({ decks: ['Pion'], search: 'team' })).toEqual(['151473']);
      expect(await found({ decks: ['Pio'] })).toEqual([]);
    });

    it('[S61] finds a session behind many others that are not looked for', async () => {
      const started = { type: 'session:started', secret: '', deck: smallDeck } as const;
      await log.transact('rare', 0, () => [
        { ...started, code: 'rare' },
        { type: 'session:named', name: 'The first' },
      ]);
      for (let count = 0; count < 260; count += 1) {
        await log.transact(`many ${count}`, 0, () => [{ ...started, code: `many ${count}` }]);
      }
      const found = await log.sessions(10, null, { ...allSessions, search: 'first' });
      expect(valueOf(found).map(({ code }) => code)).toEqual(['rare']);
      const many = await log.sessions(10, null, { ...allSessions, search: 'many' });
      expect(valueOf(many)).toHaveLength(10);
    });

    it('[S62] knows when each deck was given last, rehearsals aside', async () => {
      const start = async (code: string, deck: string, rehearsal = false): Promise<number> => {
        const started = { type: 'session:started', code, secret: '' } as const;
        const mark = rehearsal ? { rehearsal: true as const } : {};
        const fact = { ...started, ...mark, deck: { ...smallDeck, name: deck } };
        return valueOf(await log.transact(code, 0, () => [fact]))[0]?.at ?? 0;
      };
      await start('1', 'one');
      const latest = await start('2', 'one');
      await start('3', 'one', true);
      await start('4', 'two', true);
      expect([...valueOf(await log.lastGiven())]).toEqual([['one', latest]]);
    });

    it('[S39] lists sessions in pages, each once, also those that began in one moment', async () => {
      const codes = Array.from({ length: 7 }, (_, index) => String(index));
      for (const [index, code] of codes.entries()) {
        if (index % 3 > 0) clock.repeat();
        await log.transact(code, 0, () => [opened]);
      }
      const listed: string[] = [];
      for (let after: SessionSummary | null = null; ;) {
        const page: readonly SessionSummary[] = valueOf(await log.sessions(2, after, allSessions));
        expect(page.length).toBeLessThanOrEqual(2);
        listed.push(...page.map(({ code }) => code));
        after = page.at(-1) ?? null;
        if (after === null) break;
      }
      expect(listed).toEqual(codes.toReversed());
    });

    it('[S1] reads a long session whole', async () => {
      await log.transact('x', 0, () => Array.from({ length: 2_000 }, () => opened));
      await log.transact('x', 2_000, () => [closed]);
      const facts = valueOf(await readFacts(log, 'x'));
      expect(facts.map(({ seq }) => seq)).toEqual(Array.from({ length: 2_001 }, (_, n) => n + 1));
    });

    it('[S1] reads the facts after a number, so many at most, and is damaged where that one is gone', async () => {
      await log.transact('x', 0, () => [opened, opened, opened, closed]);
      const seqsAfter = async (seq: number, limit: number): Promise<number[]> =>
        valueOf(await log.read('x', seq, limit)).map((fact) => fact.seq);
      expect(await seqsAfter(1, 2)).toEqual([2, 3]);
      expect(await seqsAfter(3, 2)).toEqual([4]);
      expect(await seqsAfter(4, 2)).toEqual([]);
      expect(await log.read('x', 5, 2)).toMatchObject({ error: { name: 'damaged' } });
    });

    it('[S8] deletes a session whole, and says whether there was one', async () => {
      await log.transact('x', 0, () => [opened]);
      await log.transact('y', 0, () => [opened]);
      expect(valueOf(await log.forget('x'))).toBe('gone');
      expect(valueOf(await log.forget('x'))).toBe('unknown');
      expect(valueOf(await readFacts(log, 'x'))).toEqual([]);
      expect(valueOf(await readFacts(log, 'y'))).toHaveLength(1);
    });

    it('[V1] finds nothing damaged in what it keeps', async () => {
      await log.transact('x', 0, () => [opened, closed]);
      expect(valueOf(await log.survey())).toEqual([]);
    });

    it('is ready to record facts', async () => {
      expect((await log.check()).ok).toBe(true);
    });
  });
}
