import { describe, expect, it } from 'vitest';
import { deckOf, problemsOf, slideOf } from '../render/compile-text.ts';

const deck = (...options: string[]) => `---\n${options.join('\n')}\n---\n\n# a`;

describe('options as authors of other tools write them', () => {
  it('are left out if they have no value', () => {
    const text = deck(
      'title:',
      'lang:',
      'layout: ~',
      "class: ''",
      'minutes:',
      'keep:',
      'separator:',
    );
    expect(problemsOf(text)).toEqual([]);
    expect(deckOf(text)).toMatchObject({ title: 'a', lang: 'en' });
  });

  it.each([
    ['ja_JP', 'ja-JP'],
    ['ja_JP.UTF-8', 'ja-JP'],
    ['zh_Hans_CN', 'zh-Hans-CN'],
    ['de_DE@euro', 'de-DE'],
    ['EN-gb', 'en-GB'],
  ])('may name the language as %s', (written, lang) => {
    expect(deckOf(deck(`lang: ${written}`)).lang).toBe(lang);
  });

  it.each(['[big, bold]', '["big bold"]', '\n  - big\n  - bold', 'big bold', 'big, bold'])(
    'may name classes as %s',
    (written) => {
      expect(slideOf(deck(`class: ${written}`)).attributes['class']).toBe(
        'layout-default big bold',
      );
    },
  );

  it('may have numbers in quotes, and yes and no', () => {
    const text = deck("minutes: '1.5'", 'accent: "3"', 'keep: yes');
    expect(slideOf(text)).toMatchObject({ minutes: 1.5, keep: true });
    expect(slideOf(text).attributes['class']).toContain('accent-3');
    expect(slideOf(deck('keep: Off')).keep).toBe(false);
    expect(problemsOf(deck('keep: perhaps'))).toHaveLength(1);
  });
});
