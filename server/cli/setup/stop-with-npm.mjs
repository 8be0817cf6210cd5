// npm runs scripts in a shell. A signal to npm ends that shell, which on Debian does not forward it: the
// server would keep running, and keep its port.
const POLL_MS = 500;

const shell = process.ppid;
const byNpm = process.env['npm_lifecycle_event'] !== undefined;
const timer = setInterval(() => {
  if (!byNpm || process.ppid === shell) return;
  clearInterval(timer);
  process.kill(process.pid, 'SIGTERM');
}, POLL_MS);
timer.unref();
