// npm runs a script by way of a shell. A signal to npm ends that shell, which on Debian tells its
// child nothing: the server would go on, unseen, and keep its port.
const LOOK_AGAIN_MS = 500;

const shell = process.ppid;
const byNpm = process.env['npm_lifecycle_event'] !== undefined;
const timer = setInterval(() => {
  if (!byNpm || process.ppid === shell) return;
  clearInterval(timer);
  process.kill(process.pid, 'SIGTERM');
}, LOOK_AGAIN_MS);
timer.unref();
