import { fillHtml, loadLazyMedia } from '../../presenting/slide-section.ts';
import type { TakeHomePage } from '../../session/views.ts';
import './slide-text.css';

/** Fills `section` with a slide, as text in one column with `h2` as its highest heading. */
export function drawSlideText(section: HTMLElement, { title, html }: TakeHomePage): void {
  fillHtml(section, html);
  loadLazyMedia(section);
  if (section.querySelector('h1, h2, h3, h4, h5, h6') === null && title !== '') {
    section.prepend(Object.assign(document.createElement('h2'), { textContent: title }));
  }
  for (const styled of section.querySelectorAll<HTMLElement>('[data-style]')) dropLengths(styled);
  fitHeadings(section);
  // Wide code scrolls sideways, by keyboard too.
  for (const code of section.querySelectorAll('pre')) code.tabIndex = 0;
  for (const table of section.querySelectorAll('table')) labelCells(table);
}

/** Removes lengths from inline styles: they are for a slide 1920 px wide. Colours and weights stay. */
function dropLengths(element: HTMLElement): void {
  // SVG drawings keep their lengths.
  if (!(element instanceof HTMLElement)) return;
  for (const name of [...element.style]) {
    const value = element.style.getPropertyValue(name);
    if (/\d(?:px|r?em|pt|v[whb])\b/.test(value) || value === 'absolute') {
      element.style.removeProperty(name);
    }
  }
}

/** Shifts a slide's headings so that the highest is an `h2`, and none skips a level. */
function fitHeadings(section: HTMLElement): void {
  const headings = [...section.querySelectorAll('h1, h2, h3, h4, h5, h6')];
  const levels = headings.map(({ tagName }) => Number(tagName.slice(1)));
  const down = 2 - Math.min(...levels);
  let before = 1;
  for (const [index, heading] of headings.entries()) {
    const level = Math.min((levels[index] ?? 2) + down, before + 1, 6);
    before = level;
    const fitting = document.createElement(`h${level}`);
    for (const { name, value } of [...heading.attributes]) {
      if (name !== 'style') fitting.setAttribute(name, value);
    }
    fitting.append(...heading.childNodes);
    heading.replaceWith(fitting);
  }
}

/** Names the column in each cell of a wide table, for narrow screens that stack the cells. */
function labelCells(table: HTMLTableElement): void {
  const names = [...(table.tHead?.rows[0]?.cells ?? [])].map(({ textContent }) => textContent);
  if (names.length < 3) return;
  table.classList.add('slide-text-wide');
  // Browsers drop the table roles when CSS stacks the cells.
  table.role = 'table';
  for (const row of table.rows) row.role = 'row';
  for (const cell of table.querySelectorAll('td, th')) {
    cell.role = cell.matches('thead th')
      ? 'columnheader'
      : cell.matches('th')
        ? 'rowheader'
        : 'cell';
  }
  for (const row of table.querySelectorAll<HTMLTableRowElement>('tbody > tr')) {
    for (const [column, cell] of [...row.cells].entries()) {
      cell.dataset['column'] = names[column] ?? '';
    }
  }
}
