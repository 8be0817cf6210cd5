import { cpus } from 'node:os';

// Others have machines of their own: here they take the last processor, when nobody else wants it.
const last = String(cpus().length - 1);
const [priority = '', ...least] =
  process.platform === 'linux'
    ? ['taskset', '-c', last, 'chrt', '--idle', '0']
    : ['nice', '-n', '19'];

/** Options of `fork` for a process that is not measured. */
export const lastInLine = { execPath: priority, execArgv: [...least, process.execPath] };
