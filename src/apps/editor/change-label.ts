import type { DeckVersion } from '../../protocol/deck-editing.ts';

/** "+12 −3 lines", or "Same lines". */
export function changeLabel({ added, removed }: Pick<DeckVersion, 'added' | 'removed'>): string {
  const counts = [added > 0 ? `+${added}` : '', removed > 0 ? `−${removed}` : ''].join(' ').trim();
  if (counts === '') return 'Same lines';
  return `${counts} ${added + removed === 1 ? 'line' : 'lines'}`;
}
