import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** The places where a key may be found. */
type Variables = Readonly<Record<string, string | undefined>>;

/** The key from the environment, or that of a server on this machine; null where there is none. */
export async function findKey(variables: Variables): Promise<string | null> {
  const named = variables['PRESENTER_KEY'];
  if (named !== undefined && named !== '') return named;
  try {
    const file = join(variables['DATA_DIR'] || './data', 'presenter.key');
    return (await readFile(file, 'utf8')).trim() || null;
  } catch {
    return null;
  }
}

export const whereTheKeyIs =
  "The presenter's key is needed. It stands in the Presenter link that the server printed when it " +
  'started, after "#key=", and in presenter.key in its data folder. Give it with --key KEY, or as ' +
  'PRESENTER_KEY in the environment.';
