import { describe, expect, it } from 'vitest';
import type { AttendeeSnapshot } from '../../src/session/views.ts';
import type { Client } from './client.ts';
import {
  QUESTION,
  RIGHT,
  ScoredSessions,
  refused,
  reveal,
  scoreOf,
  shown,
} from './scored-sessions.ts';

const sessions = new ScoredSessions();

describe('[S91] speed', () => {
  async function playing() {
    const { code, presenter } = await sessions.open('{speed: true}');
    const phone = await sessions.join(code);
    await presenter.show(QUESTION);
    await phone.until<AttendeeSnapshot>('session:state', ({ here }) => here === 'capital');
    return { code, presenter, phone };
  }

  /** The points of an answer, which is given now. */
  async function pointsOf(phone: Client, presenter: Client): Promise<number> {
    await phone.answer('capital', RIGHT);
    await reveal(presenter);
    return (await scoreOf(phone)).points;
  }

  it('counts from when the phone has first shown the question', async () => {
    const { presenter, phone } = await playing();
    sessions.clock += 2_000;
    await shown(phone);
    sessions.clock += 900;
    await shown(phone);
    sessions.clock += 14_100;
    expect(await pointsOf(phone, presenter)).toBe(75);
  });

  it('believes a phone that says so late for 3 s', async () => {
    const { presenter, phone } = await playing();
    sessions.clock += 18_000;
    await shown(phone);
    expect(await pointsOf(phone, presenter)).toBe(75);
  });

  it('counts from the opening where a phone says nothing', async () => {
    const { presenter, phone } = await playing();
    sessions.clock += 15_000;
    expect(await pointsOf(phone, presenter)).toBe(75);
  });

  it('gives nothing to a phone that left and connected again', async () => {
    const { code, presenter, phone } = await playing();
    const token = await phone.token();
    phone.close();
    sessions.clock += 18_000;
    const again = await sessions.join(code, token);
    await shown(again);
    expect(await pointsOf(again, presenter)).toBe(75);
  });

  it('counts from when somebody came who came late', async () => {
    const { code, presenter } = await playing();
    sessions.clock += 25_000;
    const late = await sessions.join(code);
    await late.until('session:state');
    expect(await pointsOf(late, presenter)).toBe(100);
  });

  it('takes no word for a question that is closed, unknown, or of another round', async () => {
    const { presenter, phone } = await playing();
    const say = (activity: string, round: number) =>
      phone.ask('question:shown', { activity, round });
    expect(await say('capital', 2)).toMatchObject(refused('reset'));
    expect(await say('constructor', 1)).toMatchObject(refused('unknown-activity'));
    await presenter.ask('activity:close', { activity: 'capital' });
    expect(await say('capital', 1)).toMatchObject(refused('not-open'));
  });
});
