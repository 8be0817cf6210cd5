import { expect, it } from 'vitest';
import { codeTyped } from './typed-code.ts';

it.each([
  '151473',
  '151 473',
  ' 151-473 ',
  '151.473',
  '١٥١٤٧٣',
  '/j/151 473',
  '/j/151-473',
  'http://192.0.2.2:3000/j/151473',
  'https://plenary.example/j/151%20473?from=mail#mine',
  'https://plenary.example/s/151473/stage',
  'plenary.example/151473/',
  '192.0.2.2:3000/151473',
])('the code 151473 is read from %j', (typed) => {
  expect(codeTyped(typed)).toBe('151473');
});

it.each(['', 'code', '12', 'http://192.0.2.2:3000/'])('no code is read from %j', (typed) => {
  expect(codeTyped(typed)).not.toHaveLength(6);
});
