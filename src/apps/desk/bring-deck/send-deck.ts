import { importApi, type Sending } from '../../../client/import-api.ts';
import type { Reply } from '../../../client/api.ts';
import { LARGEST_MEDIA } from '../../../deck/media-kinds.ts';
import { success } from '../../../lib/result.ts';
import type { ImportReport } from '../../../protocol/imports.ts';
import type { Brought, BroughtFile } from './brought-files.ts';

/** A deck at the server that is not taken yet. */
export interface DeckAtServer {
  readonly id: string;
  readonly report: ImportReport;
}

/** Requests at a time: a browser keeps six connections, and the page needs some. */
const AT_A_TIME = 3;

/** Sends the files of a deck, and resolves with the compiler's report. */
export async function sendDeck(brought: Brought, sending: Sending): Reply<DeckAtServer> {
  const begun = await importApi.begin(brought.name.slice(0, 255));
  if (!begun.ok) return begun;
  const { id } = begun.value;
  const sent = await (brought.zip === null
    ? sendFiles(id, brought.files, sending)
    : importApi.sendZip(id, brought.zip, sending));
  const report = sent.ok ? await importApi.report(id) : sent;
  if (report.ok) {
    const reason = `it is larger than ${LARGEST_MEDIA / 1_000_000} MB`;
    const tooLarge = brought.tooLarge.map((path) => ({ path, reason }));
    const leftOut = [...tooLarge, ...report.value.leftOut];
    return success({ id, report: { ...report.value, leftOut } });
  }
  void importApi.drop(id);
  return report;
}

/** The bytes of all files together. */
export function sizeOf({ zip, files }: Brought): number {
  return zip?.size ?? files.reduce((sum, { data }) => sum + data.size, 0);
}

async function sendFiles(id: string, files: readonly BroughtFile[], sending: Sending): Reply<null> {
  const waiting = files.values();
  const results = await Promise.all(
    Array.from({ length: AT_A_TIME }, () => sendNext(id, waiting, sending)),
  );
  return results.find(({ ok }) => !ok) ?? success(null);
}

async function sendNext(
  id: string,
  waiting: IterableIterator<BroughtFile>,
  sending: Sending,
): Reply<null> {
  for (const { path, data } of waiting) {
    const sent = await importApi.sendFile(id, path, data, sending);
    if (!sent.ok) {
      // The others stop as well.
      waiting.return?.();
      return sent;
    }
  }
  return success(null);
}
