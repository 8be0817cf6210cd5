import { describe, expect, it } from 'vitest';
import { readSessionCode } from './session-code.ts';

describe('a session code', () => {
  it.each(['151473', '151-473', '151 473.', '\u200B151473\u200E', '١٥١٤٧٣', '１５１４７３'])(
    'is read from %j',
    (text) => expect(readSessionCode(text)).toBe('151473'),
  );

  it.each(['', '12', '1514733', 'icon-151473.svg', '151473a'])('is not read from %j', (text) =>
    expect(readSessionCode(text)).toBeNull(),
  );
});
