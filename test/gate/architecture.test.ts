import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { checkBoundaries, readModules } from './boundaries.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** Counts modules by another way than the checker's, so that it cannot pass by reading nothing. */
function countModules(folder: string): number {
  const files = readdirSync(`${root}${folder}`, { recursive: true, encoding: 'utf8' });
  return files.filter((file) => /\.(ts|tsx|mjs)$/.test(file)).length;
}

/** What the checker says of a tree of just these modules, and any others that they name. */
function violations(modules: Record<string, string>): string[] {
  return checkBoundaries(new Map(Object.entries(modules))).map(
    ({ file, line, message }) => `${file}:${line}: ${message}`,
  );
}

describe('this tree', () => {
  const modules = readModules(root);

  it('is read as a whole', () => {
    expect(modules.size).toBe(countModules('src') + countModules('server'));
    expect(modules.size).toBeGreaterThan(100);
  });

  it('keeps to who may import whom', () => {
    expect(checkBoundaries(modules)).toEqual([]);
  });
});

describe('who may import whom', () => {
  it.each([
    ['src/lib/a.ts', '../deck/deck.ts'],
    ['src/activities/contract.ts', '../deck/deck.ts'],
    ['src/activities/poll/poll.ts', '../../session/state.ts'],
    ['src/deck/a.ts', '../session/state.ts'],
    ['src/session/a.ts', '../protocol/protocol.ts'],
    ['src/protocol/a.ts', '../client/connection.ts'],
    ['src/client/a.ts', '../apps/attendee/main.tsx'],
    ['src/client/a.ts', '../ui/mount.ts'],
    ['src/client/a.ts', '../presenting/slide-remote.ts'],
    ['src/presenting/a.ts', '../apps/stage/main.tsx'],
    ['src/ui/a.tsx', '../client/connection.ts'],
    ['src/ui/a.tsx', '../activities/contract.ts'],
    ['src/activities/poll/poll.phone.tsx', '../../client/connection.ts'],
    ['src/deck/a.ts', '../activities/views.ts'],
    ['server/a.ts', '../src/activities/views.ts'],
    ['server/a.ts', '../src/activities/poll/poll.stage.tsx'],
    ['server/a.ts', '../src/ui/mount.ts'],
    ['server/a.ts', '../src/client/socket/connection.ts'],
    ['server/a.ts', '../src/apps/attendee/main.tsx'],
  ])('%s may not import %s', (file, target) => {
    const found = violations({ [file]: `\nimport { x } from '${target}';` });
    expect(found).toHaveLength(1);
    expect(found[0]).toMatch(/^\S+:2: .* must not import /);
  });

  it.each([
    ['src/activities/contract.ts', '../lib/json.ts'],
    ['src/deck/a.ts', '../activities/registry.ts'],
    ['src/protocol/a.ts', '../session/views.ts'],
    ['src/client/a.ts', '../protocol/protocol.ts'],
    ['src/apps/stage/a.tsx', '../../presenting/slide-remote.ts'],
    ['src/apps/attendee/a.tsx', '../../activities/views.ts'],
    ['src/activities/poll/poll.stage.tsx', '../../ui/tokens.css'],
    ['src/activities/poll/poll.takehome.tsx', '../../ui/tokens.css'],
    ['src/activities/poll/poll.stage.tsx', './words.ts'],
    ['src/activities/registry.ts', './poll/poll.ts'],
    ['server/a.ts', '../src/session/decide.ts'],
  ])('%s may import %s', (file, target) => {
    expect(violations({ [file]: `import { x } from '${target}';` })).toEqual([]);
  });

  it('src never imports the server, not even in a test', () => {
    const found = violations({
      'src/apps/desk/a.ts': "import '../../../server/start/app.ts';",
      'src/session/a.test.ts': "import '../../server/start/app.ts';",
    });
    expect(found).toEqual([
      'src/apps/desk/a.ts:1: src must not import server/start/app.ts: it stands outside src',
      'src/session/a.test.ts:1: src must not import the server: server/start/app.ts',
    ]);
  });

  it('one page never imports another, and what they share has a place', () => {
    const [found] = violations({ 'src/apps/attendee/a.tsx': "import '../stage/stage-page.tsx';" });
    expect(found).toMatch(/one page must not import another's: src\/apps\/stage\/stage-page.tsx/);
  });

  it('one way of asking never imports another', () => {
    const found = violations({
      'src/activities/poll/poll.ts': "import type { Rating } from '../rating/rating.ts';",
      'src/activities/poll/poll.phone.tsx': "import '../rating/parts/levels.phone.tsx';",
    });
    expect(found).toHaveLength(2);
    for (const line of found) expect(line).toContain('one way of asking must not import another');
  });

  it('rules never import views', () => {
    const found = violations({
      'src/activities/poll/poll.ts': "import './poll.phone.tsx';",
      'src/activities/read-activity.ts': "import './views.ts';",
    });
    expect(found).toEqual([
      'src/activities/poll/poll.ts:1: the rules of poll must not import a view of poll: src/activities/poll/poll.phone.tsx',
      'src/activities/read-activity.ts:1: what all ways of asking share must not import the views: src/activities/views.ts',
    ]);
  });

  it.each(['src/session/a.ts', 'src/apps/attendee/a.tsx', 'src/deck/a.ts', 'server/a.ts'])(
    '%s knows no way of asking by name',
    (file) => {
      const up = '../'.repeat(file.split('/').length - 1);
      const [found] = violations({ [file]: `import '${up}src/activities/poll/poll.ts';` });
      expect(found).toContain('only the registry and views.ts may know a way of asking by name');
    },
  );

  it('a module outside all parts is refused, until rules for it are written', () => {
    expect(violations({ 'src/helpers/a.ts': '' })).toEqual([
      'src/helpers/a.ts:1: stands in no part that has rules',
    ]);
  });
});

describe('what is pure', () => {
  const pure = ['src/lib/a.ts', 'src/activities/poll/a.ts', 'src/deck/a.ts'];
  const alsoPure = ['src/session/a.ts', 'src/protocol/a.ts', 'src/activities/registry.ts'];

  it.each([...pure, ...alsoPure])('knows nothing of Node.js: %s', (file) => {
    const [found] = violations({ [file]: "import { readFile } from 'node:fs/promises';" });
    expect(found).toContain('must not import node:fs/promises');
  });

  it.each([...pure, ...alsoPure])('takes no package that it was not given: %s', (file) => {
    const [found] = violations({ [file]: "import { io } from 'lodash';" });
    expect(found).toContain('must not import the package lodash');
  });

  it.each([
    ['src/lib/a.ts', '@noble/hashes/sha2.js'],
    ['src/deck/a.ts', 'marked'],
    ['src/deck/a.ts', '@shikijs/langs/typescript'],
    ['src/protocol/a.ts', 'zod'],
  ])('takes those that it was given: %s takes %s', (file, name) => {
    expect(violations({ [file]: `import '${name}';` })).toEqual([]);
  });

  it('may be tested with whatever tests need', () => {
    const test = "import 'node:fs'; import 'vitest'; import '../activities/poll/poll.ts';";
    expect(violations({ 'src/deck/a.test.ts': test })).toEqual([]);
  });
});

describe('what runs elsewhere', () => {
  it('pages know nothing of Node.js', () => {
    const [found] = violations({ 'src/apps/attendee/a.tsx': "import 'node:path';" });
    expect(found).toContain('must not import node:path');
  });

  it('no page holds a socket but by the client', () => {
    const socket = "import { io } from 'socket.io-client';";
    expect(violations({ 'src/apps/attendee/a.tsx': socket })[0]).toContain('only src/client');
    expect(violations({ 'src/client/socket/a.ts': socket })).toEqual([]);
  });

  it('what installs the packages needs none', () => {
    const [found] = violations({ 'server/cli/setup/install.mjs': "import 'vite';" });
    expect(found).toContain('runs before anything is installed, and must not import vite');
  });
});

describe('an import is seen', () => {
  const target = '../session/state.ts';

  it.each([
    `import { x } from '${target}';`,
    `import type { x } from '${target}';`,
    `import { type x } from '${target}';`,
    `import '${target}';`,
    `import '${target}?raw';`,
    `import '/src/session/state.ts';`,
    `export { x } from '${target}';`,
    `export type { x } from '${target}';`,
    `export * from '${target}';`,
    `export * as x from '${target}';`,
    `await import('${target}');`,
    `type X = import('${target}').X;`,
    `import x = require('${target}');`,
    `import.meta.glob('../session/*.ts');`,
    `import.meta.glob(['../session/*.ts', '!../session/facts.ts'], { eager: true });`,
    `import.meta.glob('../**/*.ts');`,
  ])('written as %s', (text) => {
    const found = violations({ 'src/lib/a.ts': text, 'src/session/state.ts': '' });
    expect(found).toEqual(['src/lib/a.ts:1: lib must not import session: src/session/state.ts']);
  });

  it('and is not seen in text that only looks like one', () => {
    const text = `// import '${target}';\nexport const example = "import '${target}'";`;
    expect(violations({ 'src/lib/a.ts': text })).toEqual([]);
  });

  it('and is refused where nobody can see what it imports', () => {
    const [found] = violations({
      'src/deck/a.ts': 'export const load = (x: string) => import(x);',
    });
    expect(found).toContain('imports what only shows when run: x');
  });

  it('and a module that cannot be read is no module without imports', () => {
    expect(violations({ 'src/lib/a.ts': 'import {' })[0]).toContain('cannot be read');
  });
});
