import { describe, expect, it } from 'vitest';
import { PureSession } from '../../test/fixtures/pure-session.ts';
import { smallDeck } from '../../test/fixtures/small-deck.ts';
import type { Mode } from '../deck/theme/theme.ts';
import { replay } from './evolve.ts';
import { attendeeOutline, consoleSnapshot, stageSnapshot } from './project.ts';
import type { SessionState } from './state.ts';
import { unauthenticatedSnapshot } from './unauthenticated-stage.ts';

function modesOf(state: SessionState | null) {
  if (state === null) throw new Error('The session has facts');
  const console = consoleSnapshot(state);
  const { mode } = stageSnapshot(state);
  expect(unauthenticatedSnapshot(state).mode).toBe(mode);
  expect(console.mode).toBe(mode);
  return { mode, chosen: console.chosenMode };
}

const inMode = (mode: Mode) => ({ ...smallDeck, theme: { mode } });

it('[S50] a phone is sent the accent of a deck that has one of its own', () => {
  const accent = { light: '#94102a', dark: '#e27c82' };
  const { outline } = attendeeOutline(new PureSession({ ...smallDeck, theme: { accent } }).state);
  expect(outline.accent).toEqual(accent);
  expect(attendeeOutline(new PureSession().state).outline).not.toHaveProperty('accent');
});

describe('[P22] the mode of a stage', () => {
  it('is at first the one of the deck, and light where the deck names none', () => {
    expect(modesOf(new PureSession().state)).toEqual({ mode: 'light', chosen: 'deck' });
    expect(modesOf(new PureSession(inMode('dark')).state)).toMatchObject({ mode: 'dark' });
    expect(modesOf(new PureSession(inMode('light')).state)).toMatchObject({ mode: 'light' });
  });

  it('is the one that the presenter chose last, after a restart too, until the deck may say again', () => {
    const session = new PureSession(inMode('dark'));
    expect(session.do({ type: 'stage-mode:set', mode: 'light' })).toEqual(['stage-mode:chosen']);
    expect(modesOf(session.state)).toEqual({ mode: 'light', chosen: 'light' });
    expect(modesOf(replay(session.facts))).toEqual({ mode: 'light', chosen: 'light' });
    session.do({ type: 'stage-mode:set', mode: 'deck' });
    expect(modesOf(replay(session.facts))).toEqual({ mode: 'dark', chosen: 'deck' });
  });

  it('follows an edited deck, unless the presenter has chosen', () => {
    const session = new PureSession();
    session.do({ type: 'deck:revise', deck: { ...inMode('dark'), hash: 'another' } });
    expect(modesOf(session.state)).toEqual({ mode: 'dark', chosen: 'deck' });
    session.do({ type: 'stage-mode:set', mode: 'light' });
    session.do({ type: 'deck:revise', deck: { ...inMode('dark'), hash: 'a third' } });
    expect(modesOf(session.state)).toEqual({ mode: 'light', chosen: 'light' });
  });

  it('[S14] is chosen once, whatever the number of presses, and changes nothing on phones', () => {
    const session = new PureSession();
    session.show(1);
    const before = attendeeOutline(session.state);
    session.do({ type: 'stage-mode:set', mode: 'dark' });
    expect(session.do({ type: 'stage-mode:set', mode: 'dark' })).toEqual([]);
    expect(attendeeOutline(session.state)).toEqual(before);
  });
});
