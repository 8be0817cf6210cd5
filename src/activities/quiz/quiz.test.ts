import { describe, expect, it } from 'vitest';
import type { ShowOptions } from '../contract.ts';
import { readActivity } from '../read-activity.ts';
import { activityType } from '../registry.ts';
import { quiz, type QuizAnswer, type QuizContent } from './quiz.ts';

const CAPITAL = {
  id: 'capital',
  question: 'What is the capital of Australia?',
  options: ['Sydney', 'Canberra', 'Perth'],
  answer: 2,
};
const WHY = { explain: 'It was built to be.', source: 'Public: the constitution, 1900' };

describe('reading a quiz', () => {
  it('has one right option where a place is given, counted from 1', () => {
    expect(contentOf({})).toEqual({
      options: CAPITAL.options,
      several: false,
      right: [1],
      explain: '',
      source: '',
    });
  });

  it('lets an attendee choose several where a list is given, though only one may be right', () => {
    expect(contentOf({ answer: [3, 1] })).toMatchObject({ right: [0, 2], several: true });
    expect(contentOf({ answer: [2] })).toMatchObject({ right: [1], several: true });
  });

  it('keeps its explanation and its source', () => {
    expect(contentOf(WHY)).toMatchObject(WHY);
  });

  it('shows no tally before the console reveals it, and then from the first answer on', () => {
    expect(read({}).activity.settings).toMatchObject({ results: 'revealed', minAnswers: 1 });
  });

  it('takes eight options, and no more', () => {
    const options = Array.from({ length: 9 }, (_, index) => `Option ${index}`);
    expect(problemsOf({ options: options.slice(1) })).toEqual([]);
    expect(problemsOf({ options })).toEqual(['"options" needs 2 to 8 entries, and has 9']);
  });

  const place =
    '"answer" must be the place of the right option, from 1 to 3, or a list of such places, each once';
  it.each([
    ['no answer', { answer: undefined }, '"answer" is missing'],
    ['the answer as a text', { answer: 'Canberra' }, place],
    ['a place before the first', { answer: 0 }, place],
    ['a place behind the last', { answer: 4 }, place],
    ['half a place', { answer: 1.5 }, place],
    ['an empty list', { answer: [] }, place],
    ['a place twice', { answer: [1, 1] }, place],
    ['a list with a place behind the last', { answer: [1, 4] }, place],
    ['one option', { options: ['Sydney'] }, '"options" needs 2 to 8 entries, and has 1'],
    ['an option twice', { options: ['Perth', 'Perth'] }, '"Perth" appears twice in "options"'],
    ['an explanation that is no text', { explain: ['No'] }, '"explain" must be a text'],
    ['an empty source', { source: ' ' }, '"source" must be a text'],
    ['a slip', { explian: 'x' }, '"explian" is not an option here; did you mean "explain"?'],
  ])('says what is wrong: %s', (_, options, problem) => {
    expect(problemsOf(options)).toContain(problem);
  });

  it('says all that is wrong at once', () => {
    expect(problemsOf({ options: ['Perth', 'Perth'], answer: 9, source: 7, explain: {} })).toEqual([
      '"Perth" appears twice in "options"',
      expect.stringMatching(/^"answer" must be the place/),
      '"explain" must be a text',
    ]);
  });
});

describe('the public content of a quiz', () => {
  it('is the options, and whether to look for several', () => {
    expect(quiz.publicContent(contentOf(WHY))).toEqual({
      options: CAPITAL.options,
      several: false,
    });
  });

  it('[A12] is the same whatever is right: neither content nor hash tells it, nor how many there are', () => {
    const asked = [[1], [2, 3], [1, 2, 3]].map((key) => {
      const { activity } = read({ answer: key, explain: `It is ${key.join()}` });
      return { hash: activity.hash, content: quiz.publicContent(contentOf({ answer: key })) };
    });
    expect(asked[1]).toEqual(asked[0]);
    expect(asked[2]).toEqual(asked[0]);
  });
});

describe('an answer to a quiz', () => {
  it('names an option by its place in the deck, so that a shuffled phone changes nothing', () => {
    expect(answer({}, { choices: [2] })).toEqual({ choices: [2] });
  });

  it('lists several in the order of the deck, whatever the order of the taps', () => {
    expect(answer({ answer: [1, 2] }, { choices: [2, 0] })).toEqual({ choices: [0, 2] });
  });

  it.each([
    ['nothing', {}, [], 'Choose at least one option.'],
    ['nothing of several', { answer: [1, 2] }, [], 'Choose at least one option.'],
    ['two where one is right', {}, [0, 1], 'Choose one option only.'],
    ['an option that is not there', {}, [3], 'The answer must name options of this question.'],
  ])('is refused with a sentence: %s', (_, options, choices, reason) => {
    expect(answer(options, { choices })).toBe(reason);
  });

  it('is right with exactly the right options, and wrong with any other set of them', () => {
    expect(verdicts({}, [[0], [1], [2]])).toEqual([false, true, false]);
    expect(verdicts({ answer: [1, 3] }, [[0], [2], [0, 2], [0, 1, 2], [1]])).toEqual([
      false,
      false,
      true,
      false,
      false,
    ]);
  });
});

