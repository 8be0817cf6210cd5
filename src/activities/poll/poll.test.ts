import { describe, expect, it } from 'vitest';
import type { Audience, ShowOptions } from '../contract.ts';
import { readActivity } from '../read-activity.ts';
import { activityType } from '../registry.ts';
import { LONGEST_OTHER } from './longest-other.ts';
import { poll, type PollAnswer, type PollContent } from './poll.ts';

const DRINKS = { id: 'drink', question: 'What do you drink?', options: ['Tea', 'Coffee', 'Water'] };

it.each([
  ['a letter and its accent', ['\u00E4', 'a\u0308']],
  ['spaces', ['two words', 'two  words']],
  ['a mark that cannot be seen', ['x', 'x\u200B']],
  ['a place to break a word', ['xy', 'x\u00ADy']],
  ['a mark of direction', ['x', '\u200Ex']],
  ['a mark that changes how a sign is drawn', ['x', 'x\uFE0F']],
  ['joiners between nothing', ['x', 'x\u200D']],
  ['a hyphen at which no line breaks', ['co-op', 'co\u2011op']],
  ['two letters in one', ['fine', '\uFB01ne']],
])('two options that look alike are a mistake: %s', (_, options) => {
  expect(read({ options }).problems.map(({ message }) => message)).toEqual([
    `"${options[1]}" looks like an earlier entry in "options"`,
  ]);
});

describe('reading a poll', () => {
  it('asks for one of its options where nothing else is said', () => {
    expect(contentOf({})).toEqual({
      options: DRINKS.options,
      accents: [],
      min: 1,
      max: 1,
      other: false,
    });
  });

  it('shows its tally from the first answer on', () => {
    expect(readActivity(activityType('poll'), DRINKS).activity.settings.minAnswers).toBe(1);
  });

  it('takes numbers and yes or no as options, as they were written', () => {
    expect(contentOf({ options: [2024, true, ' spaced '] }).options).toEqual([
      '2024',
      'true',
      'spaced',
    ]);
  });

  it('asks for as many choices at most as it asks for at least', () => {
    expect(contentOf({ min: 2 })).toMatchObject({ min: 2, max: 2 });
  });

  it('counts a choice of one’s own among those that can be asked for', () => {
    expect(problemsOf({ max: 4 })).toEqual(['"max" must be a whole number from 1 to 3']);
    expect(problemsOf({ max: 4, other: true })).toEqual([]);
  });

  it.each([
    ['no options', { options: undefined }, '"options" must be a list of at least 2'],
    ['one option', { options: ['Tea'] }, '"options" needs 2 to 20 entries, and has 1'],
    [
      'too many options',
      { options: Array.from({ length: 21 }, (_, index) => `Option ${index}`) },
      '"options" needs 2 to 20 entries, and has 21',
    ],
    [
      'an option that is no text',
      { options: ['Tea', ['Coffee']] },
      '"options", entry 2 must be a text',
    ],
    ['an empty option', { options: ['Tea', '  '] }, '"options", entry 2 must be a text'],
    ['an option twice', { options: ['Tea', 'Tea'] }, '"Tea" appears twice in "options"'],
    ['a least of 0', { min: 0 }, '"min" must be a whole number from 1 to 3'],
    ['a most below the least', { min: 2, max: 1 }, '"max" must be a whole number from 2 to 3'],
    [
      'too few accents',
      { accents: [1, 2] },
      '"accents" must list 3 numbers from 1 to 8, one an option',
    ],
    ['half a choice', { max: 1.5 }, '"max" must be a whole number from 1 to 3'],
    ['no yes or no', { other: 'yes' }, '"other" must be true or false'],
    ['a slip', { opitons: [] }, '"opitons" is not an option here; did you mean "options"?'],
  ])('says what is wrong: %s', (_, options, problem) => {
    expect(problemsOf(options)).toContain(problem);
  });

  it('says all that is wrong at once', () => {
    expect(problemsOf({ options: ['Tea', 'Tea'], other: 1, max: 9 })).toHaveLength(3);
  });

  it('names what it asks, so that a reworded option makes another question', () => {
    const [before, after] = [DRINKS.options, ['Tea', 'Coffee', 'Wine']].map(
      (options) => readActivity(activityType('poll'), { ...DRINKS, options }).activity.hash,
    );
    expect(before).not.toBe(after);
  });
});

describe('an answer to a poll', () => {
  it('lists its choices in the order of the options, whatever the order of the taps', () => {
    expect(answer({ max: 3 }, { choices: [2, 0], other: null })).toEqual({
      choices: [0, 2],
      other: null,
    });
  });

  it('may leave out a choice of one’s own', () => {
    expect(answer({}, { choices: [1] })).toEqual({ choices: [1], other: null });
  });

  it.each([
    ['nothing of one asked for', {}, [], 'Choose at least 1.'],
    ['fewer than asked for', { min: 2, max: 3 }, [0], 'Choose at least 2.'],
    ['more than asked for', { max: 2 }, [0, 1, 2], 'Choose at most 2.'],
  ])('is refused with how many to choose: %s', (_, options, choices, reason) => {
    expect(answer(options, { choices, other: null })).toBe(reason);
  });

  it('holds as many choices as are asked for, at the least and at the most', () => {
    expect(answer({ min: 2, max: 3 }, { choices: [0, 1] })).toMatchObject({ choices: [0, 1] });
    expect(answer({ min: 2, max: 3 }, { choices: [0, 1, 2] })).toMatchObject({
      choices: [0, 1, 2],
    });
  });

  it('counts words of one’s own as a choice', () => {
    const other = 'Juice';
    expect(answer({ other: true }, { choices: [], other })).toEqual({ choices: [], other });
    expect(answer({ other: true }, { choices: [0], other })).toBe('Choose at most 1.');
    expect(answer({ other: true, min: 2 }, { choices: [0], other })).toEqual({
      choices: [0],
      other,
    });
  });

  it('takes no words where none are asked for', () => {
    expect(answer({}, { choices: [], other: 'Juice' })).toBe('This question takes no own choice.');
  });

  it('counts the same words as the same, however their spaces and accents were typed', () => {
    const composed = answer({ other: true }, { choices: [], other: 'Caf\u00e9 au lait' });
    const typed = answer({ other: true }, { choices: [], other: '  Cafe\u0301\n au\tlait ' });
    expect(typed).toEqual(composed);
  });

  it('takes words up to a length, and says which', () => {
    const longest = 'x'.repeat(LONGEST_OTHER);
    expect(answer({ other: true }, { choices: [], other: longest })).toMatchObject({
      other: longest,
    });
    expect(answer({ other: true }, { choices: [], other: `${longest}x` })).toBe(
      'Your own choice must be a text of at most 200 characters.',
    );
  });
});

