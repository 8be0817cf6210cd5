import { signal, type Signal } from '@preact/signals';
import { api } from '../../client/api.ts';
import { deckEditing } from '../../client/deck-editing.ts';
import type { DeviceStorage } from '../../client/device/storage.ts';
import type {
  DeckFile,
  DeckFolderEntry,
  DeckPreview,
  OutdatedSession,
} from '../../protocol/deck-editing.ts';
import type { WireError } from '../../protocol/wire-error.ts';
import {
  isUnsaved,
  newFile,
  settle,
  takeIn,
  toEdited,
  toSave,
  withText,
  type EditedFile,
} from './edited-file.ts';
import { keepSlides } from './keep-slides.ts';
import { restoreTexts } from './restore-texts.ts';
import { UnsavedTexts } from './unsaved-texts.ts';

const PREVIEW_AFTER_MS = 250;
const KEEP_AFTER_MS = 300;
const MOST_TRIES = 3;

type Problem = Pick<WireError, 'name' | 'message'>;

/** The deck as one page edits it: its texts, their saved versions, and their slides and mistakes. */
export class DeckModel {
  readonly files: Signal<readonly EditedFile[]>;
  readonly preview = signal<DeckPreview | null>(null);
  readonly saving = signal(false);
  /** The problem of the latest request; null once nothing is wrong. */
  readonly problem = signal<Problem | null>(null);
  /** The name of a picture or another file that is on its way to the deck's folder; null for none. */
  readonly adding = signal<string | null>(null);
  /** The number of other pages that edit this deck. */
  readonly others = signal(0);
  /** The running sessions that do not show the deck as it is saved. */
  readonly outdated = signal<readonly OutdatedSession[]>([]);
  /** True from the use of the saved text in all running sessions until the next edit. */
  readonly isInUse = signal(false);
  /** The files with text from a page that was closed or crashed before it was saved. */
  readonly restored = signal<readonly string[]>([]);
  #uses = 0;
  readonly #unsaved: UnsavedTexts;
  #previewTimer: ReturnType<typeof setTimeout> | undefined;
  #keepTimer: ReturnType<typeof setTimeout> | undefined;
  #previewing: Promise<readonly EditedFile[]> | null = null;

  constructor(
    readonly folder: DeckFolderEntry,
    readonly page: string,
    storage: DeviceStorage,
  ) {
    this.files = signal(folder.files.map(toEdited));
    this.#unsaved = new UnsavedTexts(storage, folder.name, page);
    this.#restore();
    void this.previewNow();
  }

  get name(): string {
    return this.folder.name;
  }

  get isReadOnly(): boolean {
    return this.folder.unwritable !== null;
  }

  get isUnsaved(): boolean {
    return this.files.value.some(isUnsaved);
  }

  /** true for texts on which the server starts no session. */
  get hasMistakes(): boolean {
    return this.preview.value?.problems.some(({ severity }) => severity === 'error') ?? false;
  }

  find(file: string): EditedFile | undefined {
    return this.files.value.find((one) => one.file === file);
  }

