import { readdir } from 'node:fs/promises';
import type { TestProject } from 'vitest/node';
import { PlenaryProcess } from './plenary-process.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** The folder and the port of the server that files of browser tests share. */
    readonly sharedServer: { readonly folder: string; readonly port: number };
  }
}

const DECKS = 'test/fixtures/decks';

/** Starts one server with all decks of the fixtures, for the files that need none of their own. */
export default async function shareServer(project: TestProject): Promise<() => Promise<void>> {
  const decks = await readdir(DECKS);
  const plenary = await PlenaryProcess.start(decks.map((deck) => `${DECKS}/${deck}`));
  project.provide('sharedServer', { folder: plenary.folder, port: plenary.port });
  return () => plenary.stop();
}
