import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { smallDeck } from '../../test/fixtures/small-deck.ts';
import { JoinedConnection } from '../../test/fixtures/joined-connection.ts';
import { yes } from '../../test/fixtures/pure-session.ts';
import { replay } from '../../src/session/evolve.ts';
import { memoryLog } from '../storage/memory-log.ts';
import { LiveSession } from './live-session.ts';
import { Presence } from './presence.ts';
import { Publisher } from './publisher.ts';
import { BUSY } from '../../test/integration/busy.ts';
import { readFacts } from '../storage/read-facts.ts';

const CODE = '123456';
const STAGES = 2_000;
const WRITE_MS = 0.05;

function slowStage(isPresenter: boolean): JoinedConnection {
  return JoinedConnection.as({ role: 'stage', isPresenter }, () => {
    const until = performance.now() + WRITE_MS;
    while (performance.now() < until);
  });
}

let session: LiveSession;
let presence: Presence;
let publisher: Publisher;
let stages: readonly JoinedConnection[];
let projector: JoinedConnection;
beforeEach(async () => {
  const log = memoryLog(() => 0);
  await log.transact(CODE, 0, () => [
    { type: 'session:started', code: CODE, secret: 's', deck: smallDeck },
    { type: 'activity:opened', activity: 'tea' },
  ]);
  const facts = await readFacts(log, CODE);
  const state = facts.ok ? replay(facts.value) : null;
  if (state === null) throw new Error('no session');
  session = new LiveSession(state, log);
  presence = new Presence();
  publisher = new Publisher(presence, session);
  stages = Array.from({ length: STAGES }, () => slowStage(false));
  projector = slowStage(true);
  for (const stage of [...stages, projector]) presence.enter(stage, stage.identity);
});
afterEach(() => publisher.stop());

const sentAtOnce = (): number => stages.filter(({ sent }) => sent.length > 0).length;

describe('[A19] two thousand stages without the key', () => {
  it.each([
    [
      'a tally',
      () =>
        session.dispatch({
          ...{ type: 'answer:give', attendee: 'a', activity: 'tea', id: 'an-answer' },
          ...{ hash: null, round: null, answer: yes },
        }),
    ],
    ['a slide', () => session.dispatch({ type: 'slide:show', position: { h: 1, v: 0, f: -1 } })],
    [
      'a new deck',
      () => session.dispatch({ type: 'deck:revise', deck: { ...smallDeck, hash: 'x' } }),
    ],
    ['the number of those who are here', () => publisher.presenceChanged()],
  ] as const)('are written to in slices when they are told of %s', async (_, change) => {
    await change();
    await vi.waitUntil(() => sentAtOnce() > 0, BUSY);
    expect(sentAtOnce()).toBeLessThan(STAGES / 4);
    expect(projector.sent).not.toEqual([]);
    const last = stages.at(-1);
    await vi.waitUntil(() => last?.sent.length === stages[0]?.sent.length, { timeout: 25_000 });
    for (const { sent } of stages) expect(sent).toEqual(stages[0]?.sent);
  });

  it('are sent a deck that was encoded once', () => {
    expect(publisher.unauthenticatedDeck().frame).toBe(publisher.unauthenticatedDeck().frame);
  });
});
