#!/usr/bin/env node
// Kills the application (-9) and stops PostgreSQL (immediate) under load, and checks afterwards that nothing acknowledged is lost.
//   node bench/crash/crash.mjs [--app 25] [--db 5] [--callers 16] [--port 5091]
// Needs a Release build (./run builds it), PostgreSQL's client tools and a free folder under the temporary folder. Prints one JSON line; exit 1 on any violation.
import { spawn, execFileSync } from 'node:child_process';
import fs from 'node:fs'; import os from 'node:os'; import path from 'node:path'; import url from 'node:url';

const option = (name, value) => { const i = process.argv.indexOf('--' + name); return i < 0 ? value : Number(process.argv[i + 1]); };
const appKills = option('app', 25), dbStops = option('db', 5), callers = option('callers', 16), port = option('port', 5091);
const root = path.resolve(path.dirname(url.fileURLToPath(import.meta.url)), '../..');
const dll = path.join(root, 'src/Orchestrator.Web/bin/Release/net10.0/Orchestrator.Web.dll');
const home = fs.mkdtempSync(path.join(os.tmpdir(), 'orchestrator-crash-'));
fs.chmodSync(home, 0o711);
const data = path.join(home, 'data'), base = `http://127.0.0.1:${port}`;
const env = { ...process.env, ASPNETCORE_ENVIRONMENT: 'Development', ASPNETCORE_URLS: base, EmbeddedPostgres__DataDirectory: data, Serilog__MinimumLevel: 'Warning', Verification__SendsPerOrganizationAndHour: '1000000' };
const secret = 'conformance-secret-A-0123456789abcdef', numberId = '6f1d0c52-8b1e-4a55-9d0e-51a2c3f4b601';
const sleep = ms => new Promise(r => setTimeout(r, ms));

let app, stopping = false;
async function start() {
  const log = fs.openSync(path.join(home, 'app.log'), 'a');
  app = spawn('dotnet', [dll], { env, stdio: ['ignore', log, log] });
  for (let i = 0; i < 600; i++) {
    try { if ((await fetch(base + '/health/ready')).ok) return; } catch { }
    if (app.exitCode !== null) throw new Error('the application ended: see ' + path.join(home, 'app.log'));
    await sleep(100);
  }
  throw new Error('the application did not get ready');
}

async function tool(call, id, name, args, phone) {
  const body = JSON.stringify({ message: { type: 'tool-calls', phoneNumber: { id: numberId }, customer: { number: phone }, call: { id: call }, toolCallList: [{ id, type: 'function', function: { name, arguments: args } }] } });
  const r = await fetch(base + '/api/vapi/webhook', { method: 'POST', headers: { 'content-type': 'application/json', 'x-vapi-secret': secret }, body, signal: AbortSignal.timeout(15000) });
  if (r.status !== 200) throw new Error('HTTP ' + r.status);
  const answer = (await r.json()).results[0];
  return JSON.parse(answer.result ?? answer.error);
}

// What was acknowledged: id of the hold -> the furthest state a caller was told.
const held = new Map(), booked = new Map(), sent = new Set();
let failures = 0, refusals = 0, sequence = 0;
function* starts() {
  const day = new Date(Date.UTC(2027, 0, 4));
  for (; ; day.setUTCDate(day.getUTCDate() + 1)) {
    if (day.getUTCDay() % 6 === 0) continue;
    for (let h = 9; h < 17; h++) for (const m of ['00', '30']) yield `${day.toISOString().slice(0, 10)}T${String(h).padStart(2, '0')}:${m}`;
  }
}
const slots = starts(), again = [];
async function caller() {
  while (!stopping) {
    const n = ++sequence, call = `crash-${n}`, phone = `+1415555${String(1000 + n % 9000)}`;
    const slot = again.shift() ?? slots.next().value;
    if (slot > '2027-11-10') return;
    let claim;
    try {
      claim = await tool(call, `tc-${n}-1`, 'claim_slot', { start: slot, patient_name: 'Crash Caller', service: 'consultation' }, phone);
      if (claim.code !== 'held') { refusals++; continue; }
      held.set(claim.hold_id, { call, n });
      const send = await tool(call, `tc-${n}-2`, 'send_otp', {}, phone);
      if (send.code !== 'otp_sent') { refusals++; continue; }
      sent.add(claim.hold_id);
      const texts = await (await fetch(base + '/dev/sms')).json();
      const text = texts.findLast(t => t.to === phone);
      if (!text) continue;
      const verified = await tool(call, `tc-${n}-3`, 'verify_otp', { code: text.body.match(/\b\d{6}\b/)[0] }, phone);
      if (verified.code === 'verified') booked.set(verified.appointment_id, { call, n }); else refusals++;
    } catch { failures++; if (!claim) again.push(slot); await sleep(200); }
  }
}

