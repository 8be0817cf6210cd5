import { resolve } from 'node:path';
import { builtPages } from './http/pages.ts';
import { run } from './start/run.ts';

await run(async () => builtPages(resolve('dist/client')));
