import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';

const FOLDER = 'docs/deployment';

const text = (file: string): string => readFileSync(join(FOLDER, file), 'utf8');

/** The environment variables that docs/deployment.md has in its table. */
const documented = new Set(
  [...readFileSync('docs/deployment.md', 'utf8').matchAll(/^\| `([A-Z_]+)` \|/gm)].map(
    ([, name = '']) => name,
  ),
);

const composeShape = z.object({
  services: z.record(
    z.string(),
    z.looseObject({
      build: z.object({ context: z.string(), dockerfile: z.string() }).optional(),
      environment: z.record(z.string(), z.string()).optional(),
      volumes: z.array(z.string()).optional(),
    }),
  ),
});

const compose = composeShape.parse(parse(text('compose.yaml'), { merge: true }));

it('[N11] The nodes of compose.yaml have settings that Plenary reads, and each a name of its own', () => {
  const nodes = Object.entries(compose.services).filter(([name]) => name.startsWith('node'));
  expect(nodes.length).toBe(3);
  for (const [name, { environment = {} }] of nodes) {
    expect(Object.keys(environment).filter((variable) => !documented.has(variable))).toEqual([]);
    expect(environment['NODE_NAME']).toBe(name);
    expect(environment['DATABASE_URL']).toMatch(/^postgres:\/\/.*@database\/plenary$/);
  }
});

it('[N11] compose.yaml names files that are there', () => {
  const named = Object.values(compose.services).flatMap(({ build, volumes = [] }) => [
    ...(build === undefined ? [] : [join(build.context, build.dockerfile)]),
    ...volumes.map((volume) => volume.split(':')[0] ?? '').filter((path) => path.startsWith('.')),
  ]);
  expect(named.length).toBeGreaterThan(3);
  expect(named.filter((file) => !existsSync(join(FOLDER, file)))).toEqual([]);
});

it('[N11] nginx asks the nodes that compose.yaml has, at the port that they listen on', () => {
  const asked = [...text('nginx.conf').matchAll(/server (\w+):(\d+)/g)].map(([, name, port]) => [
    name,
    port,
  ]);
  expect(asked).toEqual(['node1', 'node2', 'node3'].map((name) => [name, '3000']));
  expect(text('Dockerfile')).toContain('EXPOSE 3000');
});

it('[N11] The service and the image start the server as npm start does', () => {
  const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as {
    scripts: { start: string };
  };
  const service = /^ExecStart=\/usr\/bin\/(.*)$/m.exec(text('plenary@.service'))?.[1];
  expect(service).toBe(scripts.start);
  const command = /^CMD (\[.*\])$/m.exec(text('Dockerfile'))?.[1] ?? '[]';
  expect((JSON.parse(command) as string[]).join(' ')).toBe(scripts.start);
  const variables = [...text('plenary@.service').matchAll(/^Environment=(\w+)=/gm)].map(
    ([, name = '']) => name,
  );
  expect(variables.filter((variable) => !documented.has(variable))).toEqual([]);
});