const server = () => JSON.parse(fs.readFileSync(path.join(data, 'server.json'), 'utf8'));
function sql(text) {
  const s = server();
  return execFileSync('psql', ['-h', '127.0.0.1', '-p', String(s.port), '-U', 'postgres', '-d', 'orchestrator', '-qAt', '-v', 'ON_ERROR_STOP=1', '-c', text], { env: { ...process.env, PGPASSWORD: s.superuserPassword }, encoding: 'utf8', maxBuffer: 1 << 28 }).trim();
}
const pgCtl = fs.existsSync('/usr/lib/postgresql') ? path.join('/usr/lib/postgresql', fs.readdirSync('/usr/lib/postgresql').sort().at(-1), 'bin/pg_ctl') : 'pg_ctl';
function stopDatabase() {
  const command = [pgCtl, 'stop', '-D', path.join(data, 'pgdata'), '-m', 'immediate'];
  if (process.getuid() === 0) execFileSync('setpriv', ['--reuid', server().account, '--regid', server().account, '--clear-groups', ...command], { stdio: 'ignore', cwd: '/' });
  else execFileSync(command[0], command.slice(1), { stdio: 'ignore' });
}

await start();
const load = Array.from({ length: callers }, caller);
let slowest = 0;
for (let i = 0; i < appKills + dbStops; i++) {
  await sleep(1200 + Math.random() * 1200);
  const databaseTurn = dbStops > 0 && i % Math.ceil((appKills + dbStops) / dbStops) === 2;
  const t = performance.now();
  if (databaseTurn) {
    stopDatabase();
    for (let j = 0; j < 600; j++) { try { if ((await fetch(base + '/health/ready')).ok) break; } catch { } await sleep(100); }
  } else {
    app.kill('SIGKILL');
    await new Promise(r => app.once('exit', r));
    await start();
  }
  slowest = Math.max(slowest, performance.now() - t);
  process.stderr.write(`${i + 1}/${appKills + dbStops} ${databaseTurn ? 'database' : 'application'} held ${held.size} booked ${booked.size}\n`);
}
await sleep(2000);
stopping = true;
await Promise.all(load);

const rows = new Map(sql('select id, status from booking').split('\n').filter(Boolean).map(line => line.split('|')));
const lostHolds = [...held.keys()].filter(id => !rows.has(id)).length;
const lostBookings = [...booked.keys()].filter(id => rows.get(id) !== 'booked').length;
const overlaps = Number(sql("select count(*) from booking a join booking b on a.org_id = b.org_id and a.provider_id = b.provider_id and a.id < b.id and a.blocked_from < b.blocked_to and b.blocked_from < a.blocked_to where a.status in ('held','needs_staff','booked','arrived','fulfilled') and b.status in ('held','needs_staff','booked','arrived','fulfilled')"));
const sentWithoutId = Number(sql("select count(*) from otp_dispatch where state in ('accepted','delivered','undelivered') and provider_message_sid is null"));
const acceptedOf = new Set(sql("select distinct c.booking_id from otp_dispatch d join otp_challenge c on c.org_id = d.org_id and c.id = d.challenge_id where d.provider_message_sid is not null").split('\n'));
const sentUnproven = [...sent].filter(id => !acceptedOf.has(id)).length;
const confirmRows = Number(sql("select count(*) from (select subject from audit_event where action = 'appointment.booked' group by subject having count(*) > 1) twice"));
const unaudited = Number(sql("select count(*) from booking b where b.status = 'booked' and not exists (select 1 from audit_event e where e.org_id = b.org_id and e.action = 'appointment.booked' and e.subject = b.id::text)"));
let chains = 'verify';
try { execFileSync('dotnet', [dll, 'audit', 'verify'], { env, stdio: ['ignore', 'ignore', 'inherit'] }); } catch { chains = 'BROKEN'; }
app.kill('SIGTERM');
await new Promise(r => app.once('exit', r));
const bad = lostHolds + lostBookings + overlaps + sentWithoutId + sentUnproven + confirmRows + unaudited + (chains === 'verify' ? 0 : 1);
console.log(JSON.stringify({ appKills, dbStops, heldAcknowledged: held.size, bookedAcknowledged: booked.size, requestFailures: failures, refusals, lostHolds, lostBookings, overlaps, sentWithoutId, sentUnproven, bookedTwice: confirmRows, bookedUnaudited: unaudited, chains, slowestRecoveryMs: Math.round(slowest) }));
if (bad === 0) fs.rmSync(home, { recursive: true, force: true }); else console.error('kept ' + home);
process.exit(bad ? 1 : 0);
