import { describe, expect, it } from 'vitest';
import { compileDeck } from './compile-deck.ts';
import { deckOf, problemsOf, slideOf } from './render/compile-text.ts';

const fence = (...lines: string[]) => ['```poll', ...lines, '```'].join('\n');
const poll = (id: string) => fence(`id: ${id}`, 'question: Which?', 'options: [A, B]');

describe('a question fence', () => {
  it('becomes an activity of the deck, and a placeholder on its slide', () => {
    const deck = deckOf(`# a\n\n${poll('first')}\n\ntext\n\n---\n\n${poll('second')}`);
    expect(deck.activities).toMatchObject([
      { type: 'poll', id: 'first', question: 'Which?', content: { options: ['A', 'B'] } },
      { type: 'poll', id: 'second' },
    ]);
    expect(deck.slides.map(({ activity }) => activity)).toEqual(['first', 'second']);
    expect(deck.slides[1]?.html).toBe(
      '<div class="activity" data-activity="second" data-type="poll"></div>',
    );
    expect(deck.slides[0]?.html).toMatch(/<\/div>\n+<p>text<\/p>$/);
  });

  it('is read in the language of its deck', () => {
    const text = '---\nlang: de\n---\n\n```open-text\nid: a\nquestion: Was?\n```';
    expect(deckOf(text).activities).toMatchObject([{ content: { lang: 'de' } }]);
  });

  it('shows nothing of its content', () => {
    expect(slideOf(poll('first')).html).not.toMatch(/Which|options/);
  });

  it('may have text directly above and below, longer marks, and words after its name', () => {
    const text = `a\n~~~~poll wide\nid: b\nquestion: c\noptions: [d, e]\n~~~~\n*f*`;
    expect(slideOf(text).html).toMatch(/^<p>a<\/p>\n<div [^>]*><\/div>\n+<p><em>f<\/em><\/p>$/);
  });

  it('[V27] keeps a block of code letter for letter, with marks that mean something elsewhere', () => {
    const code = [
      '# first',
      '  - *x* = "{y}"',
      '',
      '<b>&amp;</b>: `z`',
      '---',
      '::right::',
      '1.10',
    ];
    const block = code.map((line) => (line === '' ? '' : `  ${line}`)).join('\n');
    const deck = deckOf(`\`\`\`highlight\nid: a\nquestion: b\ncode: |\n${block}\n\`\`\``);
    expect(deck.activities[0]?.content).toMatchObject({ lines: code });
  });

  it('may be in a list item', () => {
    const text =
      '- a\n\n  ```poll\n  id: b\n  question: c\n  options:\n    - d\n    - e\n  ```\n\n- f';
    const { html, activity } = slideOf(text);
    expect(activity).toBe('b');
    expect(html).toMatch(/<li>[^]*<div class="activity"[^]*<\/li>[^]*<li>/);
    const direct = '- ```poll\n  id: b\n  question: c\n  options: [d, e]\n  ```\n- f';
    expect(slideOf(direct).html).toMatch(/<li><div class="activity"/);
  });

  it('is text inside a longer fence', () => {
    expect(slideOf(`\`\`\`\`md\n${poll('a')}\n\`\`\`\``)).toMatchObject({ activity: null });
  });
});

describe('a mistake in a question', () => {
  it('is reported at the line of the option', () => {
    const text = `# a\n\n${fence('id: b', 'question: c', 'options:', '  - d', '  - d', 'colour: red')}`;
    expect(problemsOf(text)).toEqual([
      'error 8: "d" appears twice in "options"',
      expect.stringMatching(/^error 9: "colour" is not an option here/),
    ]);
  });

  it('is reported at the line of the fence if an option is missing', () => {
    expect(problemsOf(`# a\n\n${fence('id: b')}`)).toEqual([
      'error 3: "question" is missing',
      'error 3: "options" must be a list of at least 2',
    ]);
    const empty = 'error 3: A question needs its options here, one a line: "id: …", "question: …"';
    for (const content of ['', 'just text', '- a\n- b', '# a comment']) {
      expect(problemsOf(`# a\n\n${fence(content)}`)).toEqual([empty]);
    }
  });

  it('is reported at the line of its key, however deep', () => {
    const text =
      '```rating\nid: a\nquestion: b\nscale:\n  1: c\n  2: [d]\nrows:\n  - label: e\n    asks: f\n```';
    expect(problemsOf(text)).toEqual([
      'error 6: "scale", "2" must be a text',
      'error 9: "asks" is not an option here; did you mean "ask"?',
    ]);
  });

  it('is explained for every kind of YAML error', () => {
    const slips = {
      'question: *Why* now?':
        'A text that starts with * means something else in YAML: put the text into quotes',
      'question: *why':
        'A text that starts with * means something else in YAML: put the text into quotes',
      'question: @home or not':
        'A text that starts with @ means something else in YAML: put the text into quotes',
      'question: !now':
        'A text that starts with ! means something else in YAML: put the text into quotes',
      'question: "Why" now?':
        'Something follows what YAML reads as the end of a value: put the whole text into quotes',
      'question:Why': 'A line must read `key: value`, with a space after the colon',
      '\tquestion: Why': 'Indent with spaces, not with tabs',
      'id: again': '"id" appears twice',
      '---': 'A line of --- cannot be among options',
    };
    for (const [slip, words] of Object.entries(slips)) {
      const problems = problemsOf(fence('options: [A, B]', 'id: a', slip));
      expect(problems).toContain(`error 4: ${words}`);
    }
  });

  it('is not a colon in a text, which YAML alone cannot read', () => {
    const text = fence(
      'id: a',
      'question: Tell me: now: or at 10:30?',
      'options:',
      '- No: never',
      '- b: c: d',
    );
    expect(problemsOf(text)).toEqual([]);
    expect(deckOf(text).activities[0]).toMatchObject({
      question: 'Tell me: now: or at 10:30?',
      content: { options: ['No: never', 'b: c: d'] },
    });
    expect(problemsOf(fence('id: a', 'question: b', 'options: [A, { b: c }]'))).toEqual([
      'error 4: "options", entry 2 must be a text',
    ]);
  });

  it('is a # in a text, which YAML takes for a comment', () => {
    expect(problemsOf(fence('id: a', 'question: Are we #1 now?', 'options: [A, B] # two'))).toEqual(
      [
        'warning 3: "#1 now?" is left out, as a comment: to show it, put the whole text into quotes',
      ],
    );
  });

  it('is reported once for each line, even if the parser has several errors for it', () => {
    expect(problemsOf(fence('id: a', 'question: b', 'options: [A, B'))).toHaveLength(1);
    expect(problemsOf(fence('id: a', 'question: "b', 'options: [A, B]'))).toEqual([
      'error 4: A quote, a bracket or a comma is missing, here or in the lines above',
    ]);
    expect(problemsOf(fence('options:', '  - A', '  - B', ' id: a', 'question: b'))).toEqual([
      'error 5: This does not fit the lines above: is it indented wrongly, or is a bracket left open?',
    ]);
  });

  it('is reported for all questions of a deck at once', () => {
    expect(problemsOf(`${fence('id: a')}\n\n---\n\n${fence('id: b')}`)).toHaveLength(4);
  });
});

