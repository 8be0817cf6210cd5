import type { LeftOut } from '../../../protocol/imports.ts';

const MOST_SHOWN = 100;

/** The files that do not become part of the deck, folded. */
export function LeftOutFiles({ files }: { files: readonly LeftOut[] }) {
  if (files.length === 0) return null;
  const more = files.length - MOST_SHOWN;
  return (
    <details class="bring-deck-folded">
      <summary>{files.length === 1 ? '1 file is' : `${files.length} files are`} left out</summary>
      <ul>
        {files.slice(0, MOST_SHOWN).map(({ path, reason }) => (
          <li key={path}>
            <bdi>{path}</bdi>: {reason}
          </li>
        ))}
        {more > 0 && <li>and {more} more</li>}
      </ul>
    </details>
  );
}
