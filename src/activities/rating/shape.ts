/** The fewest rows that make a shape, and the most of which a slide has a radar: they fit into one column. */
export const FEWEST_IN_SHAPE = 3;
export const MOST_IN_SHAPE = 7;
