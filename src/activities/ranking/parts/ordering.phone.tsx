import type { ComponentChildren, TargetedEvent } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { useRankMoves } from '../../../ui/charts/use-rank-moves.ts';
import { useDoubleTap } from '../../../ui/use-double-tap.ts';
import { useDraft } from '../../../ui/use-draft.ts';
import { useDraggedRow } from '../../../ui/use-dragged-row.ts';
import { SendForm } from '../../send-form.tsx';
import type { PhoneViewProps } from '../../views.ts';
import type { RankingAnswer, RankingContent, RankingShown } from '../content.ts';
import { isDraft, isGiven, moveTo, obstacle, placeNews, toggle, type Draft } from '../draft.ts';
import { howMany } from '../labels.ts';
import { Row } from './row.phone.tsx';

interface Props {
  readonly view: PhoneViewProps<RankingContent, RankingAnswer, RankingShown>;
  /** All options by their indices, as this phone shows them before any has a place. */
  readonly dealt: readonly number[];
}

/**
 * The options with a place, in their order, and below them the others. A tap gives an option the next
 * place, or takes it out; buttons, arrow keys and dragging move it. The pressed button keeps the focus.
 */
export function Ordering({ view, dealt }: Props): ComponentChildren {
  const { content, answer, give } = view;
  const [draft, setDraft] = useDraft(view, answer?.order ?? [], isDraft);
  const [news, setNews] = useState('');
  const list = useRankMoves<HTMLUListElement>();
  const keepFocus = useKeptFocus();
  const endsDoubleTap = useDoubleTap();
  const change = (option: number, changed: Draft, event?: TargetedEvent): void => {
    if (event instanceof MouseEvent && event.detail > 0 && endsDoubleTap(event)) return;
    if (event !== undefined) keepFocus(event);
    if (String(changed) === String(draft)) return;
    setDraft(changed);
    setNews(placeNews(content, changed, option));
  };
  const drag = useDraggedRow(list, '.ranking-placed', (option, place) =>
    change(option, moveTo(draft, option, place)),
  );
  const others = dealt.filter((option) => !draft.includes(option));
  const isFull = draft.length >= content.top;
  return (
    <SendForm
      view={view}
      obstacle={obstacle(content, draft)}
      given={isGiven(draft, answer)}
      onSend={() => give({ order: draft })}
    >
      <p class="choice-note" lang="en">
        {howMany(content)}: tap one after the other. Another tap takes one out.
      </p>
      <p class="visually-hidden" role="status">
        {news}
      </p>
      <ul class="ranking-rows" ref={list} {...drag.handlers}>
        {[...draft, ...others].map((option) => {
          const place = draft.indexOf(option);
          return (
            <Row
              key={option}
              text={content.options[option] ?? ''}
              place={place < 0 ? null : place}
              places={content.top}
              last={draft.length - 1}
              isDragged={drag.dragged === option}
              onToggle={
                place < 0 && isFull
                  ? undefined
                  : (event) => change(option, toggle(draft, option), event)
              }
              onMove={(to, event) => change(option, moveTo(draft, option, to), event)}
              onGrip={(event) => drag.start(option, event)}
            />
          );
        })}
      </ul>
    </SendForm>
  );
}

/** A function that keeps the focus on an event's target, should its row be moved in the document. */
function useKeptFocus(): (event: TargetedEvent) => void {
  const pressed = useRef<{ readonly element: HTMLElement; readonly isTapped: boolean }>(null);
  useLayoutEffect(() => {
    // One who taps looks at the options that are left: the page stays where it is.
    pressed.current?.element.focus({ preventScroll: pressed.current.isTapped });
    pressed.current = null;
  });
  return (event) => {
    const { target } = event;
    const element = target instanceof Element ? target.closest('button') : null;
    const isTapped = event instanceof MouseEvent && event.detail > 0;
    if (element !== null) pressed.current = { element, isTapped };
  };
}
