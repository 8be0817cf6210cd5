// node server/cli/run-ts.mjs server/tool.ts […]: runs a tool written in TypeScript without a build. The
// tool finds its arguments in process.argv as usual.
import './setup/demand-node.mjs';
import { resolve } from 'node:path';
import { ensureInstalled } from './setup/install.mjs';
import { root } from './setup/root.mjs';
import { giveUp } from './setup/terminal.mjs';

const [, , tool, ...args] = process.argv;
if (tool === undefined) giveUp('Name the tool to run: node server/cli/run-ts.mjs server/tool.ts');
const path = resolve(tool);
process.argv.splice(1, Infinity, path, ...args);
await ensureInstalled(root);
const { runnerImport } = await import('vite');
await runnerImport(path, { root });
