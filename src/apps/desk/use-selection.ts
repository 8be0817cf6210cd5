import { useRef, useState } from 'preact/hooks';
import { range, toggled } from './selected-range.ts';

/** The selected sessions of a list, by their codes. */
export interface Selection {
  readonly selected: ReadonlySet<string>;
  select(codes: Iterable<string>): void;
  /** Selects one or takes it back; with `isRange` all from the one before it on. */
  toggle(code: string, isRange: boolean): void;
}

/** Keeps the selection in a list of sessions with these codes. */
export function useSelection(codes: readonly string[]): Selection {
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const latest = useRef('');
  return {
    selected,
    select: (chosen) => setSelected(new Set(chosen)),
    toggle(code, isRange) {
      const together = isRange ? range(codes, latest.current, code) : [code];
      setSelected(new Set(toggled(selected, together, code)));
      latest.current = code;
    },
  };
}
