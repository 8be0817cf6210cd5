// node server/cli/run-ts.mjs server/tool.ts […]: runs one of our own tools, which are written in
// TypeScript, without a build before it. The tool finds its arguments where every program does.
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
