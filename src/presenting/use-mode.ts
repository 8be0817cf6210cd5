import { useLayoutEffect } from 'preact/hooks';
import type { Mode } from '../deck/theme/theme.ts';

/** Sets the whole page in a mode, whatever the computer prefers; as it is while that is unknown. */
export function useMode(mode: Mode | undefined): void {
  useLayoutEffect(() => {
    if (mode !== undefined) document.documentElement.dataset['theme'] = mode;
  }, [mode]);
}
