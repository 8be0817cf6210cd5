import { isTag, type Element } from 'domhandler';
import { getChildren } from 'domutils';
import { stringify } from 'yaml';
import { embeddedMarkdown } from './embedded-markdown.ts';
import { markdownFile, type Page } from './read-page.ts';
import { slideMarkdown } from './slide-markdown.ts';

const BESIDE = '\n\n---\n\n';
const BELOW = '\n\n--\n\n';

/** The text of a Markdown file that a page names; undefined where there is none. */
type TextOf = (path: string) => string | undefined;

/** The Markdown of a deck with the slides of a page. */
export function pageMarkdown({ title, lang, hasMath, columns }: Page, textOf: TextOf): string {
  const options = {
    ...(title === '' ? {} : { title }),
    ...(lang === '' ? {} : { lang }),
    math: hasMath,
    ...(isTitle(columns[0]?.[0]) ? { layout: 'title' } : {}),
  };
  const written = columns.flatMap((sections) => {
    const columnsOfEach = sections.map((section) => columnsOf(section, hasMath, textOf));
    // A section alone may make several columns; those beneath each other make one.
    return sections.length === 1 ? columnsOfEach.flat() : [columnsOfEach.flat(2)];
  });
  const text = written.map((slides) => slides.join(BELOW)).join(BESIDE);
  return `---\n${stringify(options)}---\n\n${text}\n`;
}

/** true for a slide with a large heading and a few lines of text, as talks begin with. */
function isTitle(section: Element | undefined): boolean {
  const names =
    section === undefined
      ? []
      : getChildren(section)
          .filter(isTag)
          .map(({ name }) => name);
  return names.includes('h1') && names.every((name) => /^(?:h[1-4]|p|small|br|aside)$/.test(name));
}

/** The slides that a `<section>` makes, in columns. */
function columnsOf(section: Element, hasMath: boolean, textOf: TextOf): string[][] {
  if (section.attribs['data-markdown'] === undefined) return [[slideMarkdown(section, hasMath)]];
  const file = markdownFile(section);
  if (file === null) return embeddedMarkdown(section, null);
  const text = textOf(file);
  return text === undefined ? [] : embeddedMarkdown(section, text);
}
