import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Json } from '../lib/json.ts';
import type { ActivityType, Audience, ShowOptions } from './contract.ts';
import { readActivity } from './read-activity.ts';
import { activityType, activityTypeNames, channelNames } from './registry.ts';

it('is run over every registered activity type', () => {
  expect(activityTypeNames.length).toBeGreaterThanOrEqual(2);
});

describe.each([...activityTypeNames, ...channelNames])('the activity type %s', (name) => {
  const { type, activity, problems, content, fitting, five } = sampleOf(name);
  const empty = shown(type, content, [], 1);

  it('reads its sample without a problem', () => {
    expect(problems).toEqual([]);
    expect(fitting.length).toBeGreaterThanOrEqual(2);
    expect(type.sample.unfitting.length).toBeGreaterThanOrEqual(5);
  });

  it('names its folder and its fence in one small word', () => {
    expect(type.type).toBe(name);
    expect(name).toMatch(/^[a-z][a-z-]*$/);
  });

  it('says how many answers it takes to show its tally, where an author does not', () => {
    expect(type.minAnswers).toBeGreaterThanOrEqual(1);
  });

  it('has content that the log keeps without loss', () => {
    expect(throughJson(content)).toEqual(content);
    expect(throughJson(type.publicContent(content))).toEqual(type.publicContent(content));
    expect(throughJson(type.correctAnswer(content))).toEqual(type.correctAnswer(content));
  });

  it('[P4] [A2] keeps the correct answer out of the content that an attendee may read beforehand', () => {
    const known = Object.keys(type.publicContent(content) ?? {});
    const right = Object.keys(type.correctAnswer(content) ?? {});
    expect(known.filter((key) => right.includes(key))).toEqual([]);
  });

  it('judges answers only where there is a correct one, and then all of them', () => {
    const verdicts = fitting.map((answer) => type.isCorrect(content, answer));
    const judged = new Set(verdicts.map((verdict) => verdict !== null));
    expect(judged.size).toBe(1);
    expect(judged.has(true) && type.correctAnswer(content) === null).toBe(false);
  });

  it('says in short what an answer comes to, in lines that can be sent', () => {
    for (const answer of fitting) {
      const lines = type.inShort?.(content, answer) ?? [];
      expect(throughJson(lines)).toEqual(lines);
      for (const { text } of lines) expect(text).not.toBe('');
    }
  });

  it('suggests next steps that can be sent, each about something', () => {
    for (const answer of fitting) {
      const steps = type.nextSteps?.(content, answer) ?? [];
      expect(throughJson(steps)).toEqual(steps);
      for (const { about, step } of steps) expect(about.length * step.length).toBeGreaterThan(0);
    }
  });

  it('[X15] puts each answer into as many groups as it says, for tables of two questions', () => {
    const groupings = type.groupings?.(content) ?? [];
    for (const grouping of groupings.flatMap((one) => (one.by === 'group' ? [one] : []))) {
      const [fewest, most] = grouping.each;
      for (const answer of fitting) {
        const groups = grouping.of(answer);
        expect(groups.filter((group) => grouping.groups[group] === undefined)).toEqual([]);
        expect(new Set(groups).size).toBe(groups.length);
        expect([0, ...Array.from({ length: most - fewest + 1 }, (_, n) => n + fewest)]).toContain(
          groups.length,
        );
      }
    }
  });

  it('reads the same content again and again', () => {
    expect(readActivity(type, type.sample.options).activity).toEqual(activity);
  });

  it('takes whatever an author wrote, and says what is wrong with it', () => {
    fc.assert(
      fc.property(strangeOptions(type), (options) => {
        const read = readActivity(type, options);
        expect(throughJson(read.activity.content)).toEqual(read.activity.content);
        for (const { message } of read.problems) expect(message).toMatch(/\w+ \w+/);
      }),
    );
  });

  it.each(type.sample.fitting)('takes an answer that fits: %j', (answer) => {
    const kept = checked(type, content, answer);
    expect(throughJson(kept)).toEqual(kept);
    expect(checked(type, content, kept)).toEqual(kept);
  });

  it.each(type.sample.unfitting.map((answer) => [answer]))(
    '[V6] refuses an answer that does not fit, with a sentence: %j',
    (answer) => {
      expect(type.check(content, answer)).toEqual({
        ok: false,
        error: expect.stringMatching(/^[A-Z].*\w+ \w+.*\.$/),
      });
    },
  );

  it('[V6] survives whatever a stranger sends as an answer', () => {
    fc.assert(
      fc.property(fc.anything({ withBigInt: true, withMap: true, withDate: true }), (answer) => {
        const result = type.check(content, answer);
        const kept = result.ok ? result.value : result.error;
        expect(throughJson(kept)).toEqual(kept);
      }),
    );
  });

  it('[V13] keeps no text that is empty to the eye, or has half a character', () => {
    const unit = fc.constantFrom('\uD83D', '\uDC69', '\u3164', '\u2800', ' ', '\u0301', 'a');
    fc.assert(
      fc.property(fc.constantFrom(...fitting), fc.string({ unit }), (answer, text) => {
        const result = type.check(content, withTexts(answer, text));
        for (const kept of result.ok ? textsIn(result.value) : []) {
          expect(kept).not.toMatch(/\p{Surrogate}|^[\s\p{Mn}\u{3164}\u{2800}]*$/u);
        }
      }),
    );
  });

  it('has a sample answer for every attendee that fits what a phone knows of the question', () => {
    for (let attendee = 0; attendee < 50; attendee += 1) {
      const answer = type.sampleAnswer(type.publicContent(content), attendee);
      expect(checked(type, content, answer)).toEqual(throughJson(answer));
    }
  });

  it('[V7] takes back every answer without a trace', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...fitting)), (answers) => {
        const tally = tallyOf(type, content, answers);
        for (const answer of answers) type.count(tally, answer, -1, 'ann');
        expect(type.show(tally, content, showOptions(1))).toEqual(empty);
      }),
    );
  });

  it('[V7] counts the same in whatever order answers come', () => {
    const shuffled = fc
      .array(fc.constantFrom(...fitting), { minLength: 1 })
      .chain((answers) =>
        fc.tuple(fc.constant(answers), fc.shuffledSubarray(answers, { minLength: answers.length })),
      );
    fc.assert(
      fc.property(shuffled, ([answers, others]) => {
        expect(shown(type, content, others, 1)).toEqual(shown(type, content, answers, 1));
      }),
    );
  });

  it('[V2] [V7] shows the same after an answer was changed as if only the later one had been given', () => {
    fc.assert(
      fc.property(fc.constantFrom(...fitting), fc.constantFrom(...fitting), (first, later) => {
        const tally = tallyOf(type, content, [first]);
        type.count(tally, first, -1, 'ann');
        type.count(tally, later, 1, 'ann');
        expect(type.show(tally, content, showOptions(1))).toEqual(shown(type, content, [later], 1));
      }),
    );
  });

  it('shows a tally of enough answers', () => {
    expect(shown(type, content, five, 5)).not.toEqual(empty);
  });

  it('[P7] shows the room nothing that an attendee wrote', () => {
    const written = new Set(
      fitting.flatMap((answer) => textsIn(answer)).filter((text) => !isOfAuthor(content, text)),
    );
    const texts = textsIn(shown(type, content, fitting, 1, 'room'));
    expect(texts.filter((text) => written.has(text))).toEqual([]);
  });

  it('shows what can be sent without loss, and does not change when more is counted', () => {
    const tally = tallyOf(type, content, fitting);
    const before = type.show(tally, content, showOptions(1));
    const copy = throughJson(before);
    expect(copy).toEqual(before);
    for (const answer of fitting) type.count(tally, answer, 1, 'ann');
    expect(before).toEqual(copy);
  });

  it('keeps tallies apart', () => {
    const tally = type.emptyTally(content);
    const other = type.emptyTally(content);
    for (const answer of fitting) type.count(other, answer, 1, 'ann');
    expect(type.show(tally, content, showOptions(1))).toEqual(empty);
  });

  it('leaves the answers that it counts as they are', () => {
    const copies = throughJson(fitting);
    tallyOf(type, content, fitting);
    expect(fitting).toEqual(copies);
  });
});

