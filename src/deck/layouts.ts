/** The layouts that a slide may name; its section gets the class `layout-NAME`. */
export const layoutNames: readonly string[] = [
  'default',
  'title',
  'chapter',
  'statement',
  'two-cols',
  'figure',
  'big-number',
  'quote',
  'table',
  'question',
];
