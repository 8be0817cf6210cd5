import { listenForPageKeys } from './page-keys.ts';

/** Something that a key does to the stage. */
export type StagePress = 'toggleBlank' | 'toggleJoinCorner';

// A clicker's black-screen button sends one of the first two.
const presses: Readonly<Record<string, StagePress>> = {
  b: 'toggleBlank',
  '.': 'toggleBlank',
  q: 'toggleJoinCorner',
};

/** Calls `take` for each key that changes the stage, until the returned function is called. */
export function listenForStageKeys(take: (press: StagePress) => void): () => void {
  return listenForPageKeys((key) => {
    const press = presses[key.toLowerCase()];
    return press === undefined ? undefined : () => take(press);
  });
}