// Of a channel each text is read beforehand, or the presenter alone sees it.
describe.each(activityTypeNames)('the activity type %s, on a slide,', (name) => {
  const { type, content, fitting, five } = sampleOf(name);

  it.each(['room', 'presenter'] as const)(
    '[A3] hides a tally of too few answers: %s',
    (audience) => {
      const four = shown(type, content, five.slice(1), 5, audience);
      expect(four).toEqual(shown(type, content, [], 5, audience));
    },
  );

  it('[X1] gives a line of the export at least to every answer', () => {
    for (const answer of fitting) {
      const lines = type.report(content, answer);
      expect(lines.length).toBeGreaterThanOrEqual(1);
      for (const line of lines) expect(line.choice + line.text).not.toBe('');
    }
  });

  it('[X22] has a column of the wide table for everything in those lines', () => {
    const variables = type.variables(content);
    const items = variables.map(({ item }) => item);
    expect(new Set(items).size).toBe(items.length);
    expect(items.length === 1 || !items.slice(1).includes('')).toBe(true);
    const cellsOf = (answer: Json): Json[] => {
      const lines = type.report(content, answer);
      return variables.map(({ cell }) => cell(lines));
    };
    // Answers whose lines differ have cells that differ.
    const linesByCells = new Map<string, Set<string>>();
    for (const answer of fitting) {
      const cells = JSON.stringify(cellsOf(answer));
      const lines = linesByCells.get(cells) ?? new Set();
      linesByCells.set(cells, lines.add(JSON.stringify(type.report(content, answer))));
      const unfit = variables.filter(({ measure, values, cell: read }) => {
        const cell = read(type.report(content, answer));
        const isNamed = values.length === 0 || values.some(({ value }) => value === cell);
        return (
          cell !== null && !(typeof cell === (measure === 'text' ? 'string' : 'number') && isNamed)
        );
      });
      expect(unfit.map(({ item }) => item)).toEqual([]);
    }
    for (const lines of linesByCells.values()) expect(lines.size).toBe(1);
  });
});

