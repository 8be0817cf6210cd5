/** Stands in the pages for what Engine.IO picks its transports from by name: ours are handed to it. */
export const transports = {};