describe('the tally of a poll', () => {
  const content = contentOf({ max: 3, other: true });

  it('counts attendees for each option, so that the counts may add up to more than the attendees', () => {
    expect(show(content, [chose(0, 1), chose(1), wrote('Juice')])).toEqual({
      answers: 3,
      counts: [1, 2, 0],
      other: 1,
      texts: [{ text: 'Juice', count: 1 }],
    });
  });

  it('lists what was written, most frequent first, then by the alphabet', () => {
    const texts = ['Milk', 'Juice', 'Cola', 'Juice'].map(wrote);
    expect(show(content, texts)?.texts).toEqual([
      { text: 'Juice', count: 2 },
      { text: 'Cola', count: 1 },
      { text: 'Milk', count: 1 },
    ]);
  });

  it('lists own choices that read the same as one, in their most frequent spelling', () => {
    const texts = ['milk.', 'Milk', 'Milk', '\u200Fmilk', 'Oat milk'].map(wrote);
    expect(show(content, texts)?.texts).toEqual([
      { text: 'Milk', count: 4 },
      { text: 'Oat milk', count: 1 },
    ]);
  });

  it('lists three hundred texts at most, and counts all who wrote', () => {
    const texts = Array.from({ length: 400 }, (_, index) => wrote(`Drink ${index}`));
    const shown = show(content, [...texts, wrote('Drink 399')]);
    expect(shown?.texts).toHaveLength(300);
    expect(shown?.texts[0]).toEqual({ text: 'Drink 399', count: 2 });
    expect(shown?.other).toBe(401);
  });

  it('[P7] tells the room how many wrote something, and not what', () => {
    expect(show(content, [wrote('Juice'), wrote('Milk')], 'room')).toMatchObject({
      other: 2,
      texts: [],
    });
  });

  it('forgets words when the last attendee takes them back', () => {
    const tally = poll.emptyTally(content);
    poll.count(tally, wrote('Juice'), 1, 'ann');
    poll.count(tally, wrote('Milk'), 1, 'ann');
    poll.count(tally, wrote('Juice'), -1, 'ann');
    expect(poll.show(tally, content, showOptions('presenter'))?.texts).toEqual([
      { text: 'Milk', count: 1 },
    ]);
  });
});

describe('the export of a poll', () => {
  it('gives the place and the words of the one choice', () => {
    expect(poll.report(contentOf({}), chose(1))).toEqual([
      { item: '', value: 2, choice: 'Coffee', text: '' },
    ]);
  });

  it('gives a line to each of several choices, named by its option', () => {
    const content = contentOf({ max: 3, other: true });
    expect(poll.report(content, { choices: [0, 2], other: 'Juice' })).toEqual([
      { item: 'Tea', value: 1, choice: 'Tea', text: '' },
      { item: 'Water', value: 3, choice: 'Water', text: '' },
      { item: 'Other', value: null, choice: 'Other', text: 'Juice' },
    ]);
  });

  it('leaves words that look like a formula as they were written', () => {
    const formula = '=HYPERLINK("http://example.org")';
    const content = contentOf({ other: true });
    const given = answer({ other: true }, { choices: [], other: formula });
    expect(given).toEqual(wrote(formula));
    expect(poll.report(content, wrote(formula))).toEqual([
      { item: '', value: null, choice: 'Other', text: formula },
    ]);
  });
});

function read(options: Record<string, unknown>) {
  return readActivity(activityType('poll'), { ...DRINKS, ...options });
}

function problemsOf(options: Record<string, unknown>): string[] {
  return read(options).problems.map(({ message }) => message);
}

function contentOf(options: Record<string, unknown>): PollContent {
  // Sound: the poll itself has just read it.
  return read(options).activity.content as PollContent;
}

/** The answer as it is kept, or why it is refused. */
function answer(options: Record<string, unknown>, given: unknown): PollAnswer | string {
  const result = poll.check(contentOf(options), given);
  return result.ok ? result.value : result.error;
}

function chose(...choices: number[]): PollAnswer {
  return { choices, other: null };
}

function wrote(other: string): PollAnswer {
  return { choices: [], other };
}

function show(
  content: PollContent,
  answers: readonly PollAnswer[],
  audience: 'room' | 'presenter' = 'presenter',
) {
  const tally = poll.emptyTally(content);
  for (const given of answers) poll.count(tally, given, 1, 'ann');
  return poll.show(tally, content, showOptions(audience));
}

function showOptions(audience: Audience): ShowOptions {
  return { minAnswers: 1, audience, answerRevealed: false, now: 0 };
}
