import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll } from 'vitest';
import type { DeckFolderEntry, SavedFile } from '../../src/protocol/deck-editing.ts';
import { KEY, RunningServer } from './running-server.ts';

/** The beginning of a PNG: enough for one to be known by. */
export const PNG = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex');

/** A server for the tests of a file, which fail on its faults, and the requests that edit decks. */
export class DeckRequests {
  #server: RunningServer | null = null;

  constructor() {
    beforeAll(async () => {
      this.#server = await RunningServer.start();
    });
    afterAll(() => this.server.stop());
    afterEach(() => {
      if (this.server.faults.length > 0) throw new Error(this.server.faults.join('\n'));
    });
  }

  get server(): RunningServer {
    if (this.#server === null) throw new Error('The server runs from the first `beforeAll` on');
    return this.#server;
  }

  /** The folder of decks. */
  get decks(): string {
    return join(this.server.folder, 'slides');
  }

  async ask<Answer>(method: string, path: string, body?: unknown): Promise<Answer> {
    const response = await this.server.api(method, path, body);
    return (await response.json()) as Answer;
  }

  /** The status of an answer and the name of its refusal. */
  async refusal(method: string, path: string, body?: unknown): Promise<string> {
    const response = await this.server.api(method, path, body);
    const { error } = (await response.json()) as { error?: { name: string; message: string } };
    const words = /[.”]$/.test(error?.message ?? '') ? '' : ' without words';
    return `${response.status} ${error?.name}${words}`;
  }

  open(name: string): Promise<DeckFolderEntry> {
    return this.ask('GET', `/decks/${name}`);
  }

  make(name: string): Promise<unknown> {
    return this.ask('POST', '/decks', { name, title: `The "${name}"` });
  }

  save(name: string, file: string, text: string, base: string | null): Promise<SavedFile> {
    return this.ask('PUT', `/decks/${name}/files/${encodeURIComponent(file)}`, { text, base });
  }

  textOf(name: string, file = 'deck.md'): Promise<string> {
    return readFile(join(this.decks, name, file), 'utf8');
  }

  /** Sends bytes to a path below `/api/v1`. */
  put(path: string, body: Uint8Array<ArrayBuffer>): Promise<Response> {
    const headers = { Authorization: `Bearer ${KEY}` };
    return fetch(`${this.server.url}/api/v1${path}`, { method: 'PUT', headers, body });
  }

  upload(name: string, path: string, bytes: Uint8Array<ArrayBuffer>): Promise<Response> {
    return this.put(`/decks/${name}/media/${path}`, bytes);
  }
}
