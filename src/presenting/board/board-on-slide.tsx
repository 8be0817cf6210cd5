import type { Board } from '../../session/score-views.ts';
import { BoardView, Notice } from './board-view.tsx';

/** The place on a slide where its board belongs, or null. */
export function boardPlace(section: HTMLElement): HTMLElement | null {
  return section.querySelector<HTMLElement>('[data-board]');
}

/** The board of a slide; null where the room does not see it now. */
export function BoardOnSlide({ board }: { board: Board | null }) {
  return (
    <div class="board-on-slide" lang="en">
      {board === null ? <Notice text="The board appears here." /> : <BoardView board={board} />}
    </div>
  );
}
