// One run of the development server; the supervisor in dev.mjs restarts it on exit code 75.
import { createServer, runnerImport } from 'vite';

const SERVER_CODE_CHANGED = 75;

/** @type {{ module: typeof import('../start/dev-server.ts'), dependencies: string[] }} */
const { module, dependencies } = await runnerImport('/server/start/dev-server.ts');

await module.develop(async (http) => {
  const vite = await createServer({
    appType: 'custom',
    server: { middlewareMode: true, hmr: { server: http } },
  });
  const ours = new Set(dependencies);
  vite.watcher.on('change', (file) => {
    // Sessions are in the log and clients reconnect by themselves, so a restart loses nothing.
    if (ours.has(file)) process.exit(SERVER_CODE_CHANGED);
  });
  return vite;
});
