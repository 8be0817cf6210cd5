import { describe, expect, it } from 'vitest';
import { compileDeck } from '../compile-deck.ts';
import type { CompiledDeck } from '../deck.ts';

const untouched = Object.getOwnPropertyNames(Object.prototype).join();

/** Compiles a deck, and checks that no prototype has changed. */
function compile(text: string): CompiledDeck {
  const compiled = compileDeck('demo', [{ file: 'deck.md', text }]);
  expect(Object.getOwnPropertyNames(Object.prototype).join()).toBe(untouched);
  expect([{}, []].some((one) => 'polluted' in one)).toBe(false);
  return compiled;
}

const fence = (type: string, ...lines: string[]): string =>
  ['# A deck', '', '---', '', `\`\`\`${type}`, ...lines, '```'].join('\n');

const keys = ['__proto__', 'constructor', 'prototype', 'constructor.prototype', 'toString'];

describe('texts that YAML takes for something else', () => {
  it('are read as they are written', () => {
    const options = [
      '3.9',
      '3.10',
      '1.0',
      '007',
      '1e3',
      'true',
      'null',
      '0x10',
      '12345678901234567890',
    ];
    const { deck, problems } = compile(
      fence('poll', 'id: version', 'question: 2.0', `options: [${options.join(', ')}]`),
    );
    expect(problems).toEqual([]);
    expect(deck?.activities[0]).toMatchObject({ question: '2.0', content: { options } });
    expect(compile('---\ntitle: 2.0\n---\n\n# A slide').deck?.title).toBe('2.0');
  });
});

describe('hostile YAML options', () => {
  it.each(keys)('[A8] do not reach a prototype by the key %s', (key) => {
    const front = `---\ntitle: A deck\n${key}: {polluted: yes}\n---\n\n# A slide`;
    expect(JSON.stringify(compile(front))).toBeDefined();
    const { deck, problems } = compile(
      fence('poll', 'id: tea', 'question: Tea?', 'options: [a, b]', `${key}: {polluted: yes}`),
    );
    expect(deck).toBeNull();
    expect(problems.map(({ message }) => message)).toContainEqual(expect.stringContaining(key));
  });

  it.each(keys)('[A8] may contain the text %s', (key) => {
    const { deck } = compile(
      fence(
        'match',
        ...['id: which', `question: ${key}`, 'cases:', `  - name: "${key}"`, '  - name: Other'],
        ...['questions:', '  - ask: What?', '    options:'],
        ...[
          `      - {text: "${key}", points: {"${key}": 3}}`,
          '      - {text: b, points: {Other: 1}}',
        ],
      ),
    );
    expect(deck?.activities[0]?.content).toMatchObject({
      cases: [{ name: key }, { name: 'Other' }],
      questions: [{ options: [{ text: key, points: [3, 0] }, { points: [0, 1] }] }],
    });
  });

  it('[A8] cannot name a question like a member of every object', () => {
    for (const id of ['constructor', '__proto__', 'valueOf', 'toString', 'hasOwnProperty']) {
      const { deck } = compile(fence('poll', `id: ${id}`, 'question: Tea?', 'options: [a, b]'));
      expect(deck).toBeNull();
    }
  });

  it('[A8] gain nothing by a merge key', () => {
    const { deck, problems } = compile(
      fence(
        'poll',
        ...['id: tea', 'question: Tea?', 'options: [a, b]'],
        '<<: {__proto__: {polluted: yes}, constructor: {prototype: {polluted: yes}}}',
      ),
    );
    expect(deck).toBeNull();
    expect(problems.length).toBeGreaterThan(0);
  });

  it('[A7] are refused with a message if aliases double with every line', () => {
    const lines = Array.from({ length: 40 }, (_, at) =>
      at === 0 ? 'a0: &a0 [lol, lol]' : `a${at}: &a${at} [*a${at - 1}, *a${at - 1}, *a${at - 1}]`,
    );
    for (const text of [`---\ntitle: A\n${lines.join('\n')}\n---\n`, fence('poll', ...lines)]) {
      const { deck, problems } = compile(text);
      expect(deck).toBeNull();
      expect(problems.map(({ message }) => message).join()).toContain('too entangled');
    }
  });

  it('[A7] are refused with a message if they contain themselves', () => {
    const { deck, problems } = compile(
      fence('poll', 'id: tea', 'question: Tea?', 'options: &all [a, *all]'),
    );
    expect(deck).toBeNull();
    expect(problems.length).toBeGreaterThan(0);
  });

  it('[A7] are refused with a message if nested too deeply', () => {
    for (const depth of [200, 5_000]) {
      const deep = '['.repeat(depth) + ']'.repeat(depth);
      const { deck, problems } = compile(
        fence('poll', 'id: tea', 'question: Tea?', `options: ${deep}`),
      );
      expect(deck).toBeNull();
      expect(problems.length).toBeGreaterThan(0);
    }
  });
});
