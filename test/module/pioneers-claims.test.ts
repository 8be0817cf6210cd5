import { describe, expect, it } from 'vitest';
import { deck, fences, listed, placed, saidOn, slideTitled, textsIn } from './pioneers-deck.ts';
import { figuresSaid, plainText, tagsOf, untilTag } from './source-tags.ts';

/** The source of a figure that nobody published: we worked it out, and the note says how. */
const OURS = 'Our own arithmetic';

describe('a claim that a source makes', () => {
  it.each([
    ['Five pioneers, and what each one changed', ['actions in a loop']],
    ['How many models does that take?', ['Local models', 'Often wanted: one for each city']],
    ['RLHF: pulled by one model, held by another', ['new answers, again']],
    ['Guess: how many principles', ['two lists', 'no significant difference']],
    ['AutoGPT: a loop with a gate in it', ['feedback']],
    ['What its authors warned of', ['May do poorly on complex tasks of a real business']],
    ['Guess: AutoGPT’s score', ['easiest', 'one tool at most']],
    ['Guess: AI in hospitals', ['reported', 'non-federal', '66%']],
    ['Guess: AI in retail', ['actively rolling out AI']],
    ['Who uses what, and what can be checked', ['75% of UK financial firms that answered use AI']],
    ['Who uses what, and what can be checked', ['US hospitals reported using predictive AI']],
    ['Who uses what, and what can be checked', ['retail respondents are rolling out AI']],
    ['MLOps is mainstream, LLMOps grows fast, agents emerge', ['in the past two weeks']],
    ['What Uber put on record', ['training jobs', 'a second at peak']],
    ['OpenAI: from comparisons to ChatGPT', ['arXiv', '0.1%']],
  ])('is on its slide in the source’s sense: %s', (title, words) => {
    const said = saidOn(slideTitled(title));
    expect(words.filter((word) => !said.includes(word))).toEqual([]);
  });

  it.each([
    ['approval of each action', 'a gate is not what AutoGPT changed'],
    ['one for each region', 'the original deck says: local models'],
    ['one list', 'the paper has a list for each of its two stages'],
    ['44,000', 'nobody confirms it'],
    ['first week', 'the program was there before its stars'],
    ['several tools', 'the easiest level of GAIA needs one at most'],
    ['had predictive AI', 'hospitals reported using it'],
    ['have predictive AI', 'hospitals reported using it'],
    ['counts having', 'hospitals reported using it'],
    ['actively uses AI', 'companies were rolling it out'],
    ['use AI actively', 'companies were rolling it out'],
    ['use AI at all', 'the question was about the past two weeks'],
    ['nearly all of them', 'no survey on the list says so'],
    ['Public: our', 'arithmetic is no publication'],
    ...[
      'McKinsey',
      'dollars',
      'three in four',
      'BabyAGI',
      'Larry Wall',
      'Alan Kay',
      'deep learning in most',
    ].map((words): [string, string] => [words, 'it has no source on the list']),
  ])('is nowhere in the module in another sense: %s, for %s', (words) => {
    const saying = deck.slides.filter((slide) => saidOn(slide).includes(words));
    expect(saying.map(placed)).toEqual([]);
  });
});

describe('people and agents on GAIA', () => {
  const shown = () => slideTitled('People and agents, level by level').html;

  it('are compared level by level, on the same questions', () => {
    expect(rowsIn(shown())).toEqual([
      ['GAIA, share solved', 'Level 1: easiest', 'Level 2', 'Level 3: hardest'],
      ['People', '93.9%', '91.8%', '87.3%'],
      ['GPT-4 with plugins', '30.3%', '9.7%', '0%'],
      ['AutoGPT with GPT-4', '14.4%', '0.4%', '0%'],
    ]);
  });

  it('have no figure of all levels, or of another test, among those of one level', () => {
    const said = plainText(shown());
    expect(['92%', '15%'].filter((figure) => said.includes(figure))).toEqual([]);
    expect(plainText(shown().replace(/<table[^]*<\/table>/, ''))).toMatch(/another test.*30%/i);
  });

  it('are asked about by the figure of the level that the question names', () => {
    const guess = fences.find(({ id }) => id === 'autogpt-gaia')?.options;
    expect(guess).toMatchObject({ answer: 14.4 });
    expect(textsIn(guess?.['question']).join()).toMatch(/^(?!.*tools).*easiest/);
  });
});

describe('what people and principles have to say about good answers', () => {
  it('is told without contradiction: feedback is essential, and for harm principles replace it', () => {
    const { html } = slideTitled('Somebody has to say what good is');
    expect(plainText(html)).toMatch(/original deck.*human feedback is essential/i);
    expect(plainText(html)).toContain('written principles');
    expect(tagsOf(html)).toEqual(['Public: Bai et al., 2022']);
  });

  it('comes from two lists of principles, one for each stage', () => {
    const slide = slideTitled('Constitutional AI: written principles, used twice');
    expect(saidOn(slide)).toContain('two lists');
    expect(tagsOf(slide.html)).toEqual([
      'Public: Bai et al., 2022',
      'Public: Anthropic principles file, 2022',
    ]);
  });
});

describe('a public source', () => {
  it('stands only behind what was read in it: the cities, not all that Uber predicts', () => {
    const { html } = slideTitled('Uber: machine learning everywhere');
    const [tagged] = untilTag(html, 'Public: Uber, 2024');
    expect(tagged).toBe('10,000+ cities');
  });
});

