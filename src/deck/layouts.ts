/** The layouts that a slide may name; its section gets the class `layout-NAME`. */
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

/** Those that have a left and a right slot. */
export const slottedLayouts: readonly string[] = ['two-cols', 'versus'];
