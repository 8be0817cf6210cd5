import { describe, expect, it } from 'vitest';
import { problemsOf } from './compile-text.ts';

describe('[S31] a link whose label is defined nowhere', () => {
  it('gives one warning, at its line, that says what is missing', () => {
    expect(problemsOf('# a\n\nRead\n[one][a], please')).toEqual([
      'warning 4: "[one][a]" is shown as it is: this slide has no line "[a]: …"',
    ]);
    expect(
      problemsOf('- [one two][the report]\n- ![boats][b]\n\n---\n\n| [one][c] |\n| --- |'),
    ).toEqual([
      'warning 1: "[one two][the report]" is shown as it is: this slide has no line "[the report]: …" (3 times: also lines 2, 6)',
    ]);
    expect(problemsOf('# a\n\nNote: [one][a]')).toHaveLength(1);
    expect(problemsOf('a[^x]\n\n[^x]: [one][a]')).toHaveLength(1);
  });

  it('is none if it is defined anywhere on the slide', () => {
    expect(problemsOf('[one][a]\n\nNote: b\n\n[a]: https://b.c')).toEqual([]);
    expect(problemsOf('[one][A]\n\n[a]: https://b.c')).toEqual([]);
  });

  it('is none in code, behind a name, or where brackets mean something else', () => {
    for (const text of [
      '`[one][a]`',
      '```\n[one][a]\n```',
      '<p><code>[one][a]</code></p>',
      '<kbd>[one][a]</kbd>',
      'matrix[row][column] and f(x)[row][column]',
      '[one] and [x], [ab] [cd]',
      '$f[ab][cd]$',
      '[1][2] and [12][a]',
      '[one][a][b]',
      '\\[one\\]\\[a\\]',
      '[one][]',
      '- [x] done',
    ]) {
      expect(problemsOf(text), text).toEqual([]);
    }
  });
});
