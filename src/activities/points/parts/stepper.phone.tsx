import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import { OwnText } from '../../../ui/own-text.tsx';
import { useHeldPress } from '../../../ui/use-held-press.ts';
import { Bar } from './bar.phone.tsx';
import '../../../ui/invalid-field.css';

/** The steps of an arrow key and of a page key. */
const KEYS: Readonly<Record<string, number>> = {
  ArrowUp: 1,
  ArrowDown: -1,
  PageUp: 5,
  PageDown: -5,
};

interface Props {
  readonly option: string;
  readonly text: string;
  /** The points as a share of the total, in percent. */
  readonly percent: number;
  /** False where it has no points to take back, or none are left for it. */
  readonly canTake: boolean;
  readonly canGive: boolean;
  /** The id of a sentence on the fault of the text; undefined where it has none. */
  readonly describedBy: string | undefined;
  onText(text: string): void;
  onStep(steps: number): void;
}

/** An option with a field for its points, and buttons for fewer and more. */
export function Stepper(props: Props): ComponentChildren {
  const { option, text, percent, canTake, canGive, describedBy, onText, onStep } = props;
  const field = useId();
  const press = (event: KeyboardEvent): void => {
    const steps = KEYS[event.key];
    if (steps === undefined) return;
    event.preventDefault();
    onStep(steps);
  };
  return (
    <li class="points-row">
      <label class="points-option" for={field}>
        <OwnText>{option}</OwnText>
      </label>
      <span class="points-stepper">
        <StepButton
          name="Less:"
          sign="−"
          {...{ option }}
          isOff={!canTake}
          onPress={(n) => onStep(-n)}
        />
        <input
          id={field}
          class="field"
          dir="ltr"
          type="text"
          inputMode="numeric"
          autocomplete="off"
          aria-invalid={describedBy !== undefined}
          aria-describedby={describedBy}
          value={text}
          onFocus={(event) => event.currentTarget.select()}
          onKeyDown={press}
          onInput={(event) => onText(event.currentTarget.value)}
        />
        <StepButton name="More:" sign="+" {...{ option }} isOff={!canGive} onPress={onStep} />
      </span>
      <Bar percent={percent} />
    </li>
  );
}

interface StepButtonProps {
  readonly name: string;
  readonly sign: string;
  readonly option: string;
  readonly isOff: boolean;
  onPress(steps: number): void;
}

function StepButton({ name, sign, option, isOff, onPress }: StepButtonProps): ComponentChildren {
  const held = useHeldPress(onPress);
  return (
    // Not `disabled`: that would take the focus from whoever has just pressed it.
    <button type="button" class="button points-step" aria-disabled={isOff} {...held}>
      <span aria-hidden="true">{sign}</span>
      <span class="visually-hidden">
        <span lang="en">{name}</span> {option}
      </span>
    </button>
  );
}
