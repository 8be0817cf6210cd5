import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import './invalid-field.css';
import './number-field.css';
import { OwnText } from './own-text.tsx';

export interface NumberFieldProps {
  readonly label: string;
  /** The language of the label, where it is not the deck's. */
  readonly lang?: string;
  readonly unit: string;
  /** The text as typed. */
  readonly text: string;
  /** A sentence on how the text was read; empty where nothing is to be said. */
  readonly note: string;
  /** True if the text can't be sent. */
  readonly isInvalid: boolean;
  /** The id of a sentence that says why. */
  readonly describedBy?: string | undefined;
  /** Buttons beside the field. */
  readonly children?: ComponentChildren;
  onText(text: string): void;
}

/** A labelled field for one number. The unit follows it and is part of its accessible name. */
export function NumberField(props: NumberFieldProps): ComponentChildren {
  const { label, lang, unit, text, note, isInvalid, describedBy = '', children, onText } = props;
  const name = useId();
  return (
    <div class="number-field">
      <label for={`${name}-field`} id={`${name}-label`} lang={lang}>
        <OwnText>{label}</OwnText>
      </label>
      <div class="number-field-line">
        <input
          id={`${name}-field`}
          class="field"
          dir="ltr"
          // Not "number": browsers read that by their own language, and drop in silence what they cannot read.
          type="text"
          inputMode="decimal"
          autocomplete="off"
          aria-labelledby={`${name}-label ${name}-unit`}
          aria-invalid={isInvalid}
          aria-describedby={`${name}-note ${describedBy}`.trim()}
          value={text}
          onInput={(event) => onText(event.currentTarget.value)}
        />
        <span id={`${name}-unit`} class="number-field-unit">
          <OwnText>{unit}</OwnText>
        </span>
        {children}
      </div>
      <p id={`${name}-note`} class="number-field-note" role="status" lang="en">
        {note}
      </p>
    </div>
  );
}