  /** Takes the text of a file as it is typed. */
  typed(file: string, text: string): void {
    const before = this.find(file);
    if (before === undefined || before.text === text) return;
    this.isInUse.value = false;
    this.#replace(withText(before, text));
    this.#forgetChoosing();
    clearTimeout(this.#keepTimer);
    this.#keepTimer = setTimeout(() => this.keep(Date.now()), KEEP_AFTER_MS);
    clearTimeout(this.#previewTimer);
    this.#previewTimer = setTimeout(() => void this.previewNow(), PREVIEW_AFTER_MS);
  }

  addFile(file: string): void {
    this.#setFiles([...this.files.value, newFile(file, '')]);
  }

  /** Keeps unsaved texts on this device; `at` 0 as the page is left. */
  keep(at: number): void {
    const entries = this.files.value.filter(isUnsaved).map(({ file, text, base, baseHash }) => {
      return [file, { text, base, baseHash }] as const;
    });
    this.#unsaved.keep(Object.fromEntries(entries), at);
  }

  /** Goes back to the text in the folder, without the one that another page left behind. */
  discardRestored(): void {
    for (const file of this.restored.value) {
      const found = this.find(file);
      if (found === undefined) continue;
      if (found.baseHash === null) this.#setFiles(this.files.value.filter((one) => one !== found));
      else this.#replace({ ...found, text: found.base, theirs: null });
    }
    this.restored.value = [];
    this.keep(Date.now());
    void this.previewNow();
  }

  /** Saves all that is not saved; true once it is. */
  async save(): Promise<boolean> {
    if (this.saving.value) return false;
    this.saving.value = true;
    this.problem.value = this.#chooseFirst();
    for (const { file } of this.files.value.filter(isUnsaved)) {
      const problem = await this.#saveFile(file, MOST_TRIES);
      if (problem !== null) this.problem.value = problem;
    }
    this.saving.value = false;
    this.keep(Date.now());
    await this.beat();
    if (this.isUnsaved) return false;
    this.restored.value = [];
    return true;
  }

  /** Says why no session can start, where the text has mistakes; true where one can. */
  async mayStart(): Promise<boolean> {
    await this.previewNow();
    if (!this.hasMistakes) return true;
    const message = 'No session can start yet: the mistakes in the list come first.';
    this.problem.value = { name: 'deck-with-mistakes', message };
    return false;
  }

  /** Settles for the text as it stands, after the author chose between it and somebody else's. */
  settle(file: string): void {
    const mine = this.find(file);
    if (mine !== undefined) this.#replace(settle(mine));
    this.#forgetChoosing();
  }

  /** Goes back to a version of a file and saves it; it settles a conflict with somebody else’s text. */
  async restoreVersion(file: string, text: string): Promise<void> {
    this.settle(file);
    this.typed(file, text);
    await this.save();
  }

  /** Shows the saved deck in running sessions, up to the first that does not take it. */
  async useIn(codes: readonly string[]): Promise<void> {
    for (const code of codes) {
      const used = await api.useSavedDeck(code);
      this.problem.value = used.ok ? null : used.error;
      if (!used.ok) break;
      this.#uses += 1;
      this.outdated.value = this.outdated.value.filter((session) => session.code !== code);
      this.isInUse.value = this.outdated.value.length === 0;
    }
  }

  /** Tells the other pages at once that this one is left. */
  leave(): void {
    void deckEditing.leaves(this.name, this.page);
  }

  /** Says that this page is here, and takes in the texts that others have saved meanwhile. */
  async beat(): Promise<void> {
    const uses = this.#uses;
    const beat = await deckEditing.edits(this.name, this.page);
    if (!beat.ok) return;
    this.others.value = beat.value.others;
    // It may have been asked before the sessions took the deck in.
    if (uses === this.#uses) this.outdated.value = beat.value.outdated;
    this.keep(Date.now());
    if (!this.isUnsaved) this.#restore();
    const { files } = beat.value;
    const isNew = Object.keys(files).some((file) => this.find(file) === undefined);
    const isOld = ({ file, baseHash, theirs }: EditedFile): boolean =>
      baseHash !== null && files[file] !== baseHash && files[file] !== theirs?.hash;
    if (!this.saving.value && (isNew || this.files.value.some(isOld))) await this.#takeIn();
  }

  /** Compiles the texts as they are now; one time after the other, for each takes the server a while. */
  async previewNow(): Promise<void> {
    clearTimeout(this.#previewTimer);
    this.#previewing ??= this.#compile().finally(() => (this.#previewing = null));
    const compiled = await this.#previewing;
    if (compiled !== this.files.value) await this.previewNow();
  }

  /** Resolves with the texts that were compiled. */
  async #compile(): Promise<readonly EditedFile[]> {
    const files = this.files.value;
    const texts = files.map(({ file, text }) => ({ file, text }));
    const preview = await deckEditing.preview(this.name, { files: texts });
    if (!preview.ok) {
      this.problem.value = preview.error;
      return files;
    }
    this.preview.value = keepSlides(this.preview.value, preview.value);
    const isPresent = files === this.files.value;
    if (isPresent && !this.hasMistakes && this.problem.value?.name === 'deck-with-mistakes')
      this.problem.value = null;
    return files;
  }

  async #saveFile(file: string, tries: number): Promise<WireError | null> {
    const mine = this.find(file);
    // Its author has to choose first, and is told so.
    if (mine === undefined || mine.theirs !== null) return null;
    const { name } = this;
    const body = { text: toSave(mine), base: mine.baseHash };
    const saved = await deckEditing.save(name, file, body);
    const now = this.find(file);
    if (saved.ok) {
      if (now !== undefined) this.#replace({ ...now, base: mine.text, baseHash: saved.value.hash });
      this.isInUse.value = false;
      return null;
    }
    if (saved.error.name !== 'changed-meanwhile' || tries <= 1) return saved.error;
    const taken = await this.#takeIn();
    return taken === null ? this.#saveFile(file, tries - 1) : taken;
  }

  /** Takes in the files as they are in the folder now. */
  async #takeIn(): Promise<WireError | null> {
    const opened = await deckEditing.open(this.name);
    if (!opened.ok) return opened.error;
    const present = new Map(opened.value.files.map((one) => [one.file, one]));
    const kept = this.files.value.flatMap(
      (mine) => takeIn(mine, present.get(mine.file) ?? null) ?? [],
    );
    const isKnown = ({ file }: DeckFile): boolean => this.find(file) !== undefined;
    const added = opened.value.files.filter((one) => !isKnown(one)).map(toEdited);
    this.#setFiles([...kept, ...added]);
    await this.previewNow();
    return null;
  }

  /** Says that a save waits for its author; null where there is nothing to choose. */
  #chooseFirst(): Problem | null {
    const contested = this.files.value.find(({ theirs }) => theirs !== null);
    if (contested === undefined) return null;
    const message = `${contested.file} is not saved yet. Choose at each marked place first.`;
    return { name: 'changed-meanwhile', message };
  }

  #forgetChoosing(): void {
    if (this.problem.value?.name === 'changed-meanwhile') this.problem.value = this.#chooseFirst();
  }

  /** Brings back the unsaved texts of pages that were closed or crashed. */
  #restore(): void {
    const found = this.#unsaved.takeOver(Date.now());
    const { files, restored } = restoreTexts(this.files.value, found);
    if (restored.length === 0) return;
    this.#setFiles(files);
    this.restored.value = restored;
    this.keep(Date.now());
    void this.previewNow();
  }

  #replace(file: EditedFile): void {
    this.#setFiles(this.files.value.map((one) => (one.file === file.file ? file : one)));
  }

  #setFiles(files: readonly EditedFile[]): void {
    this.files.value = [...files].sort((a, b) => rank(a) - rank(b) || (a.file < b.file ? -1 : 1));
  }
}

/** Markdown first, as in a deck's folder. */
function rank({ file }: EditedFile): number {
  return file.endsWith('.md') ? 0 : 1;
}
