import type { ComponentChildren } from 'preact';
import { formatNumber } from '../../lib/format-number.ts';
import './hero.css';

/** A unit of so few letters stands beside the figure, a longer one below it. */
const SHORT_UNIT = 3;
/** What a short unit takes of the line, in digits. */
const UNIT_DIGITS = 1.5;

export interface HeroProps {
  /** What the figure is. */
  readonly label: string;
  readonly value: number;
  readonly unit: string;
}

/** One number, set as large as its digits leave room for. */
export function Hero({ label, value, unit }: HeroProps): ComponentChildren {
  const percent = unit.startsWith('%');
  const [beside, below] = percent
    ? ['%', unit.slice(1).trim()]
    : unit.length <= SHORT_UNIT
      ? [unit, '']
      : ['', unit];
  const digits = formatNumber(value).length + (beside === '' ? 0 : UNIT_DIGITS);
  return (
    <p class="hero">
      <span class="hero-label" lang="en">
        {label}
      </span>{' '}
      <span class="hero-figure" style={{ '--digits': digits }}>
        {formatNumber(value)}
        {percent && '%'}
        {!percent && beside !== '' && <span class="hero-beside-unit"> {beside}</span>}
      </span>{' '}
      {below !== '' && <span class="hero-unit">{below}</span>}
    </p>
  );
}
