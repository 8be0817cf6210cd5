import './setup/demand-node.mjs';
import { ensureBuilt } from './setup/build.mjs';
import { ensureInstalled } from './setup/install.mjs';
import { root } from './setup/root.mjs';
import { say } from './setup/terminal.mjs';

await ensureInstalled(root);
await ensureBuilt(root);
say('The product is in dist/; npm start runs it.');
