// Imported first by every script that people start: an old Node.js is named before it fails on
// something in its own words. package.json asks npm for the same versions.
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
const fits = major === 20 ? minor >= 19 : major === 22 ? minor >= 12 : major > 22;
if (!fits) {
  process.stderr.write(
    `\n  Plenary needs Node.js 20.19 or newer (of 22, 22.12 or newer), and this is ${process.version}.\n` +
      '  Install the current one from https://nodejs.org, and try again.\n\n',
  );
  process.exit(1);
}
