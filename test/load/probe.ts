// scratch
import { bareWs, broadcastPerVote, plenary } from './dialects.ts';
import { spread } from './figures.ts';
import { ServerProcess, KEY } from './server-process.ts';
import { Swarm } from './swarm.ts';

const [, , which = 'bare', n = '1000', secs = '10', fn = 'crowd'] = process.argv;
const N = Number(n);
const job = {
  stateBytes: Number(process.env.SB ?? 600),
  tallyBytes: Number(process.env.TB ?? 100),
  wallInterval: 100,
  heartbeat: 15000,
  phoneInterval: Number(process.env.PI ?? 250),
  sliced: true,
};
const server =
  which === 'bare'
    ? await ServerProcess.reference('bare-ws', job)
    : which === 'bc'
      ? await ServerProcess.reference('broadcast-per-vote', job)
      : await ServerProcess.plenary();
let code = 'x';
if (which === 'plenary') {
  const r = await fetch(`http://127.0.0.1:${server.port}/api/v1/sessions`, {
    method: 'POST',
    headers: { Authorization: `Bearer ${KEY}`, 'Content-Type': 'application/json' },
    body: '{"deck":"room"}',
  });
  code = ((await r.json()) as any).code;
  const { Client } = await import('../integration/client.ts');
  const c = await Client.console(`http://127.0.0.1:${server.port}`, code);
  await c.ask('slide:show', { h: 1, v: 0, f: -1 });
  c.close();
}
const dialect = which === 'bare' ? bareWs : which === 'bc' ? broadcastPerVote : plenary;
const swarm = new Swarm(dialect, server.port, code);
await swarm.watch();
const m0 = await server.memory();
const u0 = await server.cpuSeconds();
const j = await swarm.join(N, Number(process.env.JOIN ?? N * 1.5));
console.log('join', spread(j.milliseconds), j.refused);
await new Promise((r) => setTimeout(r, 500));
const u1a = await server.cpuSeconds();
const m1 = await server.memory();
const u1 = await server.cpuSeconds();
console.log(
  'mem/conn',
  Math.round((m1.rssBytes - m0.rssBytes) / N),
  'heap',
  Math.round((m1.heapBytes - m0.heapBytes) / N),
  'cpu join/1000',
  (((u1a - u0) / N) * 1000).toFixed(3),
);
for (const p of swarm.phones) p.take();
const fs = await import('node:fs');
const threads = () =>
  Object.fromEntries(
    fs.readdirSync(`/proc/${server.child.pid}/task`).map((id) => {
      const st = fs.readFileSync(`/proc/${server.child.pid}/task/${id}/stat`, 'utf8');
      const f = st.slice(st.lastIndexOf(')') + 2).split(' ');
      return [
        st.slice(st.indexOf('('), st.lastIndexOf(')') + 1) + id,
        [Number(f[11]), Number(f[12])],
      ];
    }),
  );
const th0 = threads();
const t = performance.now();
if (fn === 'fan') {
  await swarm.answer(swarm.phones, 5000);
  for (const p of swarm.phones) p.take();
  const c0 = await server.cpuSeconds();
  const q0 = threads();
  for (let i = 0; i < 200; i++) {
    await swarm.answer([swarm.phones[i % 50]!], 10);
    await new Promise((r) => setTimeout(r, 35));
  }
  const c1 = await server.cpuSeconds();
  const q1 = threads();
  const fr = swarm.phones.map((p) => p.take()).reduce((s, x) => s + x.frames, 0);
  console.log('fan frames', fr, 'cpu', c1 - c0, 'us/frame', ((c1 - c0) / fr) * 1e6);
  for (const [k, v] of Object.entries(q1)) {
    const d = [v[0]! - (q0[k]?.[0] ?? 0), v[1]! - (q0[k]?.[1] ?? 0)];
    if (d[0]! + d[1]! > 1) console.log('thread', k, 'user', d[0]! * 10, 'sys', d[1]! * 10);
  }
  swarm.leave();
  await server.stop();
  process.exit(0);
}
const a =
  fn === 'crowd'
    ? await swarm.answer(swarm.phones, Number(secs) * 1000)
    : await swarm.answerOnAndOn(swarm.phones, Number(secs) * 1000);
const took = performance.now() - t;
const u2 = await server.cpuSeconds();
const th1 = threads();
for (const [k, v] of Object.entries(th1)) {
  const d = [v[0] - (th0[k]?.[0] ?? 0), v[1] - (th0[k]?.[1] ?? 0)];
  if (d[0] + d[1] > 1) console.log('thread', k, 'user', d[0] * 10, 'sys', d[1] * 10);
}
const taken = swarm.phones.map((p) => p.take());
console.log(
  fn,
  'ack',
  spread(a.acknowledged),
  'refused',
  a.refused,
  'lost',
  a.lost,
  'rate/s',
  Math.round((a.acknowledged.length / took) * 1000),
);
console.log('wall', spread(a.onWall), 'phones', spread(a.onPhones));
console.log(
  'cpu/1000 votes',
  (((u2 - u1) / a.acknowledged.length) * 1000).toFixed(3),
  'total',
  (u2 - u1).toFixed(2),
  'bytes/phone',
  taken.reduce((s, x) => s + x.bytes, 0) / N,
  'frames',
  taken.reduce((s, x) => s + x.frames, 0) / N,
  'dropped',
  swarm.dropped,
);
swarm.leave();
await server.stop();
process.exit(0);
