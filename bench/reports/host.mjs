// A throw-away host with a private database, for the benches of this folder.
import { spawn, execFileSync } from 'node:child_process';
import fs from 'node:fs'; import os from 'node:os'; import path from 'node:path'; import url from 'node:url';

export const root = path.resolve(path.dirname(url.fileURLToPath(import.meta.url)), '../..');
export const sleep = ms => new Promise(r => setTimeout(r, ms));
export const option = (name, value) => { const i = process.argv.indexOf('--' + name); return i < 0 ? value : Number(process.argv[i + 1]); };
const dll = path.join(root, 'src/Orchestrator.Web/bin/Release/net10.0/Orchestrator.Web.dll');
const secret = 'conformance-secret-A-0123456789abcdef', numberId = '6f1d0c52-8b1e-4a55-9d0e-51a2c3f4b601';

/** `beside` is a host whose database this one shares. */
export function makeHost(port, name, beside) {
  const home = fs.mkdtempSync(path.join(os.tmpdir(), `orchestrator-${name}-`));
  fs.chmodSync(home, 0o711);
  const data = beside?.data ?? path.join(home, 'data'), temporary = path.join(home, 'tmp'), base = `http://127.0.0.1:${port}`;
  fs.mkdirSync(temporary);
  const env = { ...process.env, ASPNETCORE_ENVIRONMENT: 'Development', ASPNETCORE_URLS: base, EmbeddedPostgres__DataDirectory: data, TMPDIR: temporary };
  const host = { home, data, temporary, base, app: null };

  host.start = async () => {
    const log = fs.openSync(path.join(home, 'app.log'), 'a');
    host.app = spawn('dotnet', [dll], { env, stdio: ['ignore', log, log] });
    for (let i = 0; i < 1200; i++) {
      try { if ((await fetch(base + '/health/ready')).ok) return; } catch { }
      if (host.app.exitCode !== null) throw new Error('the application ended: see ' + path.join(home, 'app.log'));
      await sleep(100);
    }
    throw new Error('the application did not get ready');
  };
  host.end = async signal => {
    if (host.app.exitCode !== null || host.app.signalCode !== null) return;
    const over = new Promise(r => host.app.once('exit', r));
    host.app.kill(signal);
    await over;
  };
  host.post = async body => {
    const answer = await fetch(base + '/api/vapi/webhook', { method: 'POST', headers: { 'content-type': 'application/json', 'x-vapi-secret': secret }, body, signal: AbortSignal.timeout(30000) });
    await answer.text();
    return answer.status;
  };
  host.send = async body => {
    const answer = await fetch(base + '/api/vapi/webhook', { method: 'POST', headers: { 'content-type': 'application/json', 'x-vapi-secret': secret }, body, signal: AbortSignal.timeout(30000) });
    if (!answer.ok) throw new Error(`the webhook answered ${answer.status}`);
    return answer.text();
  };
  const server = () => JSON.parse(fs.readFileSync(path.join(data, 'server.json'), 'utf8'));
  const asSuperuser = (program, args) => {
    const s = server();
    return execFileSync(program, ['-h', '127.0.0.1', '-p', String(s.port), '-U', 'postgres', '-d', 'orchestrator', ...args], { env: { ...process.env, PGPASSWORD: s.superuserPassword }, encoding: 'latin1', maxBuffer: 1 << 30 });
  };
  host.sql = text => asSuperuser('psql', ['-qAt', '-v', 'ON_ERROR_STOP=1', '-c', text]).trim();
  host.dump = () => asSuperuser('pg_dump', ['--no-owner']);
  return host;
}

const asked = ['Which day would suit you?', 'And your date of birth, please?', 'May I have a number in case we are cut off?', 'I have half past nine on Tuesday, or a quarter to three.', 'Is this your first visit with us?', 'Could you read me the code we texted you?'];
const said = ['Some time next week would be good, in the morning if you can.', 'Let me think, the fourteenth of March nineteen eighty-eight.', 'You can reach me under 415 555 0177.', 'Half past nine is fine, thank you.', 'No, I was there last year about my knee.', 'It says four eight two nine one three.'];

/** A report as Vapi sends it: the same conversation as messages, OpenAI's form and plain text. `extra` is spoken once by the caller. */
export function report(call, turns, { extra = '', filler = 0, number = '+14155550142' } = {}) {
  const spoken = [];
  for (let i = 0; i < turns; i++) spoken.push([i % 2 ? 'user' : 'bot', (i % 2 ? said : asked)[(i >> 1) % 6] + (filler ? ' ' + 'and so on it went '.repeat(filler) : '')]);
  if (extra) spoken.push(['user', extra]);
  const began = Date.now() - 240000;
  return JSON.stringify({ message: {
    type: 'end-of-call-report', timestamp: Date.now(), phoneNumber: { id: numberId }, customer: { number },
    call: { id: call, type: 'inboundPhoneCall', phoneNumberId: numberId, customer: { number }, startedAt: new Date(began).toISOString() },
    endedReason: 'customer-ended-call', startedAt: new Date(began).toISOString(), endedAt: new Date(began + 235000).toISOString(), durationSeconds: 235, cost: 0.1873,
    artifact: {
      messages: spoken.map(([role, message], i) => ({ role, message, time: began + i * 1000, endTime: began + i * 1000 + 900, secondsFromStart: i, duration: 900 })),
      messagesOpenAIFormatted: spoken.map(([role, content]) => ({ role: role === 'bot' ? 'assistant' : 'user', content })),
      transcript: spoken.map(([role, text]) => (role === 'bot' ? 'AI: ' : 'User: ') + text).join('\n'),
      recordingUrl: 'https://example.invalid/recording.wav',
    },
    analysis: { summary: extra || 'The caller asked for an appointment.', structuredData: { note: extra, wishes: ['morning'] }, successEvaluation: 'true' },
  } });
}
