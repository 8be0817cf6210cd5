// `npm run cluster`: PostgreSQL, three nodes and a small balancer on this machine, for a look at how it works.
import './setup/demand-node.mjs';
import './setup/stop-with-npm.mjs';
import { ensureBuilt } from './setup/build.mjs';
import { ensureInstalledForDevelopment } from './setup/install.mjs';
import { root } from './setup/root.mjs';

process.chdir(root);
await ensureInstalledForDevelopment(root);
await ensureBuilt(root);
const { runnerImport } = await import('vite');
await runnerImport('server/cli/cluster/run-cluster.ts', { root });