describe('the id of a question', () => {
  it('is unique in its file', () => {
    expect(problemsOf(`${poll('a')}\n\n---\n\n${poll('a')}`)).toEqual([
      'error 10: The id "a" belongs to another question already (line 2)',
    ]);
  });

  it('is unique in all files of a deck', () => {
    const { problems } = compileDeck('demo', [
      { file: '1.md', text: poll('a') },
      { file: '2.md', text: `# a\n\n${poll('a')}` },
    ]);
    expect(problems).toMatchObject([
      {
        file: '2.md',
        line: 4,
        message: 'The id "a" belongs to another question already (1.md, line 2)',
      },
    ]);
  });
});

describe('a slide with questions', () => {
  it('has at most one', () => {
    expect(problemsOf(`${poll('a')}\n\n${poll('b')}`)).toEqual([
      'error 7: A slide has one question, and this one already has the question in line 1: split the slide with a line of ---',
    ]);
  });
});

describe('a misspelt activity type', () => {
  it('is an error, because the question would be shown as code', () => {
    for (const name of ['pol', 'polls', 'Poll']) {
      expect(problemsOf(poll('a').replace('poll', name))).toEqual([
        `error 1: There is no kind of question "${name}"; did you mean "poll"?`,
      ]);
    }
  });

  it('is an error in a list item as well', () => {
    const text = poll('a').replace('poll', 'pol').replaceAll('\n', '\n  ');
    expect(problemsOf(`- b\n\n  ${text}`)).toHaveLength(1);
  });

  it('is a warning if it is like no known type, but the fence has an id and a question', () => {
    expect(problemsOf(poll('a').replace('poll', 'survey-of-room'))).toEqual([
      expect.stringMatching(
        /^warning 1: "survey-of-room" is shown as code; the kinds of question are poll, /,
      ),
    ]);
  });

  it('is no problem in a fence that contains code', () => {
    expect(problemsOf('```yaml\nid: a\nquestion: b\n```')).toEqual([]);
    expect(problemsOf('```pol\nwhatever\n```')).toEqual([
      'warning 1: Code is not coloured in "pol", which is no language here; did you mean "poll"?',
    ]);
    expect(problemsOf('```\nid: a\nquestion: b\n```')).toEqual([]);
  });
});

describe('hostile YAML', () => {
  it('does not expand without limit', () => {
    const names = 'abcdefgh'.split('');
    const bomb = names.map((name, index) => {
      const before = names[index - 1];
      return `${name}: &${name} [${Array(9)
        .fill(before === undefined ? 'x' : `*${before}`)
        .join(',')}]`;
    });
    expect(problemsOf(fence(...bomb))).toEqual([
      expect.stringMatching(/^error 1: These options are too entangled to be read: /),
    ]);
    expect(problemsOf(fence(`id: ${'['.repeat(20_000)}`)).length).toBeGreaterThan(0);
  });

  it('does not change a prototype', () => {
    const text = fence(
      '__proto__: {polluted: yes}',
      'constructor: {prototype: {polluted: yes}}',
      'id: a',
      'question: b',
      'options: [A, B]',
    );
    expect(problemsOf(text)).toEqual([
      expect.stringMatching(/^error 2: "__proto__" is not an option here/),
      expect.stringMatching(/^error 3: "constructor" is not an option here/),
    ]);
    expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false);
    expect(
      problemsOf(fence('__proto__:', '  id: a', '  question: b', '  options: [A, B]')),
    ).toContain('error 1: "id" is missing');
  });
});
