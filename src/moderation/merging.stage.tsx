import type { RefObject } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { ModerationWanted } from './moderation.ts';
import { restForKeys } from './resting-rows.stage.tsx';
import type { ReviewedWords } from './shown.ts';

/** The merge that a presenter is about to make. */
export interface Merging {
  /** The key of the text that goes into another; null for none. */
  readonly key: string | null;
  readonly choice: number | null;
  begin(key: string, choice: number | null): void;
  /** Merges the text into the one with this key. */
  into(key: string): void;
  cancel(): void;
}

/** The state of a merge. The focus goes on in the row that it is about. */
export function useMerging(
  box: RefObject<HTMLElement | null>,
  words: readonly ReviewedWords[],
  control: ((control: ModerationWanted) => void) | undefined,
): Merging {
  const [begun, setFrom] = useState<{ key: string; choice: number | null } | null>(null);
  // Its author may have taken it back meanwhile, or others have spelt it otherwise.
  const from = words.some(({ key }) => key === begun?.key) ? begun : null;
  const focusOn = useRef<string | null>(null);
  useLayoutEffect(() => {
    const key = focusOn.current;
    focusOn.current = null;
    if (key === null) return;
    const rows = [...(box.current?.querySelectorAll<HTMLElement>('[data-key]') ?? [])];
    const row = rows.find(({ dataset }) => dataset['key'] === key);
    row?.querySelector('button')?.focus();
    restForKeys(row);
  });
  const end = (key: string | null): void => {
    focusOn.current = key;
    setFrom(null);
  };
  return {
    key: from?.key ?? null,
    choice: from?.choice ?? null,
    begin(key, choice) {
      focusOn.current = key;
      setFrom({ key, choice });
    },
    into(key) {
      if (from !== null) control?.({ merge: from.key, into: key });
      end(key);
    },
    cancel: () => end(from?.key ?? null),
  };
}
