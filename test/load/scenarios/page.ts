import { atMost, figure, type Line } from '../lines.ts';
import { measurePage } from '../page-weight.ts';

/** The lines about the phone's page, in a browser. */
export async function page(): Promise<Line[]> {
  const { brotliBytes, lcpMs } = await measurePage();
  return [
    {
      what: 'the phone’s page, all that it loads to the first question, brotli',
      ours: `${figure(brotliBytes / 1000)} kB`,
      reference: '',
      ratio: brotliBytes / 1000,
      must: atMost(30),
      aim: atMost(24),
    },
    {
      what: 'largest contentful paint of the phone’s page, 400 ms, 1.6 Mbit/s',
      ours: `${figure(lcpMs / 1000)} s`,
      reference: '',
      ratio: lcpMs / 1000,
      must: atMost(1.5),
      aim: atMost(1),
    },
  ];
}
