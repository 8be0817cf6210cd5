/** The scale at which the stage enlarges a part of a slide. */
export const ZOOM = 2.5;
