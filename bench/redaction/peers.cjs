// Answers each line "PACKAGE" with the milliseconds of CPU time that one redaction of the file took.
const { readFileSync } = require('node:fs');
const { createInterface } = require('node:readline');

const text = readFileSync(process.argv[2], 'utf8');
const { SyncRedactor } = require('redact-pii');
const { OpenRedaction } = require('openredaction');
const redactPii = new SyncRedactor();
const openRedaction = new OpenRedaction();

const peers = {
  'redact-pii': () => redactPii.redact(text),
  openredaction: () => openRedaction.detect(text),
};

async function time(work) {
  const start = process.cpuUsage();
  await work();
  const used = process.cpuUsage(start);
  return (used.user + used.system) / 1000;
}

(async () => {
  for await (const name of createInterface({ input: process.stdin })) console.log((await time(peers[name])).toFixed(3));
})();