describe.each(channelNames)('the channel %s', (name) => {
  const { type, content, fitting } = sampleOf(name);

  it('gives the export of a channel lines with a time, and nobody’s name', () => {
    const tally = tallyOf(type, content, fitting);
    const lines = type.channel?.report(tally, 0) ?? [];
    expect(lines.length).toBeGreaterThanOrEqual(1);
    expect(JSON.stringify(lines)).not.toContain('ann');
  });
});

const namesWithControl = [...activityTypeNames, ...channelNames].filter(
  (name) => activityType(name).control,
);

it('is run over every control of an activity type', () => {
  expect(namesWithControl.length).toBeGreaterThanOrEqual(1);
});

describe.each(namesWithControl)('the control of the activity type %s', (name) => {
  const type = activityType(name);
  const { control } = type;
  const { content } = readActivity(type, type.sample.options).activity;
  const fitting = type.sample.fitting.map((answer) => checked(type, content, answer));

  it('[P7] refuses a control of no activity type, with a reason', () => {
    const tally = tallyOf(type, content, fitting);
    for (const foreign of [null, 'pin', [], {}, { pin: 'x' }]) {
      expect(control?.check(tally, foreign)).toEqual({
        ok: false,
        error: expect.stringMatching(/\w+ \w+/),
      });
    }
  });

  it('[P7] survives any JSON that is sent as a control', () => {
    const tally = tallyOf(type, content, fitting);
    fc.assert(
      fc.property(fc.jsonValue(), (strange) => {
        const result = control?.check(tally, strange);
        const answer = result?.ok === true ? result.value : result?.error;
        expect(throughJson(answer)).toEqual(answer);
        expect(answer).not.toBe('');
      }),
    );
  });

  it('[P7] has controls due until each is given, and each counts once', () => {
    const tally = tallyOf(type, content, fitting);
    const due = () => control?.due(type.show(tally, content, showOptions(1))) ?? [];
    const wanted = due();
    expect(wanted.length).toBeGreaterThan(0);
    for (const one of wanted) {
      expect(control?.check(tally, throughJson(one))).toEqual({ ok: true, value: one });
      expect(control?.label(one)).toMatch(/^[A-Z]\w+ \w+/);
      control?.apply(tally, one);
      expect(control?.check(tally, one)).toEqual({ ok: true, value: null });
    }
    expect(due()).toEqual([]);
  });
});

function checked(type: ActivityType, content: Json, answer: unknown): Json {
  const result = type.check(content, answer);
  if (!result.ok) throw new Error(`${type.type} refuses its own sample: ${result.error}`);
  return result.value;
}

function tallyOf(type: ActivityType, content: Json, answers: readonly Json[]): unknown {
  const tally = type.emptyTally(content);
  for (const answer of answers) type.count(tally, answer, 1, 'ann');
  return tally;
}

function shown(
  type: ActivityType,
  content: Json,
  answers: readonly Json[],
  minAnswers: number,
  audience: Audience = 'presenter',
): Json {
  return type.show(tallyOf(type, content, answers), content, showOptions(minAnswers, audience));
}

function showOptions(minAnswers: number, audience: Audience = 'presenter'): ShowOptions {
  return { minAnswers, audience, answerRevealed: false, now: 0 };
}

function throughJson(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value));
}

/** Every text inside a value, keys left out. */
function textsIn(value: Json): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
}

/** The value with another text in the place of each, keys left out. */
function withTexts(value: Json, text: string): Json {
  return JSON.parse(JSON.stringify(value), (_, part: Json) =>
    typeof part === 'string' ? text : part,
  ) as Json;
}

/** Texts of the author, which an answer may repeat. */
function isOfAuthor(content: Json, text: string): boolean {
  return textsIn(content).includes(text);
}

/** The options of the sample, with some of them replaced by anything that YAML can say. */
function strangeOptions(type: ActivityType): fc.Arbitrary<Record<string, unknown>> {
  const known = [...Object.keys(type.sample.options), 'scale', 'descriptors', 'min', 'max'];
  return fc
    .dictionary(fc.constantFrom(...known), fc.jsonValue(), { maxKeys: 4 })
    .map((strange) => ({ ...type.sample.options, ...strange }));
}

/** A type with its sample: the question, the answers that fit it, and five equal ones. */
function sampleOf(name: string) {
  const type = activityType(name);
  const { activity, problems } = readActivity(type, type.sample.options);
  const { content } = activity;
  const fitting = type.sample.fitting.map((answer) => checked(type, content, answer));
  const five = Array.from({ length: 5 }, () => fitting[0] ?? null);
  return { type, activity, problems, content, fitting, five };
}
