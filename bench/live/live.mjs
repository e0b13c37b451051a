#!/usr/bin/env node
// How long a hold made by a webhook takes to be seen on open Today pages, of the instance that took it and of a second one;
// and what fifty open pages cost the database while nothing happens.
//   bench/run live [--changes 60] [--pages 50] [--idle 60] [--port 5094]
// Needs chromium, and the browser tests' packages restored. Prints one JSON line; exit 1 where the 95th percentile is past
// 300 ms or an open page asks the database more than three times a minute.
import fs from 'node:fs';
import { makeHost, option, sleep } from '../host.mjs';
import { caller, launch, open, signIn } from './browser.mjs';

const changes = option('changes', 60), pages = option('pages', 50), idle = option('idle', 60), port = option('port', 5094);
const today = '/harborview/today', phone = '+14155550142';
const first = makeHost(port, 'live');
// The second instance is another process on the first one's database.
const second = makeHost(port + 1, 'live-second', { EmbeddedPostgres__DataDirectory: first.data });
await first.start();
await second.start();
const browser = await launch();
const context = await browser.newContext();

// The page notes when it first shows each name; both clocks are this machine's.
const watch = page => page.evaluate(() => {
  globalThis.seen = {};
  const look = () => document.querySelectorAll('.hold-card-who strong').forEach(who => globalThis.seen[who.textContent] ??= Date.now());
  new MutationObserver(look).observe(document.body, { childList: true, subtree: true, characterData: true });
});

const percentile = (times, share) => times.toSorted((a, b) => a - b)[Math.min(times.length - 1, Math.ceil(times.length * share) - 1)];
const spread = times => ({ median: percentile(times, 0.5), p95: percentile(times, 0.95), slowest: Math.max(...times), seen: times.length });
const transactions = () => Number(first.sql('select xact_commit + xact_rollback from pg_stat_database where datname = current_database()'));

async function quietMinute() {
  const before = transactions();
  await sleep(idle * 1000);
  // The reading itself is a connection of its own.
  return (transactions() - before) * 60 / idle;
}

try {
  await signIn(context, first, 'receptionist@harborview.example');
  const watched = [await open(context, first, today), await open(context, second, today)];
  await Promise.all(watched.map(watch));
  const sent = {}, answered = {};
  const slots = (await caller(first, 'live-look', phone, 'Nobody').tool('check_availability', { from: 'tomorrow', to: 'next friday', limit: 20 })).slots;
  for (let i = 0; i < changes; i++) {
    const name = `Live ${i}`, call = caller(first, `live-${i}`, phone, name);
    sent[name] = Date.now();
    const held = await call.hold(slots[i % slots.length].start);
    answered[name] = Date.now();
    if (held.code !== 'held') throw new Error(`${name}: ${held.code}`);
    await sleep(400 + Math.random() * 200);
    await call.tool('release_hold');
    await sleep(200 + Math.random() * 200);
  }
  const results = {};
  for (const [i, where] of ['sameInstance', 'secondInstance'].entries()) {
    const seen = await watched[i].evaluate(() => globalThis.seen);
    const names = Object.keys(sent).filter(name => seen[name]);
    results[where] = { fromSentMs: spread(names.map(name => seen[name] - sent[name])), fromAnsweredMs: spread(names.map(name => Math.max(0, seen[name] - answered[name]))) };
  }
  await Promise.all(watched.map(page => page.close()));
  await sleep(5000);
  const alone = await quietMinute();
  for (let i = 0; i < pages; i++) await open(context, i % 2 ? second : first, today);
  await sleep(5000);
  const open50 = await quietMinute();
  const perPage = Math.round((open50 - alone) / pages * 100) / 100;
  console.log(JSON.stringify({ changes, ...results, idle: { transactionsPerMinuteWithoutPages: Math.round(alone), pages, transactionsPerMinuteWithPages: Math.round(open50), perPageAndMinute: perPage },
    load: fs.readFileSync('/proc/loadavg', 'utf8').split(' ')[0] }));
  const ok = Object.values(results).every(r => r.fromSentMs.seen === changes && r.fromSentMs.p95 <= 300) && perPage <= 3;
  process.exitCode = ok ? 0 : 1;
} finally {
  await browser.close();
  await second.remove();
  await first.remove();
}
