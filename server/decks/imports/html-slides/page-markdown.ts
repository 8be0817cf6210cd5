import type { Element } from 'domhandler';
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
  };
  const written = columns.flatMap((sections) => {
    const columnsOfEach = sections.map((section) => columnsOf(section, hasMath, textOf));
    // A section alone may make several columns; those beneath each other make one.
    return sections.length === 1 ? columnsOfEach.flat() : [columnsOfEach.flat(2)];
  });
  const text = written.map((slides) => slides.join(BELOW)).join(BESIDE);
  return `---\n${stringify(options)}---\n\n${text}\n`;
}

/** The slides that a `<section>` makes, in columns. */
function columnsOf(section: Element, hasMath: boolean, textOf: TextOf): string[][] {
  if (section.attribs['data-markdown'] === undefined) return [[slideMarkdown(section, hasMath)]];
  const file = markdownFile(section);
  if (file === null) return embeddedMarkdown(section, null);
  const text = textOf(file);
  return text === undefined ? [] : embeddedMarkdown(section, text);
}
