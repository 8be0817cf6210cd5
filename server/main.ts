import { resolve } from 'node:path';
import { builtPages } from './http/pages.ts';
import { start } from './start/start.ts';

await start(async () => builtPages(resolve('dist/client')));
