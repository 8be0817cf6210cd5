import type { DeckLogo, Mode } from '../deck/theme/theme.ts';
import './deck-logo.css';

interface Props {
  readonly logo: DeckLogo;
  /** The mode of what lies behind it. */
  readonly ground: Mode;
}

/** A deck's logo; on light paper of its own where it has no picture for what is dark. */
export function DeckLogoPicture({ logo, ground }: Props) {
  const { src, dark, alt } = logo;
  const isOnPaper = ground === 'dark' && dark === undefined;
  const shown = ground === 'dark' ? (dark ?? src) : src;
  return (
    <img
      key={shown}
      class={isOnPaper ? 'deck-logo deck-logo-paper' : 'deck-logo'}
      src={shown}
      alt={alt}
      // A broken picture is no sight for a room.
      onError={({ currentTarget }) => (currentTarget.hidden = true)}
    />
  );
}
