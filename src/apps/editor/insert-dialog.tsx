import { activityTypeNames } from '../../activities/registry.ts';
import { layoutNames } from '../../deck/layouts.ts';
import { layoutSlide, questionSlide } from '../../deck/slide-examples.ts';
import { capitalised } from '../../lib/capitalised.ts';
import { ModalDialog } from '../../presenting/modal-dialog.tsx';

interface Props {
  /** The texts of the deck. */
  readonly texts: readonly string[];
  readonly onSlide: (markdown: string) => void;
  readonly onPicture: () => void;
  readonly onClosed: () => void;
}

/** All that can be inserted: slides by their layouts, questions, and pictures. */
export function InsertDialog({ texts, onSlide, onPicture, onClosed }: Props) {
  const layouts = layoutNames.filter((name) => name !== 'default' && name !== 'question');
  return (
    <ModalDialog name="Insert" class="confirm insert-dialog" onClosed={onClosed}>
      <h2>Insert</h2>
      <form method="dialog">
        <div class="insert-group">
          <button class="button" onClick={() => onSlide(layoutSlide('default'))}>
            New slide
          </button>
          <button class="button" onClick={onPicture}>
            Picture…
          </button>
        </div>
        <h3>Question</h3>
        <div class="insert-group">
          {activityTypeNames.map((type) => (
            <button class="button" key={type} onClick={() => onSlide(questionSlide(type, texts))}>
              {label(type)}
            </button>
          ))}
        </div>
        <h3>Slide with a layout</h3>
        <div class="insert-group">
          {layouts.map((layout) => (
            <button class="button" key={layout} onClick={() => onSlide(layoutSlide(layout))}>
              {label(layout)}
            </button>
          ))}
        </div>
        <div class="confirm-buttons">
          <button class="button">Cancel</button>
        </div>
      </form>
    </ModalDialog>
  );
}

function label(name: string): string {
  return name === 'two-cols' ? 'Two columns' : capitalised(name.replaceAll('-', ' '));
}
