import type { Hex } from '../../lib/colour.ts';

/** Dark ink on light paper, or light ink on dark. */
export type Mode = 'light' | 'dark';

/** The looks of a deck as its front matter says them. Each part that it does not say is left out. */
export interface DeckTheme {
  readonly mode?: Mode;
  /** Its accent in each mode. */
  readonly accent?: Readonly<Record<Mode, Hex>>;
  /** The addresses of its font's files on the server. */
  readonly font?: { readonly regular: string; readonly bold?: string };
  readonly logo?: DeckLogo;
}

export interface DeckLogo {
  /** The address of the picture on the server. */
  readonly src: string;
  /** The same for dark grounds; left out where there is none. */
  readonly dark?: string;
  /** Its words for those who do not see it. */
  readonly alt: string;
}
