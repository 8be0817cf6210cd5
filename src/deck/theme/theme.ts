/** Dark ink on light paper, or light ink on dark. */
export type Mode = 'light' | 'dark';

/** The looks of a deck as its front matter says them. Each part that it does not say is left out. */
export interface DeckTheme {
  readonly mode?: Mode;
}
