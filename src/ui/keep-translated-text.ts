/**
 * Keeps a page current that its browser translates. A translator takes text nodes out and puts elements
 * in their place (Chrome: `<font>`); Preact would go on changing nodes that are no longer in the page.
 * Here each text node returns, empty, beside its translation. Once it is given new text, the translation
 * of the old one goes.
 *
 * @param earlier the changes of the page before this was loaded
 */
export function keepTranslatedText(page: Node, earlier: readonly MutationRecord[] = []): void {
  for (const record of earlier) bringBack(record);
  const watched = { childList: true, characterData: true, subtree: true };
  const translated = new Translated();
  const observer = new MutationObserver((records) => {
    for (const record of records) translated.follow(record);
    // What this has changed itself says nothing new.
    observer.takeRecords();
  });
  observer.observe(page, watched);
}

/** Takes back a translation, whose text may have changed unseen since. It is translated anew. */
function bringBack(record: MutationRecord): void {
  for (const text of record.removedNodes) {
    if (!(text instanceof Text) || text.isConnected) continue;
    const element = translationOf(text, record);
    if (element?.isConnected) element.replaceWith(text);
  }
}

interface Translation {
  readonly element: HTMLElement;
  /** The text that it translates. */
  readonly text: string;
}

class Translated {
  readonly #translations = new Map<Text, Translation>();

  follow(record: MutationRecord): void {
    if (record.target instanceof Text) return this.#drop(record.target);
    for (const removed of record.removedNodes) {
      if (removed instanceof Text) this.#onTextRemoved(removed, record);
      else this.#onElementRemoved(removed);
    }
  }

  #onTextRemoved(text: Text, record: MutationRecord): void {
    const element = translationOf(text, record);
    if (element === undefined) {
      if (!text.isConnected) this.#drop(text);
      return;
    }
    this.#translations.set(text, { element, text: text.data });
    if (element.contains(text)) element.textContent = text.data;
    element.after(text);
    text.data = '';
  }

  /** The person has asked for the original again, or the part of the page is gone. */
  #onElementRemoved(removed: Node): void {
    for (const [text, translation] of this.#translations) {
      if (!removed.contains(translation.element)) continue;
      this.#translations.delete(text);
      if (text.data === '') text.data = translation.text;
    }
  }

  #drop(text: Text): void {
    this.#translations.get(text)?.element.remove();
    this.#translations.delete(text);
  }
}

/** The element that a translator has put in the place of a removed text, or around it. */
function translationOf(text: Text, record: MutationRecord): HTMLElement | undefined {
  const { addedNodes, previousSibling, nextSibling } = record;
  const near = [text.parentNode, ...addedNodes, previousSibling, nextSibling];
  return near.find(isFont);
}

function isFont(node: Node | null | undefined): node is HTMLElement {
  return node instanceof HTMLElement && node.localName === 'font';
}
