/** A line of the console's list of keys. */
export interface KeyLine {
  /** The keys as their caps name them; one is enough. */
  readonly keys: readonly string[];
  readonly does: string;
}

/** All keys of the console, as its dialog lists them. On the stage, those that move the slides do so too. */
export const consoleKeys: readonly KeyLine[] = [
  { keys: ['→', '↓', 'Page Down', 'Space'], does: 'Next, as the button says' },
  { keys: ['←', '↑', 'Page Up'], does: 'Back' },
  { keys: ['Home'], does: 'To the first slide, if pressed twice' },
  { keys: ['End'], does: 'To the last slide, if pressed twice' },
  { keys: ['o'], does: 'Overview of all slides' },
  { keys: ['?'], does: 'These keys' },
];
