import { useEffect } from 'preact/hooks';
import { addressOf, placeIn } from './moment-address.ts';
import type { Player } from './use-player.ts';

interface Shown {
  readonly moments: readonly { readonly at: number }[];
  /** The playing time at which each moment begins, in milliseconds. */
  readonly starts: readonly number[];
  readonly player: Player;
  /** The place of the moment that is shown. */
  readonly place: number;
}

/** Puts the moment that is shown into the page's address, for somebody else; goes to one that is put there. */
export function useMomentInAddress({ moments, starts, player, place }: Shown): void {
  const { isPlaying, goTo } = player;
  useEffect(() => {
    // While it plays the address would change with each moment.
    if (isPlaying || placeIn(location.hash, moments) === place) return;
    const { pathname, search } = location;
    history.replaceState(history.state, '', `${pathname}${search}${addressOf(moments, place)}`);
  }, [moments, isPlaying, place]);
  useEffect(() => {
    const follow = (): void => goTo(starts[placeIn(location.hash, moments)] ?? 0);
    addEventListener('hashchange', follow);
    return () => removeEventListener('hashchange', follow);
  });
}
