/** Changes of the page from its start on: a translator may be at work before the rest is loaded. */
export const earlyChanges: MutationRecord[] = [];

export const earlyObserver = new MutationObserver((records) => earlyChanges.push(...records));
