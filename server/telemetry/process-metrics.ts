import { readdir, readFile } from 'node:fs/promises';
import { Gauge, type Family } from './prometheus.ts';

const COUNTED_FOR_MS = 5_000;

/**
 * CPU, memory and open files of the process, by the names that every Prometheus dashboard knows.
 * See https://prometheus.io/docs/instrumenting/writing_clientlibs/#process-metrics
 */
export function processMetrics(): () => Promise<readonly Family[]> {
  const startedAt = Date.now() / 1000 - process.uptime();
  let files = countFiles();
  let at = performance.now();
  return async () => {
    if (performance.now() - at > COUNTED_FOR_MS) {
      files = countFiles();
      at = performance.now();
    }
    const { open, most } = await files;
    const { user, system } = process.cpuUsage();
    return [
      counter('process_cpu_seconds_total', 'CPU time used.', (user + system) / 1e6),
      gauge('process_start_time_seconds', 'When the process started, in Unix time.', startedAt),
      gauge('process_resident_memory_bytes', 'Memory held.', process.memoryUsage.rss()),
      ...(open === null ? [] : [gauge('process_open_fds', 'Open files and connections.', open)]),
      ...(most === null ? [] : [gauge('process_max_fds', 'The most that may be open.', most)]),
    ];
  };
}

function gauge(name: string, help: string, value: number): Family {
  return new Gauge(name, help, () => [{ value }]);
}

function counter(name: string, help: string, value: number): Family {
  return { name, help, type: 'counter', samples: () => [{ value }] };
}

/** Files and connections; null where the system, unlike Linux, does not say. */
async function countFiles(): Promise<{ open: number | null; most: number | null }> {
  try {
    const [names, limits] = await Promise.all([
      readdir('/proc/self/fd'),
      readFile('/proc/self/limits', 'utf8'),
    ]);
    const most = /^Max open files\s+(\d+)/m.exec(limits)?.[1];
    return { open: names.length, most: most === undefined ? null : Number(most) };
  } catch {
    return { open: null, most: null };
  }
}
