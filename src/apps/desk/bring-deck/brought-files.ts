import { fileUse } from '../../../deck/file-use.ts';
import { LARGEST_MEDIA } from '../../../deck/media-kinds.ts';

/** The files or the zip that somebody drops or chooses. */
export interface Brought {
  /** The name of the file or folder. */
  readonly name: string;
  /** The zip, where one is all that is brought; else null. */
  readonly zip: File | null;
  readonly files: readonly BroughtFile[];
  /** The paths of pictures and films that are too large for a deck: they are not sent. */
  readonly tooLarge: readonly string[];
}

export interface BroughtFile {
  /** Its path among the brought files, separated by `/`. */
  readonly path: string;
  /** Empty for a file that decks do not use: only its name is sent. */
  readonly data: Blob;
}

/** Folders that are never part of a deck, with thousands of files. */
const PASSED_OVER = new Set(['node_modules', '__MACOSX']);

/** Reads dropped files and folders. To be called while the event is handled: later the browser forgets them. */
export async function readDropped(transfer: DataTransfer): Promise<Brought | null> {
  const found = await Promise.all([...transfer.items].map(readItem));
  return toBrought(found.flat());
}

/** Reads the choice of a file dialog: files, or the files of a folder. */
export function readChosen(files: FileList): Brought | null {
  return toBrought(
    [...files].map((file) => ({
      path: file.webkitRelativePath === '' ? file.name : file.webkitRelativePath,
      data: file,
    })),
  );
}

function toBrought(found: readonly { path: string; data: File }[]): Brought | null {
  const [first] = found;
  if (first === undefined) return null;
  const name = first.path.split('/')[0] ?? '';
  if (found.length === 1 && /\.zip$/i.test(name))
    return { name, zip: first.data, files: [], tooLarge: [] };
  const all = found.filter(({ path }) => !path.split('/').some(isPassedOver));
  const isTooLarge = ({ path, data }: BroughtFile): boolean =>
    fileUse(path) === 'media' && data.size > LARGEST_MEDIA;
  const files = all
    .filter((file) => !isTooLarge(file))
    .map(({ path, data }) => ({ path, data: fileUse(path) === 'unused' ? new Blob() : data }));
  if (files.length === 0) return null;
  const slides = ['markdown', 'page'].map((use) => files.find(({ path }) => fileUse(path) === use));
  const [named = name] = slides.flatMap((file) => file?.path.split('/')[0] ?? []);
  return {
    name: named,
    zip: null,
    files,
    tooLarge: all.filter(isTooLarge).map(({ path }) => path),
  };
}

/** Reads a file or folder that is dropped; a picture dragged from a page is a file as well. */
async function readItem(item: DataTransferItem): Promise<{ path: string; data: File }[]> {
  const entry = item.webkitGetAsEntry();
  if (entry !== null) return readEntry(entry, '');
  const data = item.getAsFile();
  return data === null ? [] : [{ path: data.name, data }];
}

async function readEntry(
  entry: FileSystemEntry,
  above: string,
): Promise<{ path: string; data: File }[]> {
  const path = above + entry.name;
  if (isPassedOver(entry.name)) return [];
  if (isFile(entry)) {
    const data = await new Promise<File>((done, failed) => entry.file(done, failed));
    return [{ path, data }];
  }
  if (!isFolder(entry)) return [];
  const children = await readFolder(entry.createReader());
  const found = await Promise.all(children.map((child) => readEntry(child, `${path}/`)));
  return found.flat();
}

/** Browsers list a hundred at a time, and none at the end. */
async function readFolder(reader: FileSystemDirectoryReader): Promise<FileSystemEntry[]> {
  const all: FileSystemEntry[] = [];
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((done, failed) =>
      reader.readEntries(done, failed),
    );
    if (some.length === 0) return all;
    all.push(...some);
  }
}

function isPassedOver(name: string): boolean {
  return name.startsWith('.') || PASSED_OVER.has(name);
}

function isFile(entry: FileSystemEntry): entry is FileSystemFileEntry {
  return entry.isFile;
}

function isFolder(entry: FileSystemEntry): entry is FileSystemDirectoryEntry {
  return entry.isDirectory;
}
