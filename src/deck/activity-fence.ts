import render from 'dom-serializer';
import { Element } from 'domhandler';
import type { Activity, ActivityType } from '../activities/contract.ts';
import type { FindPicture } from '../activities/fence-reader.ts';
import { readActivity } from '../activities/read-activity.ts';
import { withEarlier } from '../activities/read-again.ts';
import { activityTypeNames, channelNames, findActivityType } from '../activities/registry.ts';
import { nearestWord } from '../lib/nearest-word.ts';
import { BOARD_FENCE } from './board-fence.ts';
import type { DeckContext } from './deck-context.ts';
import type { DeckFolder } from './deck-files.ts';
import { fencedBlocks, fenceName, replaceBlock, type FencedBlock } from './fenced-blocks.ts';
import { cleanFile } from './sanitise/file-references.ts';
import { isLanguage } from './render/code-languages.ts';
import { isBlank } from './parse/lines.ts';
import type { FileReport } from './problems.ts';
import type { Fence, ScannedLine } from './parse/scan-lines.ts';
import { readYaml } from './parse/yaml-options.ts';

/** The parts of the deck that a question needs. */
type Surroundings = DeckFolder & Pick<DeckContext, 'questions' | 'lang'>;

/** An activity of a slide. */
export interface FoundActivity {
  readonly activity: Activity;
  /** The line of its id. */
  readonly line: number;
}

/** A channel that a slide shows. */
export interface FoundChannel {
  readonly name: string;
  /** The line of its fence. */
  readonly line: number;
}

interface ExtractedActivity {
  readonly lines: ScannedLine[];
  readonly found: FoundActivity | null;
  readonly channel: FoundChannel | null;
}

/**
 * Reads the activity fence among `lines` and replaces it by a placeholder element.
 *
 * @param deck the folder with the pictures that it may name, the language, and the earlier questions
 */
export function extractActivity(
  lines: readonly ScannedLine[],
  deck: Surroundings,
  report: FileReport,
): ExtractedActivity {
  const rest = [...lines];
  let first: Fence | null = null;
  let found: FoundActivity | null = null;
  let channel: FoundChannel | null = null;
  for (const block of fencedBlocks(lines)) {
    const name = fenceName(block.fence);
    const type = findActivityType(name);
    if (type === undefined && !channelNames.includes(name)) {
      checkFenceName(name, block, report);
      continue;
    }
    const activity = type === undefined ? null : readBlock(type, block, deck, report);
    if (type === undefined) channel ??= readChannelFence(name, block, report);
    if (first !== null) {
      const message = `A slide has one question, and this one already has the question in line ${first.line}: split the slide with a line of ---`;
      report.error(block.fence.line, message);
    }
    first ??= block.fence;
    found ??= activity;
    replaceBlock(rest, block, placeholderHtml(name, activity?.activity.id ?? name));
  }
  return { lines: rest, found, channel };
}

/** Reads the fence of a channel, which has no options. */
function readChannelFence(
  name: string,
  { fence, content }: FencedBlock,
  report: FileReport,
): FoundChannel {
  const written = content.find((line) => !isBlank(line));
  if (written !== undefined) {
    report.error(written.number, `"${name}" has no options here: leave its fence empty`);
  }
  return { name, line: fence.line };
}

/** Reports questions and boards in the speaker notes, which would never be shown. */
export function rejectActivitiesInNotes(notes: readonly ScannedLine[], report: FileReport): void {
  for (const { fence } of fencedBlocks(notes)) {
    const name = fenceName(fence);
    if (name === BOARD_FENCE) {
      report.error(fence.line, 'A board cannot be in the speaker notes: put it above "Note:"');
    }
    if (findActivityType(name) === undefined && !channelNames.includes(name)) continue;
    report.error(fence.line, 'A question cannot be in the speaker notes: put it above "Note:"');
  }
}

function readBlock(
  type: ActivityType,
  { fence, content }: FencedBlock,
  deck: Surroundings,
  report: FileReport,
): FoundActivity | null {
  const yaml = readYaml(content, fence.line);
  for (const { line, message } of yaml.problems) report.error(line, message);
  for (const { line, message } of yaml.doubts) report.warning(line, message);
  if (yaml.options === null) {
    if (yaml.problems.length === 0) {
      report.error(
        fence.line,
        'A question needs its options here, one a line: "id: …", "question: …"',
      );
    }
    return null;
  }
  const findPicture: FindPicture = (written, path) => {
    // A query or fragment would be taken as it is.
    const file = written.replace(/[?#].*$/s, '');
    return cleanFile(file, ['picture'], deck, (message, _trace, kind) =>
      report.warning(yaml.lineOf(path), message, kind),
    );
  };
  const { options, sourceOf } = yaml;
  const written = { type: type.type, options, sourceOf };
  const { question, problem } = withEarlier(written, deck.questions);
  const isFirst = question === written;
  if (problem !== null) report.error(yaml.lineOf(problem.path), problem.message);
  const { activity, problems } = readActivity(type, question.options, question.sourceOf, {
    lang: deck.lang,
    findPicture,
  });
  // Mistakes in options of an earlier question are told there.
  const own = problems.filter(({ path: [key] }) => isFirst || Object.hasOwn(options, key ?? ''));
  for (const { path, message, help } of problem === null ? own : []) {
    report.error(yaml.lineOf(path), message, help);
  }
  if (!deck.questions.has(activity.id)) deck.questions.set(activity.id, question);
  return { activity, line: yaml.lineOf(['id']) };
}

function placeholderHtml(type: string, id: string): string {
  return render(new Element('div', { class: 'activity', 'data-activity': id, 'data-type': type }), {
    encodeEntities: 'utf8',
  });
}

/** Reports a misspelt activity type: its fence would be shown as code, with the answers in it. */
function checkFenceName(name: string, { fence, content }: FencedBlock, report: FileReport): void {
  const has = (key: string): boolean =>
    content.some(({ text }) => text.trimStart().startsWith(`${key}:`));
  if (name === '' || isLanguage(name) || !has('question')) return;
  const meant = nearestWord(name, activityTypeNames);
  if (meant !== null) {
    report.error(fence.line, `There is no kind of question "${name}"; did you mean "${meant}"?`);
  } else if (has('id')) {
    const known = activityTypeNames.join(', ');
    report.warning(fence.line, `"${name}" is shown as code; the kinds of question are ${known}`);
  }
}
