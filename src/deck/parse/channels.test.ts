import { describe, expect, it } from 'vitest';
import { deckOf, problemsOf } from '../render/compile-text.ts';

const deck = (...lines: string[]) => `---\ntitle: A deck\n${lines.join('\n')}\n---\n\n# A slide\n`;

describe('[S79] the channels of a deck', () => {
  it('are none unless it says so', () => {
    expect(deckOf(deck()).channels).toBeUndefined();
  });

  it('are reactions with signs of its own, or with four usual ones', () => {
    expect(deckOf(deck('channels: [reactions]')).channels?.reactions).toHaveLength(4);
    const own = deckOf(deck('channels: [reactions]', 'reactions: [👍🏽, 👩‍👩‍👧‍👦, ❓]'));
    expect(own.channels).toEqual({ reactions: ['👍🏽', '👩‍👩‍👧‍👦', '❓'] });
  });

  it('are part of the hash, so that a session takes a change over', () => {
    expect(deckOf(deck('channels: [reactions]')).hash).not.toBe(deckOf(deck()).hash);
  });

  it.each([
    [['channels: [chat]'], 'The channels are pace, questions, reactions'],
    [['channels: reactions'], '"channels" must be a list'],
    [['channels: [reactions]', 'reactions: [bravo]'], 'A reaction is one sign, such as 👏'],
    [['channels: [reactions]', 'reactions: [👏, 👏]'], '"👏" appears twice'],
    [['channels: [reactions]', 'reactions: [1, 2, 3, 4, 5]'], '1 to 4 entries'],
    [['reactions: [👏]'], '"reactions" needs "channels: [reactions]"'],
  ])('are a mistake with %j', (lines, message) => {
    const problems = problemsOf(deck(...lines));
    expect(problems).toHaveLength(1);
    expect(problems[0]).toContain(message);
  });
});

describe('[S80] a slide that shows a channel', () => {
  const opening = 'channels: [questions, pace]';
  const slide = (...lines: string[]): string => `${deck(opening)}\n---\n\n${lines.join('\n')}\n`;
  const poll = ['```poll', 'id: questions', 'question: Tea?', 'options: [Yes, No]', '```'];

  it('has its name, and no question', () => {
    const [, shown] = deckOf(slide('## Ask', '', '```questions', '```')).slides;
    expect(shown).toMatchObject({ channel: 'questions', activity: null });
    expect(shown?.html).toContain('data-activity="questions"');
  });

  it.each([
    ['of the presenter', slide('```pace', '```'), 'for the presenter alone'],
    ['with options', slide('```questions', 'first: 3', '```'), 'leave its fence empty'],
    [
      'beside a question',
      slide('```questions', '```', '', ...poll.with(1, 'id: tea')),
      'one question',
    ],
    ['that is not open', `# A\n\n---\n\n\`\`\`questions\n\`\`\`\n`, 'has no channel "questions"'],
    ['in the notes', slide('# A', '', 'Note:', '```questions', '```'), 'speaker notes'],
    ['whose name a question has', slide(...poll), 'belongs to the channel of that name'],
  ])('is a mistake %s', (_, text, message) => {
    expect(problemsOf(text).join('\n')).toContain(message);
  });
});
