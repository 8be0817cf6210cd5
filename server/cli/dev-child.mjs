// One run of the development server; the supervisor in dev.mjs restarts it on exit code 75.
import { createServer, createServerModuleRunner } from 'vite';

const SERVER_CODE_CHANGED = 75;

// Not by `runnerImport`: it ends the import of modules, and grammars are loaded when they are used.
const code = await createServer({
  configFile: false,
  appType: 'custom',
  server: { middlewareMode: true, hmr: false, ws: false, watch: null },
  environments: { ssr: { resolve: { external: true } } },
});
const { ssr } = code.environments;
/** @type {typeof import('../start/dev-server.ts')} */
const module = await createServerModuleRunner(ssr, { hmr: false }).import(
  '/server/start/dev-server.ts',
);

await module.develop(async (http) => {
  const vite = await createServer({
    appType: 'custom',
    server: { middlewareMode: true, hmr: { server: http } },
  });
  vite.watcher.on('change', (file) => {
    // Sessions are in the log and clients reconnect by themselves, so a restart loses nothing.
    if (ssr.moduleGraph.fileToModulesMap.has(file)) process.exit(SERVER_CODE_CHANGED);
  });
  return vite;
});
