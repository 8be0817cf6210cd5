import { describe, expect, it } from 'vitest';
import { chaptersOf } from '../../src/apps/console/chapters.ts';
import type { Slide } from '../../src/deck/deck.ts';
import {
  compile,
  deck,
  fences,
  fencesOf,
  listed,
  placed,
  sources,
  textsIn,
} from './pioneers-deck.ts';
import { figuresIn, SOURCE_TAG, tagsOf, untaggedFigures, wordsOf } from './source-tags.ts';

const { slides } = deck;
const topics = slides.filter(({ keep }) => !keep);

describe('a figure on a slide', () => {
  it('carries its source', () => {
    const untagged = topics.flatMap((slide) =>
      untaggedFigures(slide.html).map((figure) => `${placed(slide)}: ${figure}`),
    );
    expect(untagged).toEqual([]);
  });

  it.each([
    ['<p>Half of it, or 50%</p>', ['50']],
    ['<h1>4,000</h1><p>a day</p>', ['4,000']],
    ['<ul><li>1.5 more <cite>Public: somebody</cite></li></ul>', ['1.5']],
    ['<ul><li>7 <cite>Public: Uber, 2017</cite></li><li>8</li></ul>', ['8']],
    ['<table><tr><td>6</td><td>by <cite>Uber</cite></td></tr></table>', ['6']],
    ['<h2>Why 9?</h2><p>Because.</p>', ['9']],
    ['<figure><svg><text>12%</text></svg></figure><p>Seen <cite>Uber</cite></p>', ['12']],
    ['3 loose ones', ['3']],
  ])('is found where it has no source: %s', (html, missed) => {
    expect(untaggedFigures(html)).toEqual(missed);
  });

  it('would be found on every slide that has one if its source were left out', () => {
    const bare = topics.map((slide) => ({ ...slide, html: withoutTags(slide.html) }));
    const figured = bare.filter(
      (slide) => figuresIn(asText(slide.html)).length > chapterNumbers(slide),
    );
    expect(figured.length).toBeGreaterThan(25);
    for (const slide of figured) expect(untaggedFigures(slide.html), placed(slide)).not.toEqual([]);
  });

  it('names its source in one of four forms', () => {
    const odd = slides.flatMap(({ html }) => tagsOf(html)).filter((tag) => !SOURCE_TAG.test(tag));
    expect(odd).toEqual([]);
  });

  it.each([
    ...['220+ million', '3,000+', '12%', '60%', '70%', '4×', '80%'],
    ...['10,000+', '100+', '5,000+', '10,000', '10 ms', '250,000+', '20,000+', '10 million'],
    ...['under 1%', '82%', '40%', '63%', '30%', '6.48%', '0.73%', '70.2%', '85 ± 3%', '41%', '21%'],
    ...['25% fewer', '73.7%', '74.0%', '1.3B', '175B', '16', '14.4', '0.4%', '15%'],
    ...['93.9%', '91.8%', '87.3%', '30.3%', '9.7%'],
    ...['60–70%', '30–40%', '3–4×', '80% more', '17–20%'],
    ...['85%', '42%', '68%', '38%', '8%', '78%', '65%', '75', '71', '58'],
  ])('is there as it was published or printed: %s', (figure) => {
    const shown = topics.map(({ html }) => asText(html));
    const written = fences.flatMap(({ options }) => textsIn(options));
    expect([...shown, ...written].some((text) => text.includes(figure))).toBe(true);
  });
});

/** A slide without the sources of its figures. */
function withoutTags(html: string): string {
  return html.replace(/<cite[^>]*>[^]*?<\/cite>|<(title|desc)>[^]*?<\/\1>/g, '');
}

/** Number of figures on a slide that only number its chapter. */
function chapterNumbers({ attributes }: Slide): number {
  return attributes['class']?.includes('layout-chapter') === true ? 1 : 0;
}

function asText(html: string): string {
  return html.replace(/<[^>]*>/g, '');
}

describe('a source', () => {
  it('is on the list that attendees take home', () => {
    const said = [
      ...slides.flatMap(({ html }) => tagsOf(html)),
      ...fences.flatMap(({ options }) => textsIn(options['source'])),
    ].filter((tag) => tag.startsWith('Public: '));
    const lost = said.filter((tag) => !listed.some((row) => `Public: ${row.tag}` === tag));
    expect(said.length).toBeGreaterThan(50);
    expect(lost).toEqual([]);
  });

  it('has a link, unless it is arithmetic', () => {
    const linkless = listed.filter(({ link }) => !/^https:\/\/\S+$/.test(link));
    expect(linkless.map(({ tag }) => tag)).toEqual(['Our own arithmetic']);
  });

  it('is named for each correct answer', () => {
    const questions = [...fencesOf('guess'), ...fencesOf('quiz')];
    expect(questions.length).toBeGreaterThan(0);
    for (const { id, options } of questions) expect(options['source'], id).toMatch(SOURCE_TAG);
  });
});

describe('the deck', () => {
  it('has between 35 and 45 slides in its main line, with more below some of them', () => {
    const places = new Set(slides.map(({ h }) => h)).size;
    expect(places).toBeGreaterThanOrEqual(35);
    expect(places).toBeLessThanOrEqual(45);
  });

  it('has few words on a slide: rarely more than 35, never more than 45', () => {
    const counts = topics.map(({ html }) => wordsOf(html).length);
    expect(Math.max(...counts)).toBeLessThanOrEqual(45);
    expect(counts.filter((count) => count > 35).length).toBeLessThanOrEqual(4);
  });

  it('tells the presenter for each slide what to say, ask and answer, and how long to take', () => {
    for (const slide of slides) {
      const marks = [...slide.notes.matchAll(/<strong>(.*?)<\/strong>/g)].map(([, mark]) => mark);
      expect(marks.slice(-3), placed(slide)).toEqual(['Ask:', 'Objection:', 'Answer:']);
      expect(slide.notes.split('</p>').length, placed(slide)).toBeGreaterThan(3);
      expect(slide.minutes, placed(slide)).not.toBeNull();
    }
  });

  it('takes about ninety minutes, and about forty without its optional slides', () => {
    const core = slides.filter(({ notes }) => !notes.includes('<strong>In forty minutes:'));
    expect(Math.abs(minutesOf(slides) - 90)).toBeLessThanOrEqual(3);
    expect(Math.abs(minutesOf(core) - 40)).toBeLessThanOrEqual(2);
  });

  it('has each slide after its opening in a chapter with a title', () => {
    const titles = chaptersOf(slides).map(({ title }) => title);
    expect(titles.indexOf('')).toBe(0);
    expect(titles.lastIndexOf('')).toBe(0);
    expect(titles).toHaveLength(10);
  });

  it.each([
    ['02-netflix.md', 1],
    ['03-uber.md', 2],
    ['04-openai.md', 3],
    ['05-anthropic.md', 4],
    ['06-autogpt.md', 5],
  ])('gives each pioneer one hue: %s', (file, accent) => {
    const chapter = compile(sources.filter((source) => source.file === file));
    for (const { attributes } of chapter.slides) {
      expect(attributes['class']?.split(' ')).toContain(`accent-${accent}`);
    }
  });
});

function minutesOf(some: readonly Slide[]): number {
  return some.reduce((sum, { minutes }) => sum + (minutes ?? 0), 0);
}
