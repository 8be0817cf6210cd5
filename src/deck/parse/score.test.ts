import { describe, expect, it } from 'vitest';
import { compileDeck } from '../compile-deck.ts';
import { phoneHtml } from '../phone-html.ts';

const BOARD = '\n---\n\n```board\nfirst: 3\n```\n';

function compile(front: string, slides = '# Points\n') {
  return compileDeck('x', [{ file: 'x.md', text: `---\n${front}\n---\n\n${slides}` }]);
}

function mistakes(front: string, slides?: string): string[] {
  return compile(front, slides).problems.map(({ line, message }) => `${line}: ${message}`);
}

const quiz = (more: string, type = 'quiz', right = 'answer: 1') =>
  `# Points\n\n---\n\n\`\`\`${type}\nid: one\nquestion: One?\noptions: [A, B]\n${right}\n${more}\n\`\`\`\n`;

describe('[S90] the front matter of a deck with points', () => {
  it('says that answers give them, for speed, with names and teams', () => {
    const plain = { speed: false, names: 'none', teams: [], deal: false };
    expect(compile('score: true').deck?.score).toEqual(plain);
    expect(compile('score: false').deck).not.toHaveProperty('score');
    expect(compile('title: x').deck).not.toHaveProperty('score');
    const all = 'score: {speed: true, names: made-up, teams: [North, South], deal: true}';
    expect(compile(all).deck?.score).toEqual({
      ...{ speed: true, names: 'made-up', teams: ['North', 'South'], deal: true },
    });
  });

  it.each([
    ['score: 7', '"score" must be a mapping of speed, names, teams, deal'],
    ['score: {sped: true}', 'did you mean "speed"?'],
    ['score: {speed: 2}', '"speed" must be true or false'],
    ['score: {names: real}', '"names" must be none, made-up, chosen'],
    ['score: {teams: [North]}', 'needs 2 to 8 entries'],
    ['score: {teams: [North, north ]}', null],
    ['score: {teams: [North, North]}', 'appears twice'],
    [`score: {teams: [A, ${'B'.repeat(31)}]}`, 'at most 30 characters'],
    ['score: {deal: true}', '"deal" needs "teams"'],
  ])('is told of what cannot be: %s', (front, message) => {
    const found = mistakes(front);
    expect(found).toHaveLength(message === null ? 0 : 1);
    expect(found.join()).toContain(message ?? '');
  });

  it('gives the deck another hash, and leaves that of a deck without points as it was', () => {
    const hashes = ['title: x', 'score: true', 'score: {speed: true}'].map(
      (front) => compile(front).deck?.publicHash,
    );
    expect(new Set(hashes).size).toBe(3);
  });
});

describe('[S90] the points of a question', () => {
  it('are another weight and no other wording', () => {
    const [usual, more] = ['points: 100', 'points: 250'].map(
      (line) => compile('score: true', quiz(line)).deck,
    );
    expect(usual?.activities[0]).not.toHaveProperty('points');
    expect(more?.activities[0]?.points).toBe(250);
    expect(more?.activities[0]?.hash).toBe(usual?.activities[0]?.hash);
    expect(more?.hash).not.toBe(usual?.hash);
  });

  it.each([
    ['"points" must be a whole number from 0 to 1000', quiz('points: 1001')],
    ['"points" must be a whole number from 0 to 1000', quiz('points: -1')],
    ['"points" is not an option here', quiz('points: 5', 'poll', '')],
    [
      '"points" needs a correct answer',
      quiz('points: 5', 'highlight', 'lines: [A, B]').replace('options: [A, B]\n', ''),
    ],
  ])('are a mistake where they cannot be given: %s', (message, slides) => {
    expect(mistakes('score: true', slides).join()).toContain(message);
  });
});

describe('[S94] a board', () => {
  it('is a part of its slide, beside a question or without one', () => {
    const { deck, problems } = compile('score: true', quiz('') + '\n```board\n```\n' + BOARD);
    expect(problems).toEqual([]);
    expect(deck?.slides.map(({ board, activity }) => [board, activity])).toEqual([
      [undefined, null],
      [5, 'one'],
      [3, null],
    ]);
    expect(deck?.activities).toHaveLength(1);
    expect(deck?.slides[2]?.html).toBe('<div class="activity" data-board="3"></div>');
  });

  it('is not in the text of a slide for phones', () => {
    expect(phoneHtml('<p>So far</p><div data-board="3"></div>', -1)).toBe('<p>So far</p>');
  });

  it.each([
    ['title: x', BOARD, 'write "score: true"'],
    ['score: true', BOARD.replace('3', '21'), '"first" must be a whole number from 1 to 20'],
    ['score: true', BOARD.replace('first', 'firs'), 'did you mean "first"?'],
    ['score: true', BOARD + BOARD.replace('---', ''), 'A slide has one board'],
    ['score: true', '\nNote:\n' + BOARD.replace('---', ''), 'cannot be in the speaker notes'],
  ])('is a mistake where it cannot be: %s %j', (front, slides, message) => {
    expect(mistakes(front, `# Points\n${slides}`).join()).toContain(message);
  });
});
