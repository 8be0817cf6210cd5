import { expect, it } from 'vitest';
import { VariableNames } from './variable-names.ts';

it.each([
  ['closest-case', 'closest_case'],
  ['3-things', 'q_3_things'],
  ['with', 'q_with'],
  ['a'.repeat(64), 'a'.repeat(56)],
])('[X22] makes a name that SPSS, R and pandas take: %s', (id, name) => {
  expect(new VariableNames().unique(id)).toBe(name);
});

it('[X22] gives no name twice', () => {
  const names = new VariableNames();
  const given = ['tea-1', 'tea_1', 'a'.repeat(60), 'a'.repeat(61), 'tea-1'].map((id) =>
    names.unique(id),
  );
  expect(new Set(given).size).toBe(given.length);
  for (const name of given) expect(name).toMatch(/^[a-z][a-z0-9_]{0,63}$/);
});
