/** What Vite and the packages around it need; package.json's `engines` says the same. */
export const FIT_NODE = '^20.19.0 || >=22.12.0';

/**
 * Why this version of Node.js cannot run Plenary, and what to do; null where it can.
 *
 * @param {string} version as `process.version` gives it: v20.19.0
 * @returns {string | null}
 */
export function nodeRefusal(version) {
  const [major = 0, minor = 0] = version.replace(/^v/, '').split('.').map(Number);
  const fit = major > 22 || (major === 22 && minor >= 12) || (major === 20 && minor >= 19);
  if (fit) return null;
  return (
    `Plenary needs Node.js 20.19 or newer (of 22, 22.12 or newer), and this is ${version}.\n` +
    'Install the current one from https://nodejs.org, and try again.'
  );
}
