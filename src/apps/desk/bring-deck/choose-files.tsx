import { useRef } from 'preact/hooks';
import { StepHeading } from './step-heading.tsx';

interface Props {
  /** The latest problem in words; null where there is none. */
  readonly problem: string | null;
  readonly onChosen: (files: FileList) => void;
}

/** The ways to choose a deck on this computer. */
export function ChooseFiles({ problem, onChosen }: Props) {
  return (
    <>
      <StepHeading text="Bring a deck" />
      {problem !== null && (
        <p class="problem" role="alert">
          {problem}
        </p>
      )}
      <p>
        Drop a Markdown file, a folder or a zip here, or choose one. Decks of reveal.js and
        reveal-md are welcome too: slides in HTML become Markdown.
      </p>
      <p class="caption">You see what is in it before anything is added.</p>
      <form method="dialog" class="confirm-buttons">
        <button class="button button-quiet">Cancel</button>
        <Choose label="Choose a folder" isFolder onChosen={onChosen} />
        <Choose label="Choose files" isFolder={false} onChosen={onChosen} />
      </form>
    </>
  );
}

interface ChooseProps {
  readonly label: string;
  readonly isFolder: boolean;
  readonly onChosen: (files: FileList) => void;
}

/** A button that opens the browser's dialog for files or for a folder. */
function Choose({ label, isFolder, onChosen }: ChooseProps) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <input
        ref={input}
        type="file"
        hidden
        multiple
        aria-label={label}
        {...(isFolder ? { webkitdirectory: true } : {})}
        onChange={({ currentTarget: { files } }) => {
          if (files !== null && files.length > 0) onChosen(files);
        }}
      />
      <button
        type="button"
        class={`button ${isFolder ? '' : 'button-primary'}`}
        onClick={() => input.current?.click()}
      >
        {label}
      </button>
    </>
  );
}
