// Imported first by every script that people start, so that an old Node.js gets a clear message.
// package.json requires the same versions from npm.
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
const fits = major === 20 ? minor >= 19 : major === 22 ? minor >= 12 : major > 22;
if (!fits) {
  process.stderr.write(
    `\n  Plenary needs Node.js 20.19 or newer (of 22, 22.12 or newer), and this is ${process.version}.\n` +
      '  Install the current one from https://nodejs.org, and try again.\n\n',
  );
  process.exit(1);
}
