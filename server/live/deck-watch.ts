import type { DeckProblem } from '../../src/deck/deck.ts';
import type { DeckProblems } from '../../src/protocol/messages.ts';
import { Mutex } from '../../src/lib/mutex.ts';
import type { Decks } from '../decks/decks.ts';
import { forStage } from '../transport/socket-types.ts';
import type { LiveSession } from './live-session.ts';
import type { Presence } from './presence.ts';
import type { SessionRegistry } from './session-registry.ts';

/** Screens are not for reading more. */
const MOST_SENT = 50;

interface DeckWatchDeps {
  readonly decks: Decks;
  readonly registry: SessionRegistry;
  readonly presences: () => Iterable<readonly [LiveSession, Presence]>;
}

/**
 * Takes in decks that are edited while sessions show them, and tells those sessions' stages and
 * consoles of their problems. For development: nobody else is told of a deck that was never taken in.
 */
export class DeckWatch {
  readonly #problems = new Map<string, readonly DeckProblem[]>();
  // A later save must not be overtaken by an earlier one.
  readonly #inOrder = new Mutex();

  constructor(readonly deps: DeckWatchDeps) {}

  /**
   * Reads a deck again. Sessions that show it go on with the new version; where it has errors they
   * go on with the old one. Resolves with all its problems.
   */
  deckChanged(name: string): Promise<readonly DeckProblem[]> {
    return this.#inOrder.run(() => this.#takeIn(name));
  }

  /** The problems of a deck; null if it was never taken in. */
  problemsOf(deck: string): DeckProblems | null {
    const problems = this.#problems.get(deck);
    return problems === undefined ? null : { deck, problems: errorsFirst(problems) };
  }

  async #takeIn(name: string): Promise<readonly DeckProblem[]> {
    const { decks, registry } = this.deps;
    const compiled = await decks.compile(name);
    const problems = compiled.ok ? compiled.value.problems : [unreadable(compiled.error.message)];
    this.#problems.set(name, problems);
    this.#announce(name);
    const deck = compiled.ok ? compiled.value.deck : null;
    if (deck === null) return problems;
    for await (const session of registry.opened()) {
      if (session.state.deck.name !== name || session.state.endedAt !== null) continue;
      await session.dispatch({ type: 'deck:revise', deck });
    }
    return problems;
  }

  #announce(name: string): void {
    const told = this.problemsOf(name);
    if (told === null) return;
    const frame = forStage('deck:problems', told);
    for (const [{ state }, presence] of this.deps.presences()) {
      if (state.deck.name !== name) continue;
      for (const screen of presence.screens()) screen.send(frame);
    }
  }
}

function unreadable(message: string): DeckProblem {
  return { severity: 'error', file: '', line: 1, message };
}

function errorsFirst(problems: readonly DeckProblem[]): DeckProblem[] {
  const isError = ({ severity }: DeckProblem): number => (severity === 'error' ? 0 : 1);
  return [...problems].sort((a, b) => isError(a) - isError(b)).slice(0, MOST_SENT);
}
