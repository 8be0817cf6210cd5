import { join } from 'node:path';
import { success, type Result } from '../../src/lib/result.ts';
import type { EditProblem } from './edit-problem.ts';
import { makeFolderInside } from './inside-folder.ts';

/** The folder of deleted decks and files; no deck, for its name begins with a dot. */
const REMOVED = '.deleted';

/** The path at which something deleted is kept, below the time of that in UTC. */
export async function placeForRemoved(
  decks: string,
  name: string,
  now: number,
): Promise<Result<string, EditProblem>> {
  const folder = await makeFolderInside(decks, [REMOVED]);
  if (!folder.ok) return folder;
  const time = new Date(now).toISOString().replace('T', '_').replaceAll(':', '-').slice(0, -1);
  return success(join(folder.value, `${time}_${name}`));
}
