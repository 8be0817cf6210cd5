import { describe, expect, it } from 'vitest';
import { memory } from '../../../test/fixtures/device-storage.ts';
import { Outbox, type Outgoing } from './outbox.ts';

const answer = (activity: string, id: string): Outgoing => ({
  activity,
  id,
  hash: 'h',
  round: 1,
  answer: { choices: [0] },
});

describe('the outbox', () => {
  it('[R2] keeps answers for the next page', () => {
    const storage = memory();
    new Outbox(storage, 'k').put(answer('tea', '1'));
    expect(new Outbox(storage, 'k').all()).toEqual([answer('tea', '1')]);
  });

  it('holds the latest answer to each question', () => {
    const outbox = new Outbox(memory(), 'k');
    outbox.put(answer('tea', '1'));
    outbox.put(answer('milk', '2'));
    outbox.put(answer('tea', '3'));
    expect(outbox.all().map(({ id }) => id)).toEqual(['3', '2']);
  });

  it('[R2] drops settled answers, for the next page too', () => {
    const storage = memory();
    const outbox = new Outbox(storage, 'k');
    outbox.put(answer('tea', '1'));
    outbox.settle(answer('tea', '1'));
    expect(outbox.all()).toEqual([]);
    expect(new Outbox(storage, 'k').all()).toEqual([]);
  });

  it('leaves nothing on the device once it is empty or cleared', () => {
    const storage = memory();
    const outbox = new Outbox(storage, 'k');
    outbox.put(answer('tea', '1'));
    outbox.settle(answer('tea', '1'));
    expect(storage.read('k')).toBeNull();
    outbox.put(answer('milk', '2'));
    outbox.clear();
    outbox.settle(answer('milk', '2'));
    expect([storage.read('k'), outbox.all()]).toEqual([null, []]);
  });

  it('[R2] keeps a later answer when an earlier one is settled', () => {
    const outbox = new Outbox(memory(), 'k');
    outbox.put(answer('tea', '1'));
    outbox.put(answer('tea', '2'));
    outbox.settle(answer('tea', '1'));
    expect(outbox.all().map(({ id }) => id)).toEqual(['2']);
  });

  it('[R2] leaves on the device what another tab of the same phone keeps there', () => {
    const storage = memory();
    const [one, other] = [new Outbox(storage, 'k'), new Outbox(storage, 'k')];
    one.put(answer('tea', '1'));
    other.put(answer('milk', '2'));
    other.put(answer('tea', '3'));
    one.settle(answer('tea', '1'));
    expect(one.all()).toEqual([]);
    const kept = new Outbox(storage, 'k').all().map(({ id }) => id);
    expect(kept).toEqual(['3', '2']);
  });

  it.each(['', '{', 'null', '{"a":1}', '[1,null,{"activity":7}]'])(
    'starts empty if the stored text is %j',
    (text) => {
      const storage = memory();
      storage.write('k', text);
      expect(new Outbox(storage, 'k').all()).toEqual([]);
    },
  );
});
