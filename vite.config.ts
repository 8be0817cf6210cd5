/// <reference types="vitest/config" />
import { readFile, readdir, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { brotliCompress, gzip } from 'node:zlib';
import { minify } from 'terser';
import { defineConfig, type BuildEnvironmentOptions, type Plugin, type UserConfig } from 'vite';
import { longFilesFirst } from './test/gate/long-files-first.ts';

/** The modules of the phone's main file: the start page, and code that most activity types share. */
const PHONE_CORE =
  /[\\/]src[\\/](apps[\\/]attendee[\\/]main|activities[\\/]send-form|ui[\\/](choice[\\/](?!room)|use-draft|early-changes)|lib[\\/]indices)/;

/** Styles of what comes after the first poll: in one file, since the main file names each. */
const PHONE_LOOKS = /[\\/]src[\\/](activities[\\/](?!poll)|moderation|ui[\\/]charts).*\.css/;

/** Tests that replace a module, or a global that a library reads once. */
const ISOLATED = [
  'server/auth/equal-in-constant-time.test.ts',
  'src/client/socket/{live-socket,reconnect}.test.ts',
  'src/session/take-home.test.ts',
  'test/integration/{bad-network,take-home}.test.ts',
];

/** More than the two cores on which all of it has to end soon: while some wait, others compute. */
const MANY_WORKERS = 4;

const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/**
 * Minifies the phone's scripts once more: terser folds what the first minifier leaves, over 1% of the
 * page.
 */
function minifyAgain(): Plugin {
  return {
    name: 'minify-again',
    apply: (_, { mode }) => mode === 'phone',
    enforce: 'post',
    async generateBundle(_, bundle) {
      for (const file of Object.values(bundle)) {
        if (file.type !== 'chunk') continue;
        file.code = await minified(file.code);
        // The file that every phone waits for: names that were shortened sort better, 50 bytes.
        if (file.name === 'attendee') file.code = await minified(file.code);
      }
    },
  };
}

async function minified(script: string): Promise<string> {
  const { code } = await minify(script, {
    ecma: 2020,
    module: true,
    compress: { passes: 3, unsafe_arrows: true, unsafe_methods: true, keep_fargs: false },
  });
  return code ?? script;
}

/**
 * Writes compressed copies of all text files of the pages, at a third of the size. Browsers accept
 * brotli over HTTPS only, and gzip on plain HTTP.
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
  // Two builds write to the same folder.
  emptyOutDir: false,
  target: 'es2022',
  modulePreload: { polyfill: false },
  // The content security policy allows no data: URLs, and phones could not cache them.
  assetsInlineLimit: 0,
  rolldownOptions: {
    input: {
      stage: page('stage'),
      console: page('console'),
      remote: page('remote'),
      desk: page('desk'),
      editor: page('editor'),
      diagram: page('diagram'),
    },
  },
};

/**
 * The phone's page is built separately: shared code would be split into more files, which compress worse,
 * and of which a browser loads six at a time.
 */
const phone: BuildEnvironmentOptions = {
  ...pages,
  // The names of what each view imports would weigh 200 bytes; views are loaded ahead anyway.
  modulePreload: {
    polyfill: false,
    resolveDependencies: (_, files, { hostType }) => (hostType === 'html' ? files : []),
  },
  copyPublicDir: false,
  rolldownOptions: {
    ...pages.rolldownOptions,
    input: { attendee: page('attendee') },
    output: {
      // Names of files hardly compress.
      chunkFileNames: 'assets/[hash:6].js',
      assetFileNames: 'assets/[hash:6][extname]',
      codeSplitting: {
        groups: [
          { name: 'attendee', test: PHONE_CORE },
          { name: 'looks', test: PHONE_LOOKS },
        ],
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

/** Tests that watch memory for minutes, or need many real servers: too long for each change. */
const SOAKS = ['soak', 'hostile-memory', 'many-sessions', 'failover', 'killed-nodes'].map(
  (name) => `test/faults/${name}.test.ts`,
);

const LONG_TIMEOUTS = {
  testTimeout: 300_000,
  hookTimeout: 120_000,
  expect: { poll: { timeout: 30_000 } },
};

// `vite build` builds the pages of stage, console, desk and editor; `--mode phone` that of the phones, and
// `--ssr` the server.
export default defineConfig(async ({ isSsrBuild, mode }): Promise<UserConfig> => ({
  appType: 'custom',
  plugins: [minifyAgain(), precompress()],
  build: isSsrBuild ? server : mode === 'phone' ? phone : pages,
  test: {
    // A build has no Vitest, which the order of tests needs.
    ...(process.env['VITEST'] === undefined
      ? {}
      : { sequence: { sequencer: await longFilesFirst() } }),
    // A report has its styles in it; those of other pages are nothing to a test without a browser.
    css: { include: /[?&]inline\b/ },
    projects: [
      {
        extends: true,
        test: {
          name: 'rules',
          // Quick tests first, so that a broken rule fails here rather than in a browser test.
          sequence: { groupOrder: 0 },
          maxWorkers: MANY_WORKERS,
          // Rules keep nothing between tests: one process for many files saves most of the loading.
          isolate: false,
          exclude: ISOLATED,
          // Property tests run hundreds of cases, perhaps on a busy machine.
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
          name: 'isolated',
          sequence: { groupOrder: 0 },
          maxWorkers: MANY_WORKERS,
          include: ISOLATED,
          testTimeout: 30_000,
          hookTimeout: 30_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'integration',
          sequence: { groupOrder: 0 },
          maxWorkers: MANY_WORKERS,
          isolate: false,
          include: ['test/integration/**/*.test.ts'],
          exclude: ISOLATED,
          testTimeout: 30_000,
          hookTimeout: 30_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'nodes',
          globalSetup: 'test/nodes/shared-database.ts',
          sequence: { groupOrder: 0 },
          maxWorkers: MANY_WORKERS,
          isolate: false,
          include: ['test/nodes/**/*.test.ts'],
          testTimeout: 30_000,
          hookTimeout: 30_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'e2e',
          globalSetup: 'test/e2e/shared-server.ts',
          sequence: { groupOrder: 1 },
          isolate: false,
          include: ['test/e2e/**/*.test.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
          expect: { poll: { timeout: 20_000 } },
          maxWorkers: 2,
        },
      },
      {
        extends: true,
        test: {
          name: 'faults',
          sequence: { groupOrder: 2 },
          include: ['test/faults/**/*.test.ts'],
          exclude: SOAKS,
          ...LONG_TIMEOUTS,
          // Most of their time they wait: for a network, a restart, a silence.
          maxWorkers: 4,
        },
      },
      {
        extends: true,
        test: {
          name: 'soaks',
          sequence: { groupOrder: 3 },
          // The whole talk once more, on several nodes.
          include: [...SOAKS, 'test/e2e/whole-session.test.ts'],
          env: { PLENARY_NODES: '3' },
          ...LONG_TIMEOUTS,
          maxWorkers: 2,
        },
      },
    ],
  },
}));
