import { activityType } from '../activities/registry.ts';
import type { DraftInFile } from './check-questions.ts';
import type { ProblemList } from './problems.ts';

/** Checks the fences of channels, and the ids of questions, against the channels that a deck opens. */
export function checkChannels(
  slides: readonly DraftInFile[],
  opened: readonly string[],
  problems: ProblemList,
): void {
  for (const { draft, file } of slides) {
    const { found, channel } = draft;
    if (found !== null && opened.includes(found.activity.id)) {
      const taken = `The id "${found.activity.id}" belongs to the channel of that name`;
      problems.of(file).error(found.line, taken);
    }
    const mistake = channel === null ? null : channelMistake(channel.name, opened);
    if (channel !== null && mistake !== null) problems.of(file).error(channel.line, mistake);
  }
}

function channelMistake(name: string, opened: readonly string[]): string | null {
  if (activityType(name).channel?.audience !== 'room') {
    return `"${name}" is for the presenter alone: no slide can show it`;
  }
  if (opened.includes(name)) return null;
  return `The deck has no channel "${name}": add it to its front matter, as in "channels: [${name}]"`;
}
