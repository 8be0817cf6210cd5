import { signal } from '@preact/signals';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { PureSession } from '../../test/fixtures/pure-session.ts';
import type { Command } from '../session/commands.ts';
import { consoleSnapshot } from '../session/project.ts';
import type { ConsoleSnapshot } from '../session/views.ts';
import { Undoing } from './undoing.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** A console at its first slide, with what it has asked for. */
function openConsole() {
  const session = new PureSession();
  session.show(0);
  const snapshot = signal<ConsoleSnapshot | null>(null);
  const update = (): void => void (snapshot.value = consoleSnapshot(session.state));
  const control = vi.fn<() => Promise<null>>(() => Promise.resolve(null));
  const onPress = vi.fn<() => void>();
  const undoing = new Undoing({ snapshot, control }, onPress);
  update();
  const take = (command: Command): void => {
    session.do(command);
    update();
  };
  const told = (): unknown[] => {
    const notice = undoing.notice.value;
    return notice === null ? [] : [notice.step.type, notice.isUndone];
  };
  return { session, undoing, control, onPress, take, told };
}

const blank: Command = { type: 'stage:blank', on: true };
const undo = (session: PureSession): Command => ({
  type: 'step:undo',
  step: session.state.steps.at(-1)?.number ?? 0,
  at: 0,
});

describe('[P20] the notice of a step', () => {
  it('stays for ten seconds, and comes with no step of before the page', () => {
    const { take, told } = openConsole();
    expect(told()).toEqual([]);
    take(blank);
    vi.advanceTimersByTime(9_999);
    expect(told()).toEqual(['stage:blanked', false]);
    vi.advanceTimersByTime(1);
    expect(told()).toEqual([]);
  });

  it('stays for as long as somebody is at it', () => {
    const { undoing, take, told } = openConsole();
    take(blank);
    undoing.hold(true);
    vi.advanceTimersByTime(60_000);
    expect(told()).toEqual(['stage:blanked', false]);
    undoing.hold(false);
    vi.advanceTimersByTime(10_000);
    expect(told()).toEqual([]);
  });

  it('says what was undone, and once more where that is done again and again', () => {
    const { session, take, told } = openConsole();
    take(blank);
    take(undo(session));
    expect(told()).toEqual(['stage:blanked', true]);
    take(undo(session));
    expect(told()).toEqual(['slide:shown', true]);
    take(blank);
    expect(told()).toEqual(['stage:blanked', false]);
  });

  it('goes where its step can no longer be undone', () => {
    const { session, take, told } = openConsole();
    take(blank);
    take({ type: 'deck:revise', deck: { ...session.state.deck, hash: 'another' } });
    expect(told()).toEqual([]);
  });
});

describe('[P20] [P8] a press that undoes', () => {
  it('names the step that the console shows, and notes itself for the other keys', async () => {
    const { session, undoing, control, onPress, take } = openConsole();
    take(blank);
    vi.advanceTimersByTime(300);
    await undoing.undo();
    expect(control.mock.calls).toEqual([['step:undo', { step: session.state.seq }]]);
    expect(onPress).toHaveBeenCalledOnce();
  });

  it('does nothing within 300 ms of another, or of a step that it cannot have meant', async () => {
    const { undoing, control, take } = openConsole();
    take(blank);
    await undoing.undo();
    expect(control).not.toHaveBeenCalled();
    vi.advanceTimersByTime(300);
    await undoing.undo();
    await undoing.undo();
    expect(control).toHaveBeenCalledOnce();
  });

  it('says so where there is nothing to undo', async () => {
    const { session, undoing, take } = openConsole();
    take(undo(session));
    vi.advanceTimersByTime(300);
    expect(await undoing.undo()).toMatchObject({ name: 'nothing-to-undo' });
  });
});
