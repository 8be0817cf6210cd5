import './setup/demand-node.mjs';
import './setup/stop-with-npm.mjs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ensureBuilt } from './setup/build.mjs';
import { ensureInstalled } from './setup/install.mjs';
import { root } from './setup/root.mjs';

process.chdir(root);
await ensureInstalled(root);
await ensureBuilt(root);
process.env['NODE_ENV'] = 'production';
// In this process, so that Ctrl-C and a service manager's signals reach the server itself, once.
await import(pathToFileURL(join(root, 'dist/server/main.js')).href);
