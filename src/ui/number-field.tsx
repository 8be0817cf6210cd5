import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import type { NumberRange } from '../lib/number-range.ts';
import './number-field.css';

export interface NumberFieldProps {
  readonly label: string;
  /** The language of the label, where it is not the deck's. */
  readonly lang?: string;
  readonly unit: string;
  readonly range: NumberRange;
  /** As it was typed; empty for nothing. */
  readonly text: string;
  /** Stands beside the field: buttons that change it. */
  readonly children?: ComponentChildren;
  onText(text: string): void;
}

/** A labelled field for one number. Its unit stands behind it, and belongs to its name. */
export function NumberField(props: NumberFieldProps): ComponentChildren {
  const { label, lang, unit, range, text, children, onText } = props;
  const name = useId();
  return (
    <div class="number-field">
      <label for={`${name}-field`} id={`${name}-label`} lang={lang}>
        {label}
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
          {unit}
        </span>
        {children}
      </div>
    </div>
  );
}

/** The number in a field's text; null where there is none. */
export function parseNumber(text: string): number | null {
  if (text.trim() === '') return null;
  const value = Number(text);
  return Number.isFinite(value) ? value : null;
}
