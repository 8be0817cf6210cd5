import { execFile } from 'node:child_process';
import { copyFile, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

/** Modules, each with an import that reverses the direction of dependencies, or brings a package into a pure part. */
const refused = [
  ['src/lib/a.ts', '../session/state.ts'],
  ['src/lib/b.ts', 'preact'],
  ['src/activities/a.ts', './poll/poll.ts'],
  ['src/activities/poll/a.ts', '../quiz/quiz.ts'],
  ['src/activities/poll/b.ts', './poll.stage.tsx'],
  ['src/activities/poll/parts/a.tsx', '../../quiz/quiz.ts'],
  ['src/activities/poll/c.tsx', '../../client/api.ts'],
  ['src/moderation/a.ts', '../activities/poll/poll.ts'],
  ['src/moderation/b.ts', '../activities/registry.ts'],
  ['src/moderation/c.ts', 'preact'],
  ['src/moderation/a.stage.tsx', './blocklist.ts'],
  ['src/deck/parse/a.ts', '../../session/state.ts'],
  ['src/deck/a.ts', '../activities/poll/poll.ts'],
  ['src/deck/b.ts', 'zod'],
  ['src/session/a.ts', 'node:fs'],
  ['src/session/b.ts', '../protocol/schemas.ts'],
  ['src/session/c.ts', '../results/a.ts'],
  ['src/results/a.ts', '../protocol/schemas.ts'],
  ['src/results/b.ts', 'zod'],
  ['src/protocol/a.ts', '../client/api.ts'],
  ['src/ui/a.tsx', '../session/views.ts'],
  ['src/client/a.ts', '../ui/mount.ts'],
  ['src/presenting/a.ts', '../apps/stage/main.tsx'],
  ['src/presenting/b.ts', 'socket.io-client'],
  ['src/apps/stage/a.tsx', '../console/console-page.tsx'],
  ['src/apps/desk/a.ts', '../../../server/start/app.ts'],
  ['src/session/a.test.ts', '../../server/start/app.ts'],
  ['server/live/a.ts', '../../src/ui/mount.ts'],
  ['server/live/b.ts', '../../src/activities/poll/poll.ts'],
  ['server/http/a.ts', '../../src/activities/stage-views.ts'],
  ['server/http/b.ts', '../../src/apps/report/render-report.tsx'],
  ['server/cli/setup/a.mjs', 'zod'],
  ['server/cli/setup/b.mjs', '../../storage/sqlite-log.ts'],
  ['server/cli/c.mjs', '../../src/ui/mount.ts'],
  ['src/unknown/a.ts', '../../server/start/app.ts'],
  ['server/cli/rehearse/a.ts', '../../../src/apps/desk/main.tsx'],
  ['server/cli/rehearse/b.ts', '../../../src/activities/poll/poll.ts'],
] as const;

const allowed = [
  ['src/activities/poll/d.ts', '../../lib/json.ts'],
  ['src/activities/poll/parts/b.tsx', '../../../ui/marks.tsx'],
  ['src/activities/poll/e.ts', '../../moderation/shown.ts'],
  ['src/moderation/d.ts', '../activities/contract.ts'],
  ['src/moderation/e.ts', '@2toad/profanity'],
  ['src/deck/render/a.ts', '../../activities/registry.ts'],
  ['src/deck/render/b.ts', 'marked'],
  ['src/results/c.ts', '../session/results.ts'],
  ['src/client/b.ts', 'socket.io-client'],
  ['src/apps/stage/b.tsx', '../../presenting/slide-remote.ts'],
  ['server/live/c.ts', '../../src/session/decide.ts'],
  ['server/http/report-pages.ts', '../../src/apps/report/render-report.tsx'],
] as const;

let refusals: string;
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'plenary-imports-'));
  await copyFile('.oxlintrc.json', join(folder, '.oxlintrc.json'));
  for (const [file, target] of [...refused, ...allowed]) {
    await mkdir(dirname(join(folder, file)), { recursive: true });
    await writeFile(join(folder, file), `import * as x from '${target}';\n\nexport { x };\n`);
  }
  // The lint looks for its type checker there.
  const env = { ...process.env, PATH: `${resolve('node_modules/.bin')}:${process.env['PATH']}` };
  const lint = [resolve('node_modules/oxlint/bin/oxlint'), '--format', 'unix'];
  refusals = await new Promise((done) => {
    execFile(process.execPath, lint, { cwd: folder, env }, (_, stdout) => done(stdout));
  });
});
afterAll(() => rm(folder, { recursive: true }));

function refusalsOf(file: string): readonly string[] {
  const lines = refusals.split('\n').filter((line) => line.includes(`${file}:`));
  return lines.filter((line) => line.includes('no-restricted-imports'));
}

describe('The lint', () => {
  it.each(refused)('refuses in %s the import of %s', (file) => {
    expect(refusalsOf(file)).toHaveLength(1);
  });

  it('has read every planted module', () => {
    expect(refusals).toMatch(/\d+ problems?/);
  });

  it.each(allowed)('accepts in %s the import of %s', (file) => {
    expect(refusalsOf(file)).toEqual([]);
  });
});
