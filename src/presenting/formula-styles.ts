/**
 * Loads KaTeX's style sheet and fonts if a slide has a formula. Until they are there, or if they cannot
 * be loaded, the browser sets the formula from its MathML.
 */
export function loadFormulaStyles(section: HTMLElement): void {
  if (section.querySelector('.katex') === null) return;
  const { dataset } = document.documentElement;
  const loaded = (): string => (dataset['formulas'] = 'styled');
  import('katex/dist/katex.min.css').then(loaded, () => {});
}
