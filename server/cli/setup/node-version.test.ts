import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { FIT_NODE, nodeRefusal } from './node-version.mjs';

describe('the version of Node.js', () => {
  it.each(['v20.19.0', 'v20.20.2', 'v22.12.0', 'v24.0.0', 'v26.1.0', 'v100.0.0'])(
    'may be %s',
    (version) => {
      expect(nodeRefusal(version)).toBeNull();
    },
  );

  it.each(['v18.20.8', 'v20.18.3', 'v20.9.0', 'v21.7.3', 'v22.11.0'])(
    'may not be %s, and the refusal says so',
    (version) => {
      expect(nodeRefusal(version)).toContain(`this is ${version}.`);
    },
  );

  it('is what package.json tells npm', () => {
    const file = new URL('../../../package.json', import.meta.url);
    expect(JSON.parse(readFileSync(file, 'utf8')).engines.node).toBe(FIT_NODE);
  });
});
