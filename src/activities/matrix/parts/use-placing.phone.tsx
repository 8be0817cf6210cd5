import { useState } from 'preact/hooks';
import { nextUnanswered } from '../../../lib/stepwise-answers.ts';
import { isolated } from '../../../lib/text-direction.ts';
import { useDraft } from '../../../ui/use-draft.ts';
import type { PhoneViewProps } from '../../views.ts';
import type { MatrixAnswer, MatrixContent, MatrixShown, Position } from '../content.ts';
import { draftOf, isDraft, positionsOf, withItem, type Draft } from '../draft.ts';
import { positionLabel, quadrantLabel } from '../labels.ts';

interface UsePlacing {
  readonly draft: Draft;
  readonly positions: readonly (Position | null)[];
  /** The index of the item that is placed now, and of the one that comes next. */
  readonly chosen: number;
  readonly next: number;
  /** The words for the change by the latest press, where the pressed element says nothing itself. */
  readonly news: string;
  setDraft(draft: Draft): void;
  choose(item: number): void;
  chooseNext(): void;
  /** Places the chosen item. If it had no place, the next item without one is chosen. */
  tap(position: Position): void;
  /** Places the chosen item, and stays with it. */
  drag(position: Position): void;
  takeOut(): void;
}

/** The draft of a matrix on a phone, and the item of it that is placed now. */
export function usePlacing(
  view: PhoneViewProps<MatrixContent, MatrixAnswer, MatrixShown>,
): UsePlacing {
  const { content, answer } = view;
  const { items } = content;
  const [draft, setDraft] = useDraft(view, draftOf(content, answer), isDraft);
  const positions = positionsOf(draft);
  const [chosen, setChosen] = useState(() => nextUnanswered(positions, -1) ?? 0);
  const [news, setNews] = useState('');
  const name = (item: number): string => isolated(items[item] ?? '');
  const next = nextUnanswered(positions, chosen) ?? (chosen + 1) % items.length;
  const place = (position: Position): void => {
    setDraft(withItem(draft, chosen, position));
    const where = content.quadrants.length > 0 ? `; ${quadrantLabel(content, position)}` : '';
    setNews(`${name(chosen)}: ${positionLabel(content, position)}${where}.`);
  };
  const choose = (item: number, words: string): void => {
    setChosen(item);
    setNews(words);
  };
  return {
    ...{ draft, positions, chosen, next, news, setDraft },
    choose: (item) => choose(item, ''),
    chooseNext: () => choose(next, `${name(next)}: ${next + 1} of ${items.length}.`),
    tap(position) {
      place(position);
      if (positions[chosen] === null) setChosen(nextUnanswered(positions, chosen) ?? chosen);
    },
    drag: place,
    takeOut() {
      setDraft(withItem(draft, chosen));
      setNews(`${name(chosen)}: taken out.`);
    },
  };
}
