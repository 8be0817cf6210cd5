import { describe, expect, it } from 'vitest';
import { give, stateOf, until, attendeeOf } from '../network/phones.ts';
import { phonesFixture } from '../network/phones-fixture.ts';

const [YES, NO] = [0, 1];

const fixture = phonesFixture();

/** A session at its first question, and the phones in it. */
async function startSession(count: number) {
  const { code } = await fixture.startSession();
  return { code, crowd: await fixture.phones.joinAll(code, count) };
}

describe('a crowd of a hundred phones', () => {
  it('[R3] does not reconnect to a server that is only slow to answer', async () => {
    const { code, crowd } = await startSession(100);
    fixture.network.vanish();
    for (const phone of crowd) give(phone, 'tea', YES);
    await until(() => crowd.every((phone) => stateOf(phone, 'tea').is === 'kept'));
    fixture.network.comeBack('goes on');
    await until(() => crowd.every((phone) => stateOf(phone, 'tea').is === 'recorded'));
    expect(fixture.network.webSockets).toBe(100);
    expect(await fixture.exported(code)).toHaveLength(100);
  });

  it('[V1] [V2] [X1] has every answer counted once at 300 ms, with loss and with cuts', async () => {
    fixture.network.become({ latency: 300, loss: 0.05, cut: 0.01 });
    const { code, crowd } = await startSession(100);
    for (const round of [0, 1, 2]) {
      const choices = crowd.map((_, place) => ((place + round) % 3 === 0 ? NO : YES));
      for (const [place, phone] of crowd.entries()) give(phone, 'tea', choices[place] ?? YES);
      await until(() => crowd.every((phone) => stateOf(phone, 'tea').is === 'recorded'));
      const rows = await fixture.exported(code);
      expect(rows).toHaveLength(100);
      const counted = new Map(rows);
      const given = choices.map((choice) => (choice === NO ? 'No' : 'Yes'));
      expect(crowd.map((phone) => counted.get(attendeeOf(phone)))).toEqual(given);
    }
    expect(fixture.network.cuts).toBeGreaterThan(3);
  });
});

describe('a phone that changed its network', () => {
  it('[V2] [V4] keeps its new answer when the old network delivers an earlier one late', async () => {
    const { code, crowd } = await startSession(1);
    const [phone] = crowd;
    if (phone === undefined) throw new Error('no phone');
    const old = fixture.network.moveTo('192.0.2.77');
    give(phone, 'tea', NO);
    await until(() => stateOf(phone, 'tea').is === 'kept');
    // Changed before the first one had arrived: it is still on its way in the old network.
    give(phone, 'tea', YES);
    await until(() => stateOf(phone, 'tea').is === 'recorded');
    old.send();
    await until(() => old.areGone());
    expect(await fixture.exported(code)).toEqual([[attendeeOf(phone), 'Yes']]);
    expect(stateOf(phone, 'tea')).toEqual({
      is: 'recorded',
      answer: { choices: [YES], other: null },
    });
  });
});
