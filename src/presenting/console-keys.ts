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
  { keys: ['Ctrl+Z', '⌘Z'], does: 'Erase the drawing, or undo the latest step' },
  { keys: ['b', '.'], does: 'Blank the stage, or show it again' },
  { keys: ['q'], does: 'Show or hide the QR code beside the slide' },
  { keys: ['d'], does: 'Draw on the slide, or stop' },
  { keys: ['Hold on the slide'], does: 'Point on the stage' },
  { keys: ['z'], does: 'Enlarge a part of the slide, or show all of it' },
  { keys: ['Esc'], does: 'Stop drawing, or show all of the slide' },
  { keys: ['a'], does: 'Ask a question that is in no deck' },
  { keys: ['o'], does: 'Overview of all slides' },
  { keys: ['?'], does: 'These keys' },
];
