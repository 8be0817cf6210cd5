import render from 'dom-serializer';
import { Element } from 'domhandler';
import type { Activity, ActivityType } from '../activities/contract.ts';
import { readActivity } from '../activities/read-activity.ts';
import { activityTypeNames, findActivityType } from '../activities/registry.ts';
import { nearestWord } from '../lib/nearest-word.ts';
import { isLanguage } from './render/highlight.ts';
import type { Line } from './parse/lines.ts';
import type { FileReport } from './problems.ts';
import type { Fence, ScannedLine } from './parse/scan-lines.ts';
import { readYaml } from './parse/yaml-options.ts';

/** A question, and where it was found. */
export interface FoundActivity {
  readonly activity: Activity;
  readonly line: number;
}

/** The lines of one fence, with its edges. */
interface FencedBlock {
  readonly fence: Fence;
  /** Index of its first line. */
  readonly from: number;
  /** Index behind its last line. */
  readonly to: number;
  /** Its lines without the edges. */
  readonly content: readonly Line[];
}

/** Reads the question among `lines`; in its stead stands the place where it will be shown. */
export function takeActivities(
  lines: readonly ScannedLine[],
  report: FileReport,
): { lines: ScannedLine[]; found: FoundActivity | null } {
  const rest = [...lines];
  let first: Fence | null = null;
  let found: FoundActivity | null = null;
  for (const block of fencedBlocks(lines)) {
    const name = nameOf(block.fence);
    const type = findActivityType(name);
    if (type === undefined) {
      checkName(name, block, report);
      continue;
    }
    const activity = readBlock(type, block, report);
    if (first !== null) {
      const message = `A slide asks one question, and the one in line ${first.line} stands here already: part the slide with a line of ---`;
      report.error(block.fence.line, message);
    }
    first ??= block.fence;
    found ??= activity;
    const place = placeOf(type.type, activity?.activity.id ?? '');
    for (let index = block.from; index < block.to; index += 1) {
      const line = lines[index];
      // A blank line behind it keeps what follows from becoming part of the raw HTML.
      const last = index === block.to - 1 ? '' : null;
      const markdown = index === block.from ? block.fence.prefix + place : last;
      if (line !== undefined) rest[index] = { ...line, fence: null, markdown };
    }
  }
  return { lines: rest, found };
}

/** A question that stands among the speaker notes would never be asked. */
export function forbidActivities(notes: readonly ScannedLine[], report: FileReport): void {
  for (const { fence } of fencedBlocks(notes)) {
    if (findActivityType(nameOf(fence)) === undefined) continue;
    report.error(fence.line, 'A question cannot stand in the speaker notes: put it above "Note:"');
  }
}

function fencedBlocks(lines: readonly ScannedLine[]): FencedBlock[] {
  const blocks: FencedBlock[] = [];
  for (let from = 0; from < lines.length; from += 1) {
    const fence = lines[from]?.fence ?? null;
    if (fence === null) continue;
    let to = from + 1;
    while (lines[to]?.fence === fence) to += 1;
    const content = lines.slice(from, to).filter(({ fenceEdge }) => !fenceEdge);
    blocks.push({ fence, from, to, content: content.map(({ line }) => line) });
    from = to - 1;
  }
  return blocks;
}

/** The first word behind the fence's marks; reveal.js writes line steps right behind it. */
function nameOf(fence: Fence): string {
  return /^[^\s[{]*/.exec(fence.info)?.[0] ?? '';
}

function readBlock(
  type: ActivityType,
  { fence, content }: FencedBlock,
  report: FileReport,
): FoundActivity | null {
  const yaml = readYaml(content, fence.line);
  for (const { line, message } of yaml.mistakes) report.error(line, message);
  if (yaml.options === null) {
    if (yaml.mistakes.length === 0) {
      report.error(
        fence.line,
        'A question needs its options here, one a line: "id: …", "question: …"',
      );
    }
    return null;
  }
  const { activity, problems } = readActivity(type, yaml.options);
  for (const { path, message } of problems) report.error(yaml.lineOf(path), message);
  return { activity, line: yaml.lineOf(['id']) };
}

function placeOf(type: string, id: string): string {
  return render(new Element('div', { class: 'activity', 'data-activity': id, 'data-type': type }), {
    encodeEntities: 'utf8',
  });
}

/** A question whose fence is misnamed would be shown as code, answers and all. */
function checkName(name: string, { fence, content }: FencedBlock, report: FileReport): void {
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
