import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import type { NumberRange } from '../lib/number-range.ts';
import './number-field.css';
import { OwnText } from './own-text.tsx';

export interface NumberFieldProps {
  readonly label: string;
  /** The language of the label, where it is not the deck's. */
  readonly lang?: string;
  readonly unit: string;
  readonly range: NumberRange;
  /** The text as typed. */
  readonly text: string;
  /** Buttons beside the field. */
  readonly children?: ComponentChildren;
  onText(text: string): void;
}

/** A labelled field for one number. The unit follows it and is part of its accessible name. */
export function NumberField(props: NumberFieldProps): ComponentChildren {
  const { label, lang, unit, range, text, children, onText } = props;
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
          type="number"
          inputMode="decimal"
          autocomplete="off"
          aria-labelledby={`${name}-label ${name}-unit`}
          min={range.from}
          max={range.to}
          step={range.step}
          value={text}
          onInput={(event) => onText(event.currentTarget.value)}
        />
        <span id={`${name}-unit`} class="number-field-unit">
          <OwnText>{unit}</OwnText>
        </span>
        {children}
      </div>
    </div>
  );
}

/** Parses a field's text; null if it is no number. */
export function parseNumber(text: string): number | null {
  if (text.trim() === '') return null;
  const value = Number(text);
  return Number.isFinite(value) ? value : null;
}
