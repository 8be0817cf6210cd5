import { resolve } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { builtPages } from './http/pages.ts';
import { start } from './start/start.ts';

// V8 lets a heap grow to several times its size before it collects: a session of 5,000 people that is read for
// its results and let go is 50 MB, and a comparison reads twelve of them.
setFlagsFromString('--heap-growing-percent=30');

await start(async () => builtPages(resolve('dist/client')));
