import { describe, expect, it } from 'vitest';
import { deckOf, tea } from '../../test/fixtures/small-deck.ts';
import { PureSession } from '../../test/fixtures/pure-session.ts';
import { compileDeck } from '../deck/compile-deck.ts';
import { stepOn } from '../presenting/next-action.ts';
import { attendeeSnapshot, consoleSnapshot } from './project.ts';
import { remoteDeck, remoteSnapshot } from './remote-view.ts';
import { unauthenticatedSnapshot } from './unauthenticated-stage.ts';

const DECK = `# Welcome

---

\`\`\`poll
id: where
question: Where next?
options:
  - {text: Netflix, go: netflix}
  - {text: Uber, go: uber}
  - The end of it
\`\`\`

---

# In order

---
id: netflix
go: end
---

# Netflix

---
id: uber
---

# Uber

---
id: end
---

# The end
`;

const compile = (text: string) => compileDeck('x', [{ file: 'x.md', text }]);

function session(text = DECK): PureSession {
  const { deck, problems } = compile(text);
  if (deck === null) throw new Error(JSON.stringify(problems));
  return new PureSession(deck);
}

const choice = (index: number) => ({ choices: [index], other: null });

/** The place to which the button Next leads a console, and the question's action before. */
function next(talk: PureSession): string {
  const step = stepOn(talk.state.deck, consoleSnapshot(talk.state));
  return step.does === 'act' ? step.what : 'to' in step ? String(step.to.h) : step.does;
}

function asked(...choices: number[]): PureSession {
  const talk = session();
  talk.show(1);
  for (const [index, one] of choices.entries()) talk.answer(`a${index}`, 'where', choice(one));
  return talk;
}

describe('[S78] the way on', () => {
  it('leads to the slide of the option that most chose, once the question is closed', () => {
    const talk = asked(0, 1, 1);
    expect(next(talk)).toBe('close');
    talk.do({ type: 'activity:close', activity: 'where' });
    expect(next(talk)).toBe('4');
    expect(
      consoleSnapshot(talk.state).ways.map(({ option, people, to }) => [option, people, to.h]),
    ).toEqual([
      ['Uber', 2, 4],
      ['Netflix', 1, 3],
      ['The end of it', 0, 2],
    ]);
  });

  it('[S97] is known to the console while the question is open, as it would be were it closed now', () => {
    const soFar = (...choices: number[]) =>
      consoleSnapshot(asked(...choices).state).activities[0]?.waysSoFar?.map(({ to, people }) => [
        to.h,
        people,
      ]);
    expect(soFar(0, 1, 1)).toEqual([
      [4, 2],
      [3, 1],
      [2, 0],
    ]);
    expect(soFar()).toBeUndefined();
    const talk = asked(0, 1, 1);
    talk.do({ type: 'activity:close', activity: 'where' });
    expect(consoleSnapshot(talk.state).activities[0]?.waysSoFar).toBeUndefined();
  });

  it.each([
    ['an option without a slide', [2, 2, 0], '2'],
    ['the first of options that as many chose', [1, 0], '3'],
    ['the next slide where nobody has answered', [], '2'],
  ])('leads on by %s', (_, choices, to) => {
    const talk = asked(...choices);
    talk.do({ type: 'activity:close', activity: 'where' });
    expect(next(talk)).toBe(to);
  });

  it('leads on from a slide that says where', () => {
    const talk = session();
    talk.show(3);
    expect(next(talk)).toBe('5');
  });

  it('leads back to where it came from, and in order from everywhere else', () => {
    const talk = asked(1);
    talk.do({ type: 'activity:close', activity: 'where' });
    talk.show(4);
    expect(consoleSnapshot(talk.state).back).toEqual({ h: 1, v: 0, f: -1 });
    talk.show(5);
    expect(consoleSnapshot(talk.state).back).toBeNull();
    talk.show(3);
    talk.show(4);
    expect(consoleSnapshot(talk.state).back).toBeNull();
  });

  it('leads back to where it came from after a slide was put in between', () => {
    const talk = asked(1);
    talk.do({ type: 'activity:close', activity: 'where' });
    talk.show(4);
    talk.show(2);
    const [slide] = deckOf([{ title: 'Asked', activity: tea }]).slides;
    if (slide !== undefined) {
      talk.do({ type: 'question:ask', slide: { ...slide, asked: '' }, activity: tea });
    }
    talk.show(5);
    expect(consoleSnapshot(talk.state).back).toEqual({ h: 1, v: 0, f: -1 });
    talk.show(4);
    expect(consoleSnapshot(talk.state).back).toBeNull();
  });

  it('is known to consoles and remotes, and not to a stage without the key or to phones', () => {
    const talk = asked(1);
    talk.do({ type: 'activity:close', activity: 'where' });
    const remote = stepOn(remoteDeck(talk.state.deck), remoteSnapshot(talk.state));
    expect(remote).toMatchObject({ does: 'go-on', to: { h: 4 } });
    expect(unauthenticatedSnapshot(talk.state)).toMatchObject({ ways: [] });
    expect(JSON.stringify(attendeeSnapshot(talk.state))).not.toContain('uber');
  });

  it('changes nothing of the question: an author may lead elsewhere during the talk', () => {
    const talk = asked(1);
    const { deck } = compile(DECK.replace('go: uber', 'go: end'));
    if (deck !== null) talk.do({ type: 'deck:revise', deck });
    talk.do({ type: 'activity:close', activity: 'where' });
    expect(next(talk)).toBe('5');
  });

  it.each([
    ['go: uber}', 'go: ubr}', 'No slide of this deck has the id "ubr". Did you mean "uber"?'],
    ['go: end', 'go: ende', 'No slide of this deck has the id "ende". Did you mean "end"?'],
    ['go: uber}', 'goes: uber}', '"goes" is not an option here'],
  ])('is a mistake where no slide has the id: %s', (from, to, message) => {
    const { problems } = compile(DECK.replace(from, to));
    expect(problems).toHaveLength(1);
    expect(problems[0]?.message).toContain(message);
  });
});
