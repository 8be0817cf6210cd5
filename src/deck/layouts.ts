/** All layouts of the theme; the section of a slide gets the class `layout-NAME`. */
export const layoutNames: readonly string[] = [
  'default',
  'title',
  'chapter',
  'statement',
  'two-cols',
  'figure',
  'big-number',
  'versus',
  'quote',
  'table',
  'question',
];

/** The layouts with a left and a right slot. */
export const slottedLayouts: readonly string[] = ['two-cols', 'versus'];
