import { describe, expect, it } from 'vitest';
import { deck } from './pioneers-deck.ts';

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
