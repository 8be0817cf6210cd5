import { render, type ComponentChild } from 'preact';

/** Puts a page's one component where its HTML has room for it. */
export function mount(page: ComponentChild): void {
  const place = document.getElementById('app');
  if (place === null) throw new Error('The page has no #app');
  render(page, place);
}
