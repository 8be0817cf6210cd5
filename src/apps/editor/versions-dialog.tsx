import { useEffect, useState } from 'preact/hooks';
import { deckEditing } from '../../client/deck-editing.ts';
import type { DeckVersion } from '../../protocol/deck-editing.ts';
import { ModalDialog } from '../../presenting/modal-dialog.tsx';
import { clockTime } from '../../ui/clock-time.ts';
import { dayLabel } from '../../ui/day-label.ts';
import { OwnText } from '../../ui/own-text.tsx';
import { changeLabel } from './change-label.ts';
import { withPlainLines, type EditedFile } from './edited-file.ts';
import { TextDifference } from './text-difference.tsx';

interface Props {
  readonly deck: string;
  readonly edited: EditedFile;
  /** Takes the text to go back to. */
  readonly onRestore: (text: string) => void;
  readonly onClosed: () => void;
}

/** The saved versions of a file: when each was saved, how it differs from the present text, and a way back to it. */
export function VersionsDialog({ deck, edited, onRestore, onClosed }: Props) {
  const { versions, problem, setProblem } = useVersions(deck, edited.file);
  const [chosen, setChosen] = useState<{ readonly id: string; readonly text: string } | null>(null);
  const choose = async (id: string): Promise<void> => {
    const read = await deckEditing.version(deck, id);
    setProblem(read.ok ? null : read.error.message);
    if (read.ok) setChosen({ id, text: withPlainLines(read.value.text) });
  };
  const restore = (text: string, button: HTMLElement): void => {
    onRestore(text);
    button.closest('dialog')?.close();
  };
  const isPresent = chosen?.text === edited.text;
  return (
    <ModalDialog name="Versions" class="confirm versions-dialog" onClosed={onClosed}>
      <h2>Versions of {edited.file}</h2>
      {problem !== null && (
        <p class="problem" role="alert">
          {problem}
        </p>
      )}
      {versions?.length === 0 && <p>No version yet. Each save keeps one.</p>}
      <div class="versions">
        <VersionList
          versions={versions ?? []}
          chosen={chosen?.id ?? null}
          onChoose={(id) => void choose(id)}
        />
        {chosen !== null && (
          <div class="version-text">
            <p class="caption" role="status">
              {isPresent
                ? 'This is the present text.'
                : 'Lines that are crossed out are only in the present text, green ones only in this version.'}
            </p>
            <TextDifference before={edited.text} after={chosen.text} />
          </div>
        )}
      </div>
      <form method="dialog" class="confirm-buttons">
        <button class="button" autofocus>
          Close
        </button>
        {chosen !== null && !isPresent && (
          <button
            type="button"
            class="button button-primary"
            onClick={({ currentTarget }) => restore(chosen.text, currentTarget)}
          >
            Restore this version
          </button>
        )}
      </form>
    </ModalDialog>
  );
}

function useVersions(deck: string, file: string) {
  const [versions, setVersions] = useState<readonly DeckVersion[] | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  useEffect(() => {
    void deckEditing.versions(deck).then((listed) => {
      if (listed.ok) setVersions(listed.value.filter((version) => version.file === file));
      else setProblem(listed.error.message);
    });
  }, [deck, file]);
  return { versions, problem, setProblem };
}

interface ListProps {
  readonly versions: readonly DeckVersion[];
  readonly chosen: string | null;
  readonly onChoose: (id: string) => void;
}

function VersionList({ versions, chosen, onChoose }: ListProps) {
  return (
    <ul class="version-list">
      {versions.map((version) => (
        <li key={version.id}>
          <button
            type="button"
            class="version"
            aria-pressed={chosen === version.id}
            onClick={() => onChoose(version.id)}
          >
            <b>{savedLabel(version)}</b>
            <span>
              {changeLabel(version)}
              {version.line !== '' && (
                <>
                  {' · '}
                  <OwnText>{version.line}</OwnText>
                </>
              )}
            </span>
          </button>
        </li>
      ))}
    </ul>
  );
}

function savedLabel({ savedAt, present }: DeckVersion): string {
  const at = new Date(savedAt);
  return `${dayLabel(at, new Date())}, ${clockTime(at, true)}${present ? ' · present' : ''}`;
}
