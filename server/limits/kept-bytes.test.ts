import { describe, expect, it, vi } from 'vitest';
import { KeptBytes } from './kept-bytes.ts';

const keeper = () => ({ end: vi.fn<() => void>() });

describe('[A7] the bytes that are kept for connections', () => {
  it('are as many as they may be: past that the connection with most of them goes', () => {
    const kept = new KeptBytes(1_000);
    const [phone, flooder, other] = [keeper(), keeper(), keeper()];
    kept.set(other, 300);
    kept.set(flooder, 600);
    kept.set(phone, 100);
    expect(flooder.end).not.toHaveBeenCalled();
    kept.set(phone, 120);
    expect(flooder.end).toHaveBeenCalledOnce();
    expect(other.end).not.toHaveBeenCalled();
    expect(phone.end).not.toHaveBeenCalled();
    expect(kept.sum).toBe(420);
  });

  it('count no more once they were handled', () => {
    const kept = new KeptBytes(1_000);
    const phones = Array.from({ length: 50 }, keeper);
    for (const phone of phones) {
      kept.set(phone, 900);
      kept.set(phone, 0);
    }
    expect(kept.sum).toBe(0);
    expect(phones.filter(({ end }) => end.mock.calls.length > 0)).toEqual([]);
  });
});
