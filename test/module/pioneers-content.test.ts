import { describe, expect, it } from 'vitest';
import { isRecord } from '../../src/lib/json.ts';
import { deck, fences, fencesOf, textsIn, type Fence } from './pioneers-deck.ts';

describe('the questions', () => {
  it('are in the order of the slides, worded as in the module’s plan', () => {
    expect(deck.activities.map(({ type, id }) => ({ type, id }))).toEqual(
      fences.map(({ type, id }) => ({ type, id })),
    );
  });

  it('are of every type that the module needs', () => {
    const counts = Object.fromEntries(
      [...new Set(fences.map(({ type }) => type))].map((type) => [type, fencesOf(type).length]),
    );
    expect(counts).toEqual({
      guess: 8,
      rating: 1,
      match: 1,
      poll: 2,
      quiz: 12,
      'open-text': 2,
      calculator: 1,
    });
  });

  it('have the accent of their pioneer', () => {
    const accents = Object.fromEntries(deck.activities.map(({ id, accent }) => [id, accent]));
    expect(accents).toMatchObject({
      'netflix-hours': 1,
      'uber-predictions': 2,
      'openai-preferred': 3,
      'anthropic-principles': 4,
      'autogpt-gaia': 5,
      maturity: null,
    });
  });

  it('give a pioneer among their choices the same accent', () => {
    const accents = { Netflix: 1, Uber: 2, OpenAI: 3, Anthropic: 4, AutoGPT: 5 };
    const poll = fences.find(({ id }) => id === 'closest-case')?.options;
    expect(poll).toMatchObject({ options: Object.keys(accents), accents: Object.values(accents) });
    const cases = listOf(fencesOf('match')[0]?.options['cases']).filter(isRecord);
    expect(cases.map(({ name, accent }) => [name, accent])).toEqual(Object.entries(accents));
  });
});

describe('the guesses', () => {
  it('ask for one figure of each pioneer, and for one of each sector before its chart', () => {
    expect(fencesOf('guess').map(({ id, options }) => [id, options['answer']])).toEqual([
      ['netflix-hours', 80],
      ['uber-predictions', 10],
      ['openai-preferred', 85],
      ['anthropic-principles', 16],
      ['autogpt-gaia', 14.4],
      ['finance-adoption', 75],
      ['healthcare-adoption', 71],
      ['retail-adoption', 58],
    ]);
    const place = (title: string) => deck.slides.findIndex((slide) => slide.title === title);
    expect(place('Guess: AI in retail')).toBeLessThan(
      place('Who uses what, and what can be checked'),
    );
  });
});

describe('the knowledge check', () => {
  it('has its correct options in each position equally often', () => {
    const right = fencesOf('quiz').map(({ options }) => options['answer']);
    expect(right).toEqual([2, 3, 1, 4, 2, 3, 1, 4, 2, 3, 1, 4]);
  });

  it('betrays no correct option by its length: some wrong one is as long, and some as short', () => {
    for (const { id, options } of fencesOf('quiz')) {
      const lengths = textsIn(options['options']).map((text) => text.length);
      const [right = 0] = lengths.splice(Number(options['answer']) - 1, 1);
      expect(right, id).toBeLessThanOrEqual(Math.max(...lengths));
      expect(right, id).toBeGreaterThanOrEqual(Math.min(...lengths));
    }
  });

  it('gives half a minute for each question, four options, and an explanation after', () => {
    for (const { id, options } of fencesOf('quiz')) {
      expect(options, id).toMatchObject({
        'close-after': 30,
        explain: expect.any(String) as string,
      });
      expect(listOf(options['options']), id).toHaveLength(4);
    }
  });

  it('is below one slide of the deck', () => {
    const ids = fencesOf('quiz').map(({ id }) => id);
    const asking = deck.slides.filter(({ activity }) => ids.includes(activity ?? ''));
    expect(new Set(asking.map(({ h }) => h)).size).toBe(1);
  });
});

describe('the question of the matching case', () => {
  const [matcher] = fencesOf('match');

  it('weighs each answer as the module says', () => {
    expect(questionsOf(matcher).map((options) => options.map(weights).join(' '))).toEqual([
      'N3 U3 O3 A3 G3',
      'N2U1 U3 O2A2 G3',
      'N1O1A1G1 N2 U3',
      'N1U2 O3 A3 G2',
      'N1U1 O2 A3 G1A1',
      'N3 U3 O2A1 G2',
      'N2 U2 O3 A3 G3',
    ]);
  });

  it('lets the five cases reach 14, 17, 16, 16 and 15 points', () => {
    const most = ['Netflix', 'Uber', 'OpenAI', 'Anthropic', 'AutoGPT'].map((name) =>
      questionsOf(matcher).reduce(
        (sum, options) => sum + Math.max(...options.map(pointsFor(name))),
        0,
      ),
    );
    expect(most).toEqual([14, 17, 16, 16, 15]);
  });

  it('warns of actions that cannot be undone, and says what to copy from AutoGPT', () => {
    const warnings = questionsOf(matcher).flatMap((options) =>
      options.flatMap((option) => textsIn(option['warning'])),
    );
    expect(warnings).toHaveLength(1);
    expect(textsIn(matcher?.options['cases']).join(' ')).toContain('not the autonomy');
  });
});

type Option = Readonly<Record<string, unknown>>;

function questionsOf(fence: Fence | undefined): Option[][] {
  return listOf(fence?.options['questions']).map((question) =>
    listOf(isRecord(question) ? question['options'] : null).filter(isRecord),
  );
}

function pointsFor(name: string): (option: Option) => number {
  return ({ points }) => (isRecord(points) ? Number(points[name] ?? 0) : 0);
}

/** The points of an option in short: `G` is AutoGPT, whose `A` is taken. */
function weights({ points }: Option): string {
  if (!isRecord(points)) return '';
  const initial = (name: string) => (name === 'AutoGPT' ? 'G' : name.slice(0, 1));
  return Object.entries(points)
    .map(([name, count]) => `${initial(name)}${String(count)}`)
    .join('');
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

describe('the self-assessment', () => {
  const rows = listOf(fencesOf('rating')[0]?.options['rows']).filter(isRecord);

  it('has six dimensions, each with five levels, a step up from each, and a case to look at', () => {
    expect(rows).toHaveLength(6);
    for (const row of rows) {
      expect(listOf(row['descriptors']), String(row['label'])).toHaveLength(5);
      expect(listOf(row['steps']), String(row['label'])).toHaveLength(5);
      expect(row['see'], String(row['label'])).toMatch(/Netflix|Uber|OpenAI|Anthropic|AutoGPT/);
    }
  });

  it('leads to one step for this week, for which it suggests next steps', () => {
    const step = fences.find(({ id }) => id === 'step');
    expect(step?.options).toMatchObject({ starters: 'maturity', 'remind-in': 7 });
  });
});
