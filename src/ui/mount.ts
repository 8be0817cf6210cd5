import { render, type ComponentChild } from 'preact';

/** Renders a page's component into `#app`. */
export function mount(page: ComponentChild): void {
  const place = document.getElementById('app');
  if (place === null) throw new Error('The page has no #app');
  render(page, place);
}
