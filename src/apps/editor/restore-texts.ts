import { isUnsaved, newFile, takeIn, toSave, type EditedFile } from './edited-file.ts';
import type { UnsavedByFile } from './unsaved-texts.ts';

/** Puts texts that were not saved before their page was closed into the files as they are in the folder. */
export function restoreTexts(
  files: readonly EditedFile[],
  unsaved: UnsavedByFile,
): { readonly files: readonly EditedFile[]; readonly restored: readonly string[] } {
  const all = new Map(files.map((one) => [one.file, one]));
  const restored: string[] = [];
  for (const [file, typed] of Object.entries(unsaved)) {
    const saved = all.get(file);
    const mine = { ...(saved ?? newFile(file, '')), ...typed };
    const taken = takeIn(mine, saved === undefined ? null : savedText(saved));
    if (taken === null || !isUnsaved(taken)) continue;
    all.set(file, taken);
    restored.push(file);
  }
  return { files: [...all.values()], restored };
}

function savedText(saved: EditedFile) {
  const text = toSave({ ...saved, text: saved.base });
  return { file: saved.file, text, hash: saved.baseHash ?? '' };
}
