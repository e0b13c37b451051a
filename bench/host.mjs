// A throw-away installation with a private database, for the benches.
import { spawn, execFileSync } from 'node:child_process';
import fs from 'node:fs'; import os from 'node:os'; import path from 'node:path'; import url from 'node:url';

export const root = path.resolve(path.dirname(url.fileURLToPath(import.meta.url)), '..');
export const sleep = ms => new Promise(r => setTimeout(r, ms));
export const option = (name, value) => { const i = process.argv.indexOf('--' + name); return i < 0 ? value : Number(process.argv[i + 1]); };
/** The demo clinic's shared secret and number, as `docs` and the tests have them. */
export const secret = 'conformance-secret-A-0123456789abcdef', numberId = '6f1d0c52-8b1e-4a55-9d0e-51a2c3f4b601';
const dll = path.join(root, 'src/Orchestrator.Web/bin/Release/net10.0/Orchestrator.Web.dll');

/** Processor time that a process has used, in milliseconds. */
export function cpuMs(pid) {
  const fields = fs.readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1].split(' ');
  return (Number(fields[11]) + Number(fields[12])) * 10;
}

/** The same of a process and all that it started, also of those that have ended. */
export function familyCpuMs(pid) {
  const fields = fs.readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1].split(' ');
  const ended = (Number(fields[13]) + Number(fields[14])) * 10;
  return fs.readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(/\s+/).filter(Boolean).reduce((sum, child) => {
    try { return sum + cpuMs(child); } catch { return sum; }
  }, cpuMs(pid) + ended);
}

/** A host that is not started yet; `settings` are further environment variables, such as another host's data folder. Needs a Release build. */
export function makeHost(port, name, settings = {}) {
  const home = fs.mkdtempSync(path.join(os.tmpdir(), `orchestrator-${name}-`));
  fs.chmodSync(home, 0o711);
  const data = settings.EmbeddedPostgres__DataDirectory ?? path.join(home, 'data'), temporary = path.join(home, 'tmp'), base = `http://127.0.0.1:${port}`;
  fs.mkdirSync(temporary);
  const env = { ...process.env, ASPNETCORE_ENVIRONMENT: 'Development', ASPNETCORE_URLS: base, EmbeddedPostgres__DataDirectory: data, TMPDIR: temporary, ...settings };
  const host = { home, data, temporary, base, app: null };

  host.start = async () => {
    const log = fs.openSync(path.join(home, 'app.log'), 'a');
    host.app = spawn('dotnet', [dll], { env, stdio: ['ignore', log, log] });
    await host.ready();
  };
  host.ready = async () => {
    for (let i = 0; i < 1200; i++) {
      try { if ((await fetch(base + '/health/ready')).ok) return; } catch { }
      if (host.app.exitCode !== null) throw new Error('the application ended: see ' + path.join(home, 'app.log'));
      await sleep(100);
    }
    throw new Error('the application did not get ready');
  };
  host.end = async signal => {
    if (!host.app || host.app.exitCode !== null || host.app.signalCode !== null) return;
    const over = new Promise(r => host.app.once('exit', r));
    host.app.kill(signal);
    await over;
  };
  host.remove = async () => {
    await host.end('SIGTERM');
    fs.rmSync(home, { recursive: true, force: true });
  };
  host.verb = (...args) => execFileSync('dotnet', [dll, ...args], { env, encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] });
  /** The status and the text of the webhook's answer to the demo clinic. */
  host.ask = async body => {
    const answer = await fetch(base + '/api/vapi/webhook', { method: 'POST', headers: { 'content-type': 'application/json', 'x-vapi-secret': secret }, body, signal: AbortSignal.timeout(30000) });
    return { status: answer.status, text: await answer.text() };
  };
  host.post = async body => (await host.ask(body)).status;
  host.send = async body => {
    const { status, text } = await host.ask(body);
    if (status !== 200) throw new Error(`the webhook answered ${status}`);
    return text;
  };
  host.databasePid = () => Number(fs.readFileSync(path.join(data, 'pgdata', 'postmaster.pid'), 'utf8').split('\n')[0]);
  host.server = () => JSON.parse(fs.readFileSync(path.join(data, 'server.json'), 'utf8'));
  const asSuperuser = (program, args) => {
    const s = host.server();
    return execFileSync(program, ['-h', '127.0.0.1', '-p', String(s.port), '-U', 'postgres', '-d', 'orchestrator', ...args], { env: { ...process.env, PGPASSWORD: s.superuserPassword }, encoding: 'latin1', maxBuffer: 1 << 30 });
  };
  host.sql = text => asSuperuser('psql', ['-qAt', '-v', 'ON_ERROR_STOP=1', '-c', text]).trim();
  host.dump = () => asSuperuser('pg_dump', ['--no-owner']);
  return host;
}
