// A process of its own for those who flood: beside the phones that are measured they would slow
// these down, whatever the server did. Ends with whoever started it.
import { startFlood } from './flood.ts';

const [, , url = '', code = '', clients = '10'] = process.argv;
const flood = await startFlood(url, code, Number(clients));
process.send?.({ flooding: true });
process.on('message', () => {
  void flood.stop().then((report) => {
    process.send?.({ report });
    process.disconnect();
  });
});
process.on('disconnect', () => process.exit(0));
