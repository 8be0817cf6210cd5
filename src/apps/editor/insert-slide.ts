import type { DeckModel } from './deck-model.ts';
import { firstWritten } from './first-written.ts';
import { endOfSlide } from './slide-at.ts';
import type { SourceView } from './source-view.ts';

/** Inserts a slide behind the one with the cursor, from its line of `---` on, and selects the words that its author replaces first. */
export async function insertSlide(
  model: DeckModel,
  view: SourceView,
  { file, line }: { readonly file: string; readonly line: number },
  markdown: string,
): Promise<void> {
  // Else the lines of the slides may be those of a text before.
  await model.previewNow();
  const lines = model.find(file)?.text.split('\n') ?? [];
  const places = model.preview.value?.slides.map(({ place }) => place) ?? [];
  const afterLine = endOfSlide(lines, places, file, line);
  const isLast = afterLine >= lines.length;
  const text = `\n\n${markdown}${isLast ? '\n' : ''}`;
  view.insertBehind(afterLine, text, firstWritten(text));
}
