/** The note for attendees who may choose several options, and must not know how many. */
export const CHOOSE_ALL = 'Choose all that apply';
