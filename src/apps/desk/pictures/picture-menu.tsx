import { useState } from 'preact/hooks';
import { downloadFile } from '../../../ui/download-file.ts';
import { MoreMenu } from '../more-menu.tsx';
import { copyPicture } from './copy-picture.ts';
import type { Subject } from './subject.ts';
import './picture-menu.css';

interface Props {
  /** The accessible name, which begins with "Picture". */
  readonly name: string;
  /** The file's name without its ending. */
  readonly file: string;
  /** Loads the contents of the picture. */
  subject(): Promise<Subject>;
}

/** The outcome of a press, in words. */
interface Outcome {
  readonly text: string;
  /** true: saving the picture is the way on. */
  readonly offersFile: boolean;
}

const COPIED = { text: 'Copied. Paste it where you need it.', offersFile: false };
const NOT_COPIED = { text: 'This browser does not copy pictures here.', offersFile: true };
const FAULT = { text: 'The picture could not be drawn. Reload the page.', offersFile: false };

/** The menu that takes a chart along as a picture. */
export function PictureMenu({ name, file, subject }: Props) {
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const make = async (act: () => Promise<Outcome | null>): Promise<void> => {
    setOutcome(null);
    setOutcome(await act().catch(() => FAULT));
  };
  const saveSvg = async (): Promise<null> => {
    const { svg, svgFile } = await pictureOf(subject);
    downloadFile(svgFile(svg), `${file}.svg`);
    return null;
  };
  const savePng = async (): Promise<null> => {
    downloadFile(await pngOf(subject), `${file}.png`);
    return null;
  };
  const copy = async (): Promise<Outcome> => {
    const copied = await copyPicture(pngOf(subject));
    return copied.ok ? COPIED : NOT_COPIED;
  };
  return (
    <div class="picture-menu">
      <MoreMenu name={name} label="Picture">
        <button type="button" class="button" onClick={() => void make(copy)}>
          Copy
        </button>
        <button type="button" class="button" onClick={() => void make(savePng)}>
          Save PNG
        </button>
        <button type="button" class="button" onClick={() => void make(saveSvg)}>
          Save SVG
        </button>
      </MoreMenu>
      <p class="picture-outcome" role="status">
        {outcome?.text}
      </p>
      {outcome?.offersFile === true && (
        <button type="button" class="button button-small" onClick={() => void make(savePng)}>
          Save PNG
        </button>
      )}
    </div>
  );
}

/** Loads the drawing code, which nothing else needs, and draws. */
async function pictureOf(subject: Props['subject']) {
  const { makePicture, drawPng, svgFile } = await import('./make-picture.tsx');
  const picture = await makePicture(await subject());
  return { ...picture, drawPng, svgFile };
}

async function pngOf(subject: Props['subject']): Promise<Blob> {
  const { drawPng, ...picture } = await pictureOf(subject);
  return drawPng(picture);
}
