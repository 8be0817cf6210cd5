import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import { OwnText } from '../../../ui/own-text.tsx';
import type { Axis, MatrixContent } from '../content.ts';
import { withAxis, type Draft } from '../draft.ts';
import { LEAST, MIDDLE, MOST, STEP } from '../grid.ts';
import { valueLabel } from '../labels.ts';

interface Props {
  readonly content: MatrixContent;
  readonly draft: Draft;
  /** The index of the item that they move. */
  readonly item: number;
  /** The id of the name of its quadrant. */
  readonly describedBy: string;
  onChange(draft: Draft): void;
}

/** A slider on either axis for one item. */
export function Sliders({ content, draft, item, describedBy, onChange }: Props): ComponentChildren {
  const [across = null, up = null] = draft[item] ?? [];
  const name = content.items[item] ?? '';
  return (
    <>
      <Slider
        axis={content.x}
        item={name}
        describedBy={describedBy}
        value={across}
        onSlide={(value) => onChange(withAxis(draft, item, 0, value))}
      />
      <Slider
        axis={content.y}
        item={name}
        describedBy={describedBy}
        value={up}
        onSlide={(value) => onChange(withAxis(draft, item, 1, value))}
      />
    </>
  );
}

interface SliderProps {
  readonly axis: Axis;
  readonly item: string;
  readonly describedBy: string;
  /** null until it is set; the slider then stands in the middle, and says that it is not set. */
  readonly value: number | null;
  onSlide(value: number): void;
}

function Slider({ axis, item, describedBy, value, onSlide }: SliderProps): ComponentChildren {
  const field = useId();
  return (
    <div class="matrix-slider">
      <label for={field}>
        <OwnText>{axis.label}</OwnText>
        <span class="visually-hidden">
          <OwnText>{item}</OwnText>
        </span>
      </label>
      <span class="choice-note" aria-hidden="true" lang="en">
        {valueLabel(axis, value)}
      </span>
      <input
        id={field}
        class={value === null ? 'matrix-range matrix-range-unset' : 'matrix-range'}
        type="range"
        min={LEAST}
        max={MOST}
        step={STEP}
        aria-describedby={describedBy}
        aria-valuetext={valueLabel(axis, value)}
        value={value ?? MIDDLE}
        onInput={(event) => onSlide(event.currentTarget.valueAsNumber)}
        // The middle, where it stands, is set by a press on it or by the space bar.
        onClick={(event) => {
          if (value === null) onSlide(event.currentTarget.valueAsNumber);
        }}
        onKeyDown={(event) => {
          if (event.key === ' ' && value === null) onSlide(event.currentTarget.valueAsNumber);
        }}
      />
    </div>
  );
}
