import type { DeviceStorage } from '../../client/device/storage.ts';
import { isRecord } from '../../lib/json.ts';

/** A text that was typed and not saved, and the saved one that it began from. */
export interface UnsavedText {
  readonly text: string;
  readonly base: string;
  readonly baseHash: string | null;
}

export type UnsavedByFile = Readonly<Record<string, UnsavedText>>;

interface Kept {
  /** The latest sign of life of its page, in milliseconds since 1970-01-01 UTC; 0 once it was left. */
  readonly at: number;
  readonly files: UnsavedByFile;
}

/** Longer than two signs of life take. */
const LEFT_AFTER_MS = 12_000;

/**
 * Keeps on this device the texts typed in the pages that edit a deck, each by the page's id: two windows
 * with one deck must not lose each other's text.
 */
export class UnsavedTexts {
  constructor(
    readonly storage: DeviceStorage,
    readonly deck: string,
    readonly page: string,
  ) {}

  /** Keeps all that is not saved in this page. */
  keep(files: UnsavedByFile, at: number): void {
    const { [this.page]: _, ...others } = this.#read();
    const isEmpty = Object.keys(files).length === 0;
    this.#write(isEmpty ? others : { ...others, [this.page]: { at, files } });
  }

  /** Takes over the unsaved texts of pages that are closed, or crashed; the latest of each file. */
  takeOver(now: number): UnsavedByFile {
    const all = Object.entries(this.#read());
    const left = all.filter(([page, { at }]) => page !== this.page && now - at > LEFT_AFTER_MS);
    if (left.length === 0) return {};
    const found: Record<string, UnsavedText> = {};
    const rest: Record<string, Kept> = Object.fromEntries(all);
    for (const [page, kept] of left) {
      const second: Record<string, UnsavedText> = {};
      for (const [file, text] of Object.entries(kept.files)) {
        (file in found ? second : found)[file] = text;
      }
      // Of two texts of one file, the other is offered once this one is saved.
      if (Object.keys(second).length === 0) delete rest[page];
      else rest[page] = { ...kept, files: second };
    }
    this.#write(rest);
    return found;
  }

  get #key(): string {
    return `plenary:deck:${this.deck}:unsaved`;
  }

  #read(): Readonly<Record<string, Kept>> {
    try {
      const kept: unknown = JSON.parse(this.storage.read(this.#key) ?? '{}');
      const entries = isRecord(kept) ? Object.entries(kept) : [];
      return Object.fromEntries(
        entries.flatMap(([page, one]) => (isKept(one) ? [[page, one]] : [])),
      );
    } catch {
      return {};
    }
  }

  #write(kept: Readonly<Record<string, Kept>>): void {
    if (Object.keys(kept).length === 0) this.storage.remove(this.#key);
    else this.storage.write(this.#key, JSON.stringify(kept));
  }
}

function isKept(one: unknown): one is Kept {
  if (!isRecord(one) || typeof one['at'] !== 'number' || !isRecord(one['files'])) return false;
  return Object.values(one['files']).every(
    (text) =>
      isRecord(text) &&
      typeof text['text'] === 'string' &&
      typeof text['base'] === 'string' &&
      (text['baseHash'] === null || typeof text['baseHash'] === 'string'),
  );
}
