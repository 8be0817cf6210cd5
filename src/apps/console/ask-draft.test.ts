import { describe, expect, it } from 'vitest';
import { askForms } from '../../activities/ask-forms.ts';
import type { AskForm } from '../../activities/ask-form.ts';
import { readActivity } from '../../activities/read-activity.ts';
import { activityType } from '../../activities/registry.ts';
import { emptyDraft, readDraft, withLabels, withOption, type AskDraft } from './ask-draft.ts';

function formOf(type: string): AskForm {
  const form = askForms.find((one) => one.type === type);
  if (form === undefined) throw new Error(`${type} has no form`);
  return form;
}

const read = (type: string, draft: Partial<AskDraft>, lang = 'en') =>
  readDraft({ ...emptyDraft, type, ...draft }, formOf(type), lang);

describe.each(askForms.map(({ type }) => type))('[S51] the form of a %s', (type) => {
  it('makes a question that a deck could have', () => {
    const draft = {
      question: 'How many?',
      options: ['One', 'Two', 'Three', ''],
      correct: 1,
      fields: { 'guess/answer': '42', 'highlight/lines': 'One\nTwo' },
    };
    const made = read(type, draft);
    if ('missing' in made) throw new Error(made.missing);
    const { problems } = readActivity(activityType(type), { id: 'asked-1', ...made.asked.options });
    expect(problems).toEqual([]);
  });
});

it('[S51] each kind of question that has a form has a place of its own, polls the first', () => {
  const places = askForms.map(({ place }) => place);
  expect(new Set(places).size).toBe(places.length);
  expect(places).toEqual(places.toSorted((one, other) => one - other));
  expect(askForms[0]?.type).toBe('poll');
});

describe('[S51] a typed question', () => {
  const asked = (options: Record<string, unknown>) => ({ asked: { options } });

  it('has its options without empty lines, and Yes and No where none is typed', () => {
    const options = [' Tea ', '', 'Coffee'];
    expect(read('poll', { question: 'Drink?', options })).toMatchObject(
      asked({ question: 'Drink?', options: ['Tea', 'Coffee'] }),
    );
    expect(read('poll', { question: 'Break?' })).toMatchObject(asked({ options: ['Yes', 'No'] }));
  });

  it('counts the correct option without the empty lines before it', () => {
    const draft = { question: 'Which?', options: ['', 'A', 'B'], correct: 2 };
    expect(read('quiz', draft)).toMatchObject(asked({ options: ['A', 'B'], answer: 2 }));
  });

  it('has numbers as the deck’s language writes them', () => {
    const fields = { 'guess/answer': '2,5', 'guess/to': '10' };
    expect(read('guess', { question: 'How long?', fields }, 'de')).toMatchObject(
      asked({ answer: 2.5, from: 0, to: 10, within: [0.5, 1] }),
    );
  });

  it('has a code with its indentation, and a text without blank lines', () => {
    const of = (typed: string): object =>
      read('highlight', { question: 'Which?', fields: { 'highlight/lines': typed } });
    const code = 'def f():\n\n    return 1';
    expect(of(`${code}\n`)).toMatchObject(asked({ code }));
    expect(of('It rains.\n\nIt will rain.')).toMatchObject(
      asked({ lines: ['It rains.', 'It will rain.'] }),
    );
    expect(of(' \n')).toEqual({ missing: 'Fill in “Lines of a code or a text”.' });
  });

  it.each([
    ['poll', {}, 'Write the question.'],
    ['poll', { question: ' ' }, 'Write the question.'],
    ['poll', { question: 'Only?', options: ['One'] }, 'Write two options at least.'],
    ['quiz', { question: 'Which?' }, 'Write two options at least.'],
    ['quiz', { question: 'Which?', options: ['A', 'B'] }, 'Mark the correct option.'],
    [
      'quiz',
      { question: 'Which?', options: ['A', 'B', ''], correct: 2 },
      'Mark the correct option.',
    ],
    ['guess', { question: 'How many?' }, 'Fill in “Correct answer”.'],
    [
      'guess',
      { question: 'How many?', fields: { 'guess/answer': 'ten' } },
      '“Correct answer” must be a number.',
    ],
    ['rating', { question: 'How clear?', fields: { 'rating/lowest': '' } }, 'Fill in “1 means”.'],
  ])('of type %s says what is missing: %j', (type, draft, missing) => {
    expect(read(type, draft)).toEqual({ missing });
  });
});

it('A message of the compiler has the labels of the form', () => {
  const message = '"answer" must lie between "from" and "to": nobody could guess it';
  expect(withLabels(message, formOf('guess'))).toBe(
    '“Correct answer” must lie between “From” and “To”: nobody could guess it',
  );
});

describe('a text in a line of options', () => {
  it('leaves an empty line behind the last one', () => {
    expect(withOption(['', ''], 1, 'B')).toEqual(['', 'B', '']);
    expect(withOption(['A', ''], 0, 'Aa')).toEqual(['Aa', '']);
  });

  it('that is pasted becomes one option for each of its lines', () => {
    expect(withOption(['', 'Z'], 0, 'A\r\nB\nC')).toEqual(['A', 'B', 'C', 'Z', '']);
  });
});
