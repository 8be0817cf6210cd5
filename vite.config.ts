import { readFile, readdir, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { brotliCompress } from 'node:zlib';
import type { Plugin } from 'vite';
import { defineConfig } from 'vitest/config';

const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** Puts a brotli copy beside each text that the pages load: a phone in a full hall loads a third. */
function precompress(): Plugin {
  return {
    name: 'precompress',
    apply: (_, { isSsrBuild }) => isSsrBuild !== true,
    async writeBundle({ dir = '' }) {
      const names = await readdir(dir, { recursive: true });
      const texts = names.filter((name) => /\.(js|css|svg)$/.test(name));
      await Promise.all(
        texts.map(async (name) => {
          const file = `${dir}/${name}`;
          await writeFile(`${file}.br`, await promisify(brotliCompress)(await readFile(file)));
        }),
      );
    },
  };
}

// Pages for browsers by default; `--ssr` builds the server's own entries instead.
export default defineConfig(({ isSsrBuild }) => ({
  appType: 'custom',
  plugins: [precompress()],
  build: isSsrBuild
    ? {
        outDir: 'dist/server',
        target: 'node20',
        copyPublicDir: false,
        rolldownOptions: {
          input: { main: at('server/main.ts') },
        },
      }
    : {
        outDir: 'dist/client',
        target: 'es2022',
        manifest: true,
        modulePreload: { polyfill: false },
        // A data: URL would need the policy to allow it, and a phone cannot cache it.
        assetsInlineLimit: 0,
        rolldownOptions: {
          input: {
            vote: at('src/apps/vote/index.html'),
            stage: at('src/apps/stage/index.html'),
            console: at('src/apps/console/index.html'),
            desk: at('src/apps/desk/index.html'),
          },
        },
      },
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
            'test/*.test.ts',
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
