import { fork, type ChildProcess } from 'node:child_process';
import { resolve } from 'node:path';
import { lastInLine } from './last-in-line.ts';
import { KEY, type ServerProcess } from './server-process.ts';

/** Downloads files of a server in a process of its own: in that of the measured phones it would slow them down. */
export class Downloader {
  private constructor(readonly child: ChildProcess) {}

  static async of({ port }: ServerProcess): Promise<Downloader> {
    const api = `http://127.0.0.1:${port}/api/v1`;
    const child = fork(resolve('test/load/downloader-process.mjs'), [api, KEY], lastInLine);
    await new Promise((ready) => child.once('message', ready));
    return new Downloader(child);
  }

  /** Resolves once the whole file was there. */
  async download(path: string): Promise<void> {
    const answered = new Promise((answer) => this.child.once('message', answer));
    this.child.send(path);
    const status = await answered;
    if (status !== 200) throw new Error(`${path}: ${String(status)}`);
  }

  stop(): void {
    this.child.disconnect();
  }
}
