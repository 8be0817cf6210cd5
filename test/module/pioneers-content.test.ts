import { describe, expect, it } from 'vitest';
import { isRecord } from '../../src/lib/json.ts';
import { deck, fences, fencesOf, textsIn, type Fence } from './pioneers-deck.ts';

/**
 * The slides of the original deck, and their place in the module: titles of slides, and words that
 * must be on them. Two of its pictures could not be read, and are left out.
 */
const inventory: Readonly<Record<string, { titles: string[]; words: string[] }>> = {
  S1: { titles: ['Learning from the Pioneers'], words: ['Gourav Shah'] },
  S2: {
    titles: [
      'Netflix: recommendation at scale',
      'How many models, or projects?',
      'The same number, two claims',
      'Netflix: what slowed people down',
    ],
    words: ['220+ million', 'Thousands', 'content views', 'Infrastructure', 'models were live'],
  },
  S3: {
    titles: ['Metaflow: four ideas', 'Metaflow: each step keeps a snapshot'],
    words: ['People first', 'Laptop to cloud', 'Versioned', 'Productive'],
  },
  S4: {
    titles: ['Netflix: the reported gains', 'The best platform adapts to its data scientists'],
    words: ['60%', '70%', '4×', '80%', 'days', 'hours', 'in silos'],
  },
  S5: {
    titles: [
      'Uber: machine learning everywhere',
      'How many models does that take?',
      'Uber: what went wrong without a platform',
    ],
    words: ['10,000+ cities', '100+', 'Local models', 'manual work'],
  },
  S6: {
    titles: [
      'Michelangelo: six steps, one store of features',
      'Build a feature once, use it everywhere',
    ],
    words: ['Manage data', 'Evaluate', 'Monitor', 'Feature store'],
  },
  S7: {
    titles: ['What Uber put on record', 'A shared feature store can carry the rest'],
    words: ['in a shared store', 'automated', 'comprehensive', '10 million'],
  },
  S8: { titles: ['OpenAI: from comparisons to ChatGPT'], words: ['2017', '2022'] },
  S9: {
    titles: ['OpenAI: operating language models at scale'],
    words: ['Load', 'Truth', 'Learning', 'Safety', 'metrics', 'prompts', 'failures'],
  },
  S10: {
    titles: ['RLHF, as the original deck tells it'],
    words: ['rate', 'reward model', 'never stops'],
  },
  S11: {
    titles: ['RLHF: pulled by one model, held by another'],
    words: ['Demonstrate', 'Compare', 'Optimise', 'KL penalty', 'new answers, again'],
  },
  S12: {
    titles: [
      'GPT-4 against GPT-3.5: what was 82%?',
      'And what was 40%?',
      'Less harmful by how much?',
      'Better at following instructions?',
      'Somebody has to say what good is',
    ],
    words: [
      'uman feedback is essential',
      'content that is not allowed',
      'answer with facts',
      '63%',
      '30%',
    ],
  },
  S13: { titles: ['With feedback, about half as much is made up'], words: ['41%', '21%'] },
  S14: {
    titles: ['Anthropic: Constitutional AI', 'Principles that anybody can read'],
    words: ['evasive', 'Four of the 16'],
  },
  S15: {
    titles: [
      'Constitutional AI: written principles, used twice',
      'The fourth step: whose feedback?',
      'What written principles give you',
    ],
    words: ['critique', 'revision', 'Human', 'no human labels', 'Guardrails'],
  },
  S16: {
    titles: [
      'AutoGPT: agent autonomy',
      'AutoGPT: a loop with a gate in it',
      'How much does it do alone?',
      'What its authors warned of',
      'Nearly right at each step, mostly wrong at the end',
    ],
    words: ['A person approves', 'feedback', 'Minimal', 'run forever', '36%'],
  },
  S17: {
    titles: ['Agentic AI: where people begin', 'People and agents, level by level'],
    words: [
      ...['Research', 'Content', 'Data analysis', 'Business intelligence'],
      ...['frontier', 'emerging', 'promising in controlled environments'],
    ],
  },
  S18: { titles: ['Agentic AI: where people begin'], words: [] },
  S19: {
    titles: [
      'Who uses what, and what can be checked',
      'What they use it for, says the deck',
      'MLOps is mainstream, LLMOps grows fast, agents emerge',
    ],
    words: [...['85%', '42%', '12%', '68%', '38%', '8%', '78%', '65%', '15%'], 'fraud detection'],
  },
  S22: {
    titles: ['Lessons from the front line'],
    words: ['Start where it hurts', 'Win people over', 'Go step by step', 'Mix the team'],
  },
  S23: {
    titles: ['The bottom line, told twice', 'What it adds up to, says the deck'],
    words: ['60–70%', '30–40%', '3–4×', '80% more', 'gains compound'],
  },
  S24: {
    titles: ['Pitfalls, and the way round'],
    words: ['too big', 'before strategy', 'culture', 'measuring'],
  },
  S25: { titles: ['Where are you today?'], words: ['Model versioning', 'data management'] },
  S26: {
    titles: ['Questions to take with you'],
    words: [
      'slowest',
      'Netflix, Uber or OpenAI',
      'ten per cent',
      'competitive position',
      'this week',
    ],
  },
  S27: {
    titles: ['Your journey continues'],
    words: [
      ...['Module 1', 'business impact', 'Module 2', 'life cycle', 'problem framing to monitoring'],
      ...['operational touchpoints', 'Later'],
    ],
  },
};

describe('the original deck', () => {
  it('is here from its first slide to its last, without the two that nobody can read', () => {
    const unread = ['S20', 'S21'];
    const all = Array.from({ length: 27 }, (_, index) => `S${index + 1}`);
    expect(Object.keys(inventory)).toEqual(all.filter((name) => !unread.includes(name)));
  });

  it.each(Object.entries(inventory))(
    'has its words in the module: %s',
    (_name, { titles, words }) => {
      const found = titles.map((title) => deck.slides.find((slide) => slide.title === title));
      expect(found.map((slide) => slide?.title)).toEqual(titles);
      const text = found.map((slide) => (slide?.html ?? '').replace(/<[^>]*>/g, '')).join('\n');
      expect(words.filter((word) => !text.includes(word))).toEqual([]);
    },
  );
});

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
