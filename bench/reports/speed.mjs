#!/usr/bin/env node
// How long a closing report takes from sending to acknowledgement, redacted and stored.
//   bench/run reports/speed [--rounds 40] [--large 8] [--port 5092]
// Prints one JSON line; exit 1 where a median is past its limit (900 turns: 100 ms, ten megabytes: 2 s).
import fs from 'node:fs';
import { cpuMs, makeHost, option } from '../host.mjs';
import { report } from './report.mjs';

const host = makeHost(option('port', 5092), 'report-speed');
await host.start();
const median = times => times.toSorted((a, b) => a - b)[times.length >> 1];
async function time(name, rounds, make) {
  const times = [];
  let bytes = 0, cpu = 0;
  for (let i = 0; i < rounds + 3; i++) {
    const body = make(i);
    bytes = Buffer.byteLength(body);
    if (i === 3) cpu = cpuMs(host.app.pid);
    const began = performance.now();
    const status = await host.post(body);
    if (status !== 200) throw new Error(`${name}: HTTP ${status}`);
    if (i >= 3) times.push(performance.now() - began);
  }
  // The wall clock is that of a shared machine; the host's own processor time is not.
  return { bytes, hostCpuMs: Math.round((cpuMs(host.app.pid) - cpu) / rounds * 10) / 10, fastestMs: Math.round(Math.min(...times) * 10) / 10, medianMs: Math.round(median(times) * 10) / 10, slowestMs: Math.round(Math.max(...times) * 10) / 10 };
}

try {
  const rounds = option('rounds', 40), large = option('large', 8);
  const small = await time('900 turns', rounds, i => report(`speed-a-${i}`, 900, { filler: 2 }));
  const huge = await time('10 MB', large, i => report(`speed-b-${i}`, 9000, { filler: 16 }));
  const repeat = await time('repeat of 10 MB', large, () => report('speed-b-0', 9000, { filler: 16 }));
  const stored = Number(host.sql("select count(*) from transcript where state = 'stored'"));
  const expected = rounds + 3 + large + 3;
  console.log(JSON.stringify({ small, huge, repeat, stored, expected, load: fs.readFileSync('/proc/loadavg', 'utf8').split(' ')[0] }));
  process.exitCode = small.medianMs <= 100 && huge.medianMs <= 2000 && stored === expected ? 0 : 1;
} finally {
  await host.remove();
}