describe('the tally of a quiz', () => {
  const content = contentOf({ answer: [1, 2] });
  const answers = [chose(0, 1), chose(0), chose(1), chose(0, 1), chose(2)];

  it('counts attendees for each option', () => {
    expect(show(content, answers)).toMatchObject({ answers: 5, counts: [3, 3, 1] });
  });

  it('[P4] tells nobody how many are right before the correct answer is revealed, the presenter neither', () => {
    for (const audience of ['room', 'presenter'] as const) {
      expect(show(content, answers, { audience })).toMatchObject({ right: null });
    }
  });

  it('tells how many are right once it is shown', () => {
    expect(show(content, answers, { answerRevealed: true })).toMatchObject({
      answers: 5,
      right: 2,
    });
  });

  it('is no longer right with an attendee who has changed their mind', () => {
    const tally = quiz.emptyTally(content);
    quiz.count(tally, chose(0, 1), 1, 'ann');
    quiz.count(tally, chose(0, 1), -1, 'ann');
    quiz.count(tally, chose(0), 1, 'ann');
    expect(quiz.show(tally, content, showOptions({ answerRevealed: true }))).toMatchObject({
      right: 0,
    });
  });
});

describe('a correct answer that is edited during the talk', () => {
  it('makes no other question, and judges the answers that are there by what it says now', () => {
    const [wrong, edited] = [contentOf({ answer: [1, 2] }), contentOf({ answer: [1] })];
    const tally = quiz.emptyTally(wrong);
    for (const given of [chose(0), chose(0, 1), chose(0)]) quiz.count(tally, given, 1, 'ann');
    expect(quiz.show(tally, edited, showOptions({ answerRevealed: true }))).toMatchObject({
      right: 2,
    });
    expect(quiz.isCorrect(edited, chose(0))).toBe(true);
    expect(read({ answer: [1] }).activity.hash).toBe(read({ answer: [1, 2] }).activity.hash);
  });
});

describe('the correct answer of a quiz', () => {
  it('is the correct options with their explanation', () => {
    expect(quiz.correctAnswer(contentOf({ ...WHY, answer: [1, 3] }))).toEqual({
      right: [0, 2],
      ...WHY,
    });
  });
});

describe('the export of a quiz', () => {
  it('gives the place and the words of the one choice', () => {
    expect(quiz.report(contentOf({}), chose(1))).toEqual([
      { item: '', value: 2, choice: 'Canberra', text: '' },
    ]);
  });

  it('gives a line to each of several choices, named by its option', () => {
    expect(quiz.report(contentOf({ answer: [1, 2] }), chose(0, 2))).toEqual([
      { item: 'Sydney', value: 1, choice: 'Sydney', text: '' },
      { item: 'Perth', value: 3, choice: 'Perth', text: '' },
    ]);
  });
});

function read(options: Record<string, unknown>) {
  return readActivity(activityType('quiz'), { ...CAPITAL, ...options });
}

function problemsOf(options: Record<string, unknown>): string[] {
  return read(options).problems.map(({ message }) => message);
}

function contentOf(options: Record<string, unknown>): QuizContent {
  // Sound: the quiz itself has just read it.
  return read(options).activity.content as QuizContent;
}

/** The answer as it is kept, or why it is refused. */
function answer(options: Record<string, unknown>, given: unknown): QuizAnswer | string {
  const result = quiz.check(contentOf(options), given);
  return result.ok ? result.value : result.error;
}

function verdicts(options: Record<string, unknown>, answers: readonly number[][]) {
  return answers.map((choices) => quiz.isCorrect(contentOf(options), { choices }));
}

function chose(...choices: number[]): QuizAnswer {
  return { choices };
}

function show(content: QuizContent, answers: readonly QuizAnswer[], to: Partial<ShowOptions> = {}) {
  const tally = quiz.emptyTally(content);
  for (const given of answers) quiz.count(tally, given, 1, 'ann');
  return quiz.show(tally, content, showOptions(to));
}

function showOptions(to: Partial<ShowOptions>): ShowOptions {
  return {
    minAnswers: 1,
    audience: 'presenter',
    answerRevealed: false,
    now: 0,
    ...to,
  };
}
