import { expect, it } from 'vitest';
import { digitsOf } from './digits.ts';

it.each([
  ['151 473', '151473'],
  ['151-473.', '151473'],
  ['１５１４７３', '151473'],
  ['١٥١٤٧٣', '151473'],
  ['۱۵۱۴۷۳', '151473'],
  ['१५१४७३', '151473'],
  ['\u{1D7CF}\u{1D7D3}\u{1D7CF}\u{1D7D2}\u{1D7D5}\u{1D7D1}', '151473'],
  ['\u{200E}151\u{200B}473', '151473'],
  ['0٠０', '000'],
  ['²Ⅷ', ''],
  ['', ''],
])('reads the digits of %j', (text, digits) => {
  expect(digitsOf(text)).toBe(digits);
});
