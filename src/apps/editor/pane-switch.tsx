export type Pane = 'text' | 'slides';

interface Props {
  readonly pane: Pane;
  readonly onPane: (pane: Pane) => void;
}

/** On a narrow screen: either the text or the slides. */
export function PaneSwitch({ pane, onPane }: Props) {
  return (
    <div class="pane-switch" role="group" aria-label="Show">
      <button
        type="button"
        class="button button-small"
        aria-pressed={pane === 'text'}
        onClick={() => onPane('text')}
      >
        Text
      </button>
      <button
        type="button"
        class="button button-small"
        aria-pressed={pane === 'slides'}
        onClick={() => onPane('slides')}
      >
        Slides
      </button>
    </div>
  );
}
