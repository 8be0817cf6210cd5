import { resolve } from 'node:path';
import { builtPages } from './pages.ts';
import { run } from './run.ts';

await run(async () => builtPages(resolve('dist/client')));
