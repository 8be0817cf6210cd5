import { readFile, readdir, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { brotliCompress, gzip } from 'node:zlib';
import type { BuildEnvironmentOptions, Plugin } from 'vite';
import { defineConfig } from 'vitest/config';
import { leanSocketIo } from './server/cli/setup/lean-socket-io.mjs';

/** One file with all that the phone's page starts with, and with what most ways of answering need. */
const PHONE_CORE =
  /[\\/]src[\\/](apps[\\/]attendee[\\/]main|ui[\\/](choice[\\/]|use-draft)|lib[\\/]indices)/;

/** Of its modules those are left out of which nothing is used. */
const SOCKET_IO = /[\\/]node_modules[\\/](socket|engine)\.io-client[\\/]/;

const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/**
 * Puts a compressed copy beside each text that the pages load: a phone in a full hall loads a third.
 * Browsers take brotli over HTTPS only; in a hall without it they take gzip.
 */
function precompress(): Plugin {
  let publicFolder = '';
  return {
    name: 'precompress',
    apply: (_, { isSsrBuild }) => isSsrBuild !== true,
    configResolved({ publicDir, build }) {
      if (build.copyPublicDir) publicFolder = publicDir;
    },
    async writeBundle({ dir = '' }, bundle) {
      const published = publicFolder === '' ? [] : await readdir(publicFolder);
      const texts = [...Object.keys(bundle), ...published].filter((name) =>
        /\.(js|css|svg)$/.test(name),
      );
      await Promise.all(texts.map((name) => compress(`${dir}/${name}`)));
    },
  };
}

async function compress(file: string): Promise<void> {
  const text = await readFile(file);
  await writeFile(`${file}.br`, await promisify(brotliCompress)(text));
  await writeFile(`${file}.gz`, await promisify(gzip)(text, { level: 9 }));
}

const page = (name: string): string => at(`src/apps/${name}/index.html`);

const pages: BuildEnvironmentOptions = {
  outDir: 'dist/client',
  // Two builds go into one folder.
  emptyOutDir: false,
  target: 'es2022',
  modulePreload: { polyfill: false },
  // A data: URL would need the policy to allow it, and a phone cannot cache it.
  assetsInlineLimit: 0,
  rolldownOptions: {
    input: { stage: page('stage'), console: page('console'), desk: page('desk') },
    treeshake: { moduleSideEffects: [{ test: SOCKET_IO, sideEffects: false }] },
  },
};

/**
 * The phone's page shares no file with the others: what they have in common would be parted from it
 * into files of its own, which compress worse, and of which a browser loads six at a time.
 */
const phone: BuildEnvironmentOptions = {
  ...pages,
  copyPublicDir: false,
  rolldownOptions: {
    ...pages.rolldownOptions,
    input: { attendee: page('attendee') },
    output: {
      codeSplitting: {
        groups: [{ name: 'attendee', test: PHONE_CORE }],
      },
    },
  },
};

const server: BuildEnvironmentOptions = {
  outDir: 'dist/server',
  target: 'node20',
  copyPublicDir: false,
  rolldownOptions: { input: { main: at('server/main.ts') } },
};

// `vite build` builds the pages of stage, console and desk; `--mode phone` that of the phones, and
// `--ssr` the server.
export default defineConfig(({ isSsrBuild, mode }) => ({
  appType: 'custom',
  plugins: [leanSocketIo(), precompress()],
  build: isSsrBuild ? server : mode === 'phone' ? phone : pages,
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: 'rules',
          // Properties are tried some hundred times, beside whatever else the machine does.
          testTimeout: 30_000,
          include: [
            'src/**/*.test.{ts,tsx}',
            'server/**/*.test.ts',
            'test/{gate,module}/**/*.test.ts',
            'test/contracts/**/*.test.ts',
          ],
        },
      },
      {
        extends: true,
        test: {
          name: 'integration',
          include: ['test/integration/**/*.test.ts'],
          testTimeout: 30_000,
          hookTimeout: 30_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'e2e',
          include: ['test/e2e/**/*.test.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
          expect: { poll: { timeout: 20_000 } },
          fileParallelism: false,
        },
      },
      {
        extends: true,
        test: {
          name: 'faults',
          include: ['test/faults/**/*.test.ts'],
          testTimeout: 300_000,
          hookTimeout: 120_000,
          expect: { poll: { timeout: 30_000 } },
          fileParallelism: false,
        },
      },
    ],
  },
}));
