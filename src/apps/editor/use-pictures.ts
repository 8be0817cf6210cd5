import { useRef } from 'preact/hooks';
import { addMedia } from '../../client/add-media.ts';
import type { DeckModel } from './deck-model.ts';
import type { SourceView } from './source-view.ts';

/** Adds files to the deck's folder, and each picture to the text, with the cursor where its alternative text belongs. */
export function usePictures(model: DeckModel, view: { readonly current: SourceView | null }) {
  const add = async (files: readonly File[]): Promise<void> => {
    for (const file of files) {
      model.adding.value = file.name;
      const added = await addMedia(model.name, named(file));
      model.adding.value = null;
      model.problem.value = added.ok ? null : added.error;
      if (!added.ok) return;
      const address = added.value.path.split('/').map(encodeURIComponent).join('/');
      view.current?.insertPicture(`![](${address})`, 2);
    }
  };
  const latest = useRef(add);
  latest.current = add;
  const choose = (): void => {
    const input = document.createElement('input');
    Object.assign(input, { type: 'file', accept: 'image/*', multiple: true });
    input.addEventListener('change', () => void latest.current([...(input.files ?? [])]));
    input.click();
  };
  return { add: (files: readonly File[]) => void latest.current(files), choose };
}

/** A file with a name that a deck takes; pasted pictures are all called "image.png". */
function named(file: File): File {
  const name = file.name.replace(/[\s"*:<>?\\|/]+/g, '-').replace(/^[.-]+/, '');
  return new File([file], name === '' ? 'picture.png' : name, { type: file.type });
}
