import { fileURLToPath } from 'node:url';

/** The folder of package.json, with no separator at its end. */
export const root = fileURLToPath(new URL('../../..', import.meta.url)).replace(/[\\/]$/, '');