/** Figures that only a note says, slide by slide, and where each comes from. */
const noteFigures: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'Netflix: recommendation at scale': {
    '221.64': 'Netflix letter to shareholders, 2022',
    '301.63': 'The Streamable, 2025',
  },
  'What the recommender causes': { '4': 'Zielnicki et al., 2025' },
  'Netflix: the reported gains': { 'four times': 'Outerbounds, 2026' },
  'How many models does that take?': { 'hundred in three': 'Uber, 2018' },
  'What Uber put on record': { '5': 'Uber, 2017' },
  'OpenAI: from comparisons to ChatGPT': { '0.1': 'Christiano et al., 2017' },
  'OpenAI: operating language models at scale': {
    '100': 'TheWrap, 2024',
    '300': 'TheWrap, 2024',
  },
  'And what was 40%?': {
    '19': 'GPT-4 technical report, 2023',
    'fifty to seventy in a hundred': OURS,
  },
  'Better at following instructions?': { '70': OURS },
  'What feedback changes, and what it doesn’t': { 'hundred times': OURS },
  'With feedback, about half as much is made up': {
    'one output in five': 'Ouyang et al., 2022',
  },
  'Guess: how many principles': { '16': 'Bai et al., 2022' },
  'Constitutional AI: written principles, used twice': { '16': 'Bai et al., 2022' },
  'Nearly right at each step, mostly wrong at the end': {
    '19': OURS,
    '20': OURS,
    'six times in ten': OURS,
  },
  'People and agents, level by level': {
    '92': 'Mialon et al., 2023',
    '15': 'Mialon et al., 2023',
    '146': 'Mialon et al., 2023',
    '245': 'Mialon et al., 2023',
    '75': 'Mialon et al., 2023',
    '4.7': OURS,
    '175': 'Xu et al., 2025',
    '24': 'Xu et al., 2025',
  },
  'MLOps is mainstream, LLMOps grows fast, agents emerge': {
    '250': 'US Census Bureau, 2026',
    '37': 'US Census Bureau, 2026',
    '58': 'NVIDIA survey in RetailWire, 2026',
  },
  'The bottom line, told twice': { '300': OURS, 'four times': OURS },
  'Check 6: shared features': { 'ten times': OURS },
  'Sources: OpenAI and Anthropic': { '82': 'OpenAI, 2023' },
};

describe('a note', () => {
  it.each([
    ['It puts nine failures in ten down to that', ['nine failures in ten']],
    ['By 2025 it was three in four, or one out of five', ['three in four', 'one out of five']],
    ['Some ten to twenty dollars were gone', ['ten to twenty dollars']],
    ['It is four times faster, or ten per cent', ['four times', 'ten per cent']],
    ['Of 301.63 million, 4%.', ['301.63', '4']],
    ['In 2017 one of the three was there', []],
  ])('has its figures found, in digits and in words: %s', (note, figures) => {
    expect(figuresSaid(note)).toEqual(figures);
  });

  const tags = listed.map(({ tag }) => tag);

  it('gives no figure without a source: it is on its slide, or in a source on the list', () => {
    const loose = deck.slides.flatMap((slide) => {
      const shown = figuresSaid(saidOn({ ...slide, notes: '' }));
      const known = [
        ...shown.flatMap((figure) => figure.split('–')),
        ...Object.keys(noteFigures[slide.title] ?? {}),
      ];
      return figuresSaid(plainText(slide.notes))
        .filter((figure) => !known.includes(figure))
        .map((figure) => `${placed(slide)}: ${figure}`);
    });
    expect(loose).toEqual([]);
  });

  it('has its figures in the sources that are said to hold them', () => {
    const sources = Object.values(noteFigures).flatMap((figures) => Object.values(figures));
    expect(sources.filter((source) => !tags.includes(source))).toEqual([]);
    for (const [title, figures] of Object.entries(noteFigures)) {
      const said = figuresSaid(plainText(slideTitled(title).notes));
      expect(said, title).toEqual(expect.arrayContaining(Object.keys(figures)));
    }
  });

  it.each([
    ['Amazon Prime Video', 'Outerbounds, 2026'],
    ['direct preference optimisation', 'Rafailov et al., 2023'],
    ['thousand Americans', 'Collective Constitutional AI, 2023'],
    ['ReAct', 'Yao et al., 2022'],
  ])('names no work that is not on the list: %s', (name, tag) => {
    expect(deck.slides.some(({ notes }) => plainText(notes).includes(name))).toBe(true);
    expect(tags).toContain(tag);
  });

  it('promises the list of sources that there is', () => {
    expect(saidOn(slideTitled('Three tags: how to read a figure'))).toContain('every source');
    const elsewhere = deck.slides.filter(({ notes }) => notes.includes('Named in the notes only'));
    expect(elsewhere.map(placed)).toEqual([]);
  });
});

/** The cells of a table, without their source tags. */
function rowsIn(html: string): string[][] {
  const untagged = html.replace(/<cite[^]*?<\/cite>/g, '');
  const rows = [...untagged.matchAll(/<tr>([^]*?)<\/tr>/g)].map(([, row = '']) => row);
  return rows.map((row) =>
    [...row.matchAll(/<t[hd][^>]*>([^]*?)<\/t[hd]>/g)].map(([, cell = '']) => plainText(cell)),
  );
}
