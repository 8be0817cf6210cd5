import { changeOf } from '../../lib/json-change.ts';
import { begin, evolve } from '../../session/evolve.ts';
import { isOfOneAttendee, type StoredFact } from '../../session/facts.ts';
import type { SessionState } from '../../session/state.ts';
import type { MomentLine, MomentView, ReplayEnd, ReplayHead } from './moment.ts';
import { planMoments } from './plan-moments.ts';
import { roomView, roomViewAfter } from './room-view.ts';

/** The most characters of a replay, beside its first moment and its last. */
const MOST_CHARACTERS = 16_000_000;

/** So many facts take some milliseconds. */
const FACTS_A_PIECE = 500;

interface Limits {
  readonly moments?: number;
  readonly characters?: number;
}

/**
 * The replay of a session as lines of JSON, from all its facts: a head, its moments, an end. In pieces
 * that each take some milliseconds to make; a piece may be empty. A moment is left out where those before
 * it have taken more than their share of all characters: the next one then holds its changes.
 */
export function* replayLines(
  facts: readonly StoredFact[],
  { moments, characters = MOST_CHARACTERS }: Limits = {},
): Generator<string> {
  const { after, every, hasEveryStep } = yield* planMoments(facts, moments);
  const writer = new MomentWriter();
  yield line({ every } satisfies ReplayHead);
  for (const [place, last] of after.entries()) {
    const these = facts.slice((after[place - 1] ?? -1) + 1, last + 1);
    yield* writer.take(these);
    const isLast = place === after.length - 1;
    yield writer.moment(these, isLast ? Infinity : (characters * place) / after.length);
  }
  yield line({ hasEveryStep: hasEveryStep && writer.hasEveryStep } satisfies ReplayEnd);
}

class MomentWriter {
  hasEveryStep = true;
  #state: SessionState | null = null;
  /** The stage as it is now, and as the last line has it. */
  #view: MomentView | null = null;
  #written: MomentView | null = null;
  #characters = 0;

  /** Changes the state by these facts. */
  *take(facts: readonly StoredFact[]): Generator<string> {
    for (const [index, stored] of facts.entries()) {
      if (this.#state === null) this.#state = begin(stored);
      else evolve(this.#state, stored);
      if (index % FACTS_A_PIECE === FACTS_A_PIECE - 1) yield '';
    }
  }

  /** The line of the moment after these facts; '' where more than `most` characters were written before. */
  moment(facts: readonly StoredFact[], most: number): string {
    if (this.#state === null) return '';
    this.#view =
      this.#view === null ? roomView(this.#state) : roomViewAfter(this.#view, facts, this.#state);
    if (this.#characters > most) {
      this.hasEveryStep &&= facts.every(({ fact }) => isOfOneAttendee(fact));
      return '';
    }
    const change = changeOf(this.#written, this.#view) ?? { in: {} };
    const text = line({ at: this.#state.at, change } satisfies MomentLine);
    // Without its deck a replay is nothing: the first one does not count.
    if (this.#written !== null) this.#characters += text.length;
    this.#written = this.#view;
    return text;
  }
}

function line(value: ReplayHead | MomentLine | ReplayEnd): string {
  return `${JSON.stringify(value)}\n`;
}
