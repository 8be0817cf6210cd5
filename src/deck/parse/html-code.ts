/** Follows the tags of code blocks in HTML, `<pre><code>`, whose comments are code. */
export class HtmlCode {
  #inPre = false;
  #openedIn: number | null = null;

  /** The line in which the current code block opened; null outside code blocks. */
  get openedIn(): number | null {
    return this.#openedIn;
  }

  /** Reads the start of a tag: `<pre`, `<code`, `</code` or `</pre`, in any case. */
  pass(tag: string, line: number): void {
    const name = tag.toLowerCase();
    if (name === '<code' && this.#inPre) this.#openedIn ??= line;
    else if (name !== '<code') this.#openedIn = null;
    if (name.endsWith('pre')) this.#inPre = name === '<pre';
  }
}
