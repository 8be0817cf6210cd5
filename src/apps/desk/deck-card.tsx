import { useEffect, useRef } from 'preact/hooks';
import { editorPath } from '../../client/deck-editing.ts';
import type { DeckEntry } from '../../protocol/http.ts';
import { folderName } from '../../lib/folder-name.ts';
import { OwnText } from '../../ui/own-text.tsx';
import { count } from '../../lib/count.ts';
import { dayInSentence } from '../../ui/day-label.ts';
import { DeckCover } from './deck-cover.tsx';
import { DeckMenu } from './deck-menu.tsx';

interface Props {
  readonly deck: DeckEntry;
  /** A word for newcomers, or ''. */
  readonly advice: string;
  /** The names of all decks. */
  readonly taken: readonly string[];
  readonly onChanged: (name: string) => void;
  /** true where it was just added: it takes the focus. */
  readonly isAdded: boolean;
  readonly onStart: () => void;
  readonly onRehearse: () => void;
}

/** A deck with a picture of its first slide, its numbers and its actions, or with its errors. */
export function DeckCard(props: Props) {
  const { deck, advice, taken, onChanged, isAdded, onStart, onRehearse } = props;
  const { title, name, cover } = deck;
  const isNamedByFolder = folderName(title) === name;
  // Copies have one title.
  const shown = isNamedByFolder ? title : `${title}, folder ${name}`;
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (isAdded) heading.current?.focus();
  }, [isAdded]);
  return (
    <li class="deck-card">
      {cover === null ? (
        <div class="deck-cover deck-cover-none" aria-hidden="true" />
      ) : (
        <DeckCover deck={name} cover={cover} />
      )}
      <div class="deck-card-text">
        <h3 lang={cover?.lang} tabIndex={-1} ref={heading}>
          <OwnText>{title}</OwnText>
        </h3>
        {!isNamedByFolder && <p class="caption">Folder {name}</p>}
        {cover !== null && <p class="caption">{numbersOf(deck)}</p>}
        <p class="caption">
          {cover === null ? 'Fix the errors to present this deck' : givenLabel(deck)}
        </p>
        {advice !== '' && <p class="deck-advice">{advice}</p>}
        <Problems deck={deck} />
      </div>
      <div class="desk-actions">
        {cover !== null && (
          <>
            <button
              type="button"
              class="button button-primary"
              aria-label={`Start: ${shown}`}
              onClick={onStart}
            >
              Start
            </button>
            <button
              type="button"
              class="button"
              aria-label={`Rehearse: ${shown}`}
              onClick={onRehearse}
            >
              Rehearse
            </button>
          </>
        )}
        <a class="button" aria-label={`Edit: ${shown}`} href={editorPath(name)}>
          Edit
        </a>
        <DeckMenu {...{ deck, title, shown, taken, onChanged }} />
      </div>
    </li>
  );
}

function numbersOf({ slides, questions, minutes }: DeckEntry): string {
  const planned = minutes === null ? [] : [`${Math.max(1, Math.round(minutes))} min planned`];
  return [count(slides, 'slide'), count(questions, 'question'), ...planned].join(' · ');
}

function givenLabel({ lastGiven }: DeckEntry): string {
  if (lastGiven === null) return 'Never given';
  return `Last given ${dayInSentence(new Date(lastGiven), new Date())}`;
}

/** Errors are in sight, for nothing starts before they are fixed; warnings are folded. */
function Problems({ deck: { problems, cover } }: { deck: DeckEntry }) {
  if (problems.length === 0) return null;
  const isStartable = cover !== null;
  const number = problems.length;
  const word = isStartable ? `Starts with ${count(number, 'warning')}` : count(number, 'problem');
  return (
    <details class="deck-problems" open={!isStartable && number <= 3}>
      <summary>{word}</summary>
      <ul>
        {problems.map(({ severity, file, line, message }) => (
          <li key={`${file}:${line}:${message}`} class={severity === 'error' ? 'problem' : ''}>
            {file}:{line}: {message}
          </li>
        ))}
      </ul>
    </details>
  );
}
