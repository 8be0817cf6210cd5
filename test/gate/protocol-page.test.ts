import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { activityTypeNames } from '../../src/activities/registry.ts';
import {
  connectionRefusals,
  messageRefusals,
  requestRefusals,
} from '../../src/protocol/refusals.ts';
import { isGesture } from '../../src/protocol/gestures.ts';
import {
  checkMessage,
  clientEventNames,
  readCommand,
  type CommandEvent,
} from '../../src/protocol/schemas.ts';

const read = (path: string) => readFileSync(new URL(path, import.meta.url), 'utf8');
const page = read('../../docs/protocol.md');

/** The events whose messages become commands: all but the one that only asks, and gestures. */
const commandEvents = clientEventNames.filter(
  (event): event is CommandEvent => event !== 'take-home:get' && !isGesture(event),
);

const received = { attendee: 'a-attendee', size: 100, at: 0 };

/** The example of a message in its row of a table; that of the row above where it refers to it. */
function exampleOf(event: string): unknown {
  const rows = page.split('\n').filter((line) => line.startsWith('| `'));
  const at = rows.findIndex((row) => row.startsWith(`| \`${event}\` |`));
  const [, example] = rows
    .slice(0, at + 1)
    .toReversed()
    .flatMap((row) => /^\| `[a-z:-]+` \| `(\{.*?\})` \|/.exec(row) ?? []);
  return example === undefined ? undefined : JSON.parse(example);
}

describe('the protocol documentation', () => {
  it.each(commandEvents)('[S20] has an example that the server accepts: %s', (event) => {
    expect(page).toContain(`\n| \`${event}\` |`);
    expect(readCommand(event, exampleOf(event), received)).toMatchObject({ ok: true });
  });

  it.each(clientEventNames.filter(isGesture))(
    '[S20] has an example that the server passes on: %s',
    (event) => {
      expect(checkMessage(event, exampleOf(event))).toBeNull();
    },
  );

  it('[S20] names every event that is sent or taken', () => {
    const events =
      read('../../src/protocol/messages.ts').match(/(?<=')[a-z-]+:[a-z-]+(?=':)/g) ?? [];
    expect(events.length).toBeGreaterThan(10);
    const all = [...events, ...clientEventNames];
    expect(all.filter((event) => !page.includes(`\`${event}\``))).toEqual([]);
  });

  it('[S20] names every refusal', () => {
    const names = new Set([...connectionRefusals, ...messageRefusals, ...requestRefusals]);
    expect([...names].filter((name) => !page.includes(`\`${name}\``))).toEqual([]);
  });

  it.each(activityTypeNames)('[S20] describes content, answer and tally: %s', (type) => {
    const [, section = ''] = page.split(`\n### \`${type}\`\n`);
    const [own = ''] = section.split('\n### ');
    for (const part of ['content', 'answer', 'tally']) expect(own).toContain(`| \`${part}\``);
  });
});
