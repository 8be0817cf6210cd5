import type { LeftOut } from '../../../src/protocol/imports.ts';

/** A deck that was brought and is not taken yet: its folder as it would be taken, and the files that are left out. */
export interface SettledDeck {
  readonly folder: string;
  readonly leftOut: readonly LeftOut[];
}
