import { useLayoutEffect, useRef } from 'preact/hooks';
import type { ConsoleSession } from '../../client/sessions/presenting-session.ts';
import type { PlayerNames, WrittenName } from '../../session/score-views.ts';
import type { ConsoleSnapshot } from '../../session/views.ts';
import { BoardView } from '../../presenting/board/board-view.tsx';
import { count } from '../../lib/count.ts';
import { OwnText } from '../../ui/own-text.tsx';
import type { ReportProblem } from './report-problem.ts';
import '../../moderation/review.stage.css';
import './player-panel.css';

interface Props {
  readonly session: ConsoleSession;
  readonly snapshot: ConsoleSnapshot;
  readonly report: ReportProblem;
}

type Decide = (verb: 'player:approve' | 'player:put-away', name: WrittenName) => void;

/** The names of those who play, and the points before the room sees them; folded into a line each. */
export function PlayerPanel({ session, snapshot: { players, standings }, report }: Props) {
  if (standings === undefined) return null;
  const decide: Decide = (verb, { number, name }) => {
    void session.control(verb, { player: number, name }).then(report);
  };
  return (
    <section class="player-panel" aria-label="Points and names" lang="en">
      {players !== undefined && <Names names={players} decide={decide} />}
      <details>
        <summary>{`Points: ${count(standings.people, 'person', 'people')}`}</summary>
        <BoardView board={standings} />
      </details>
    </section>
  );
}

interface NamesProps {
  readonly names: PlayerNames;
  readonly decide: Decide;
}

function Names({ names, decide }: NamesProps) {
  const { waiting, allWaiting, approved, allApproved } = names;
  const list = useFocusInRows();
  // Nobody has read more than a screen of them, and held ones need a press each.
  const together = waiting.filter(({ held }) => held !== true).slice(0, MOST_AT_ONCE);
  const approveAll = (): void => {
    for (const name of together) decide('player:approve', name);
    list.current?.querySelector('summary')?.focus();
  };
  return (
    <details ref={list}>
      <summary>
        {allWaiting === 0 ? 'Names' : `Names: ${count(allWaiting, 'waits', 'wait')} for approval`}
      </summary>
      {together.length > 1 && (
        <button type="button" class="button" onClick={approveAll}>
          {approveLabel(together.length, waiting, allWaiting)}
        </button>
      )}
      {waiting.length + approved.length === 0 && <p>Nobody has chosen a name yet.</p>}
      <ul class="player-names">
        {waiting.map((name) => (
          <NameRow key={name.number} name={name} decide={decide} isWaiting />
        ))}
      </ul>
      {approved.length > 0 && (
        <details class="approved-names">
          <summary>{`Approved: ${allApproved}`}</summary>
          <ul class="player-names">
            {approved.map((name) => (
              <NameRow key={name.number} name={name} decide={decide} />
            ))}
          </ul>
        </details>
      )}
    </details>
  );
}

/** "Approve all 4", or which of the names it is about. */
function approveLabel(together: number, waiting: readonly WrittenName[], all: number): string {
  if (together === all) return `Approve all ${together}`;
  const isAnyHeld = waiting.some(({ held }) => held === true);
  return isAnyHeld ? `Approve the ${together} not held back` : `Approve the first ${together}`;
}

interface RowProps {
  readonly name: WrittenName;
  readonly decide: Decide;
  readonly isWaiting?: boolean;
}

function NameRow({ name, decide, isWaiting = false }: RowProps) {
  return (
    <li class="review-row">
      <div class="review-text">
        <p>
          <OwnText>{name.name}</OwnText>
        </p>
        {name.held === true && <p class="review-held">Held back: on the list of rude words</p>}
      </div>
      <div class="review-verbs">
        {isWaiting && (
          <button
            type="button"
            class="button button-small"
            onClick={() => decide('player:approve', name)}
          >
            Approve<span class="visually-hidden">: {name.name}</span>
          </button>
        )}
        <button
          type="button"
          class="button button-small button-quiet"
          onClick={() => decide('player:put-away', name)}
        >
          Put away<span class="visually-hidden">: {name.name}</span>
        </button>
      </div>
    </li>
  );
}

// A connection may send some forty messages at once.
const MOST_AT_ONCE = 25;

/**
 * Keeps the focus among rows that leave: on the button of the next in their own list, on the one before after the
 * last, or on the heading after the only one. Another list may be folded, where nothing takes the focus.
 */
function useFocusInRows() {
  const box = useRef<HTMLDetailsElement>(null);
  const list = box.current?.contains(document.activeElement)
    ? document.activeElement?.closest('ul')
    : null;
  const place = [...(list?.children ?? [])].findIndex((row) =>
    row.contains(document.activeElement),
  );
  useLayoutEffect(() => {
    if (place === -1 || box.current?.contains(document.activeElement) === true) return;
    const left = list?.isConnected === true ? list.children : [];
    const button = left[Math.min(place, left.length - 1)]?.querySelector('button');
    (button ?? box.current?.querySelector('summary'))?.focus();
  });
  return box;
}
