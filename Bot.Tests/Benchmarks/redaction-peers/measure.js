// Usage: node measure.js MESSAGES.json PASSES. Reads [{text, spans: [{start, end, direct, health}], clean}], writes one JSON object.
// Each package runs with its defaults, locally; what it covers is compared character by character.
'use strict';

const { readFileSync } = require('node:fs');
const { performance } = require('node:perf_hooks');

const { dependencies } = require('./package.json');

const GONE = '\uE000';

/** The stretches of the text that a redacted copy no longer shows: what is left between the marks is looked for in order. */
function goneFrom(text, redacted) {
  const spans = [];
  let at = 0;
  for (const [index, kept] of redacted.split(GONE).entries()) {
    const found = index === 0 ? 0 : kept === '' ? at : text.indexOf(kept, at);
    const start = found < 0 ? text.length : found;
    if (start > at) {
      spans.push([at, start]);
    }

    at = start + kept.length;
  }

  if (redacted.endsWith(GONE)) {
    spans.push([at, text.length]);
  }

  return spans;
}

async function redactors() {
  const { SyncRedactor } = require('redact-pii');
  const redactPii = new SyncRedactor({ globalReplaceWith: GONE });
  const { Redactor } = await import('@redactpii/node');
  const redactPiiNode = new Redactor({ globalReplaceWith: GONE });
  const { OpenRedaction } = require('openredaction');
  const openRedaction = new OpenRedaction();
  return [
    ['redact-pii', (text) => redactPii.redact(text), goneFrom],
    ['@redactpii/node', (text) => redactPiiNode.redact(text), goneFrom],
    ['openredaction', (text) => openRedaction.detect(text), (_, found) => found.detections.map((d) => d.position)],
  ];
}

function coverage(messages, outcomes) {
  const sum = { direct: 0, directMessages: 0, identity: [0, 0], health: [0, 0], alarms: 0, clean: 0 };
  messages.forEach((message, index) => {
    const covered = new Uint8Array(message.text.length);
    for (const [start, end] of outcomes[index]) {
      covered.fill(1, start, end);
    }

    if (message.clean) {
      sum.clean += 1;
      sum.alarms += covered.includes(1) ? 1 : 0;
      return;
    }

    let isWhole = true;
    for (const span of message.spans) {
      const hidden = covered.subarray(span.start, span.end).reduce((a, b) => a + b, 0);
      const counts = span.health ? sum.health : sum.identity;
      counts[0] += hidden;
      counts[1] += span.end - span.start;
      isWhole &&= !span.direct || hidden === span.end - span.start;
    }

    if (message.spans.some((span) => span.direct)) {
      sum.directMessages += 1;
      sum.direct += isWhole ? 1 : 0;
    }
  });
  return sum;
}

async function main() {
  const messages = JSON.parse(readFileSync(process.argv[2], 'utf8'));
  const passes = Number(process.argv[3]);
  const report = {};
  for (const [name, redact, spansOf] of await redactors()) {
    const outcomes = [];
    for (const message of messages) {
      outcomes.push(spansOf(message.text, await redact(message.text)));
    }

    const times = [];
    const cpu = process.cpuUsage();
    const began = performance.now();
    for (let pass = 0; pass < passes; pass++) {
      for (const message of messages) {
        const start = performance.now();
        const answer = redact(message.text);
        if (answer instanceof Promise) {
          await answer;
        }

        times.push(performance.now() - start);
      }
    }

    const elapsed = performance.now() - began;
    const { user, system } = process.cpuUsage(cpu);
    times.sort((a, b) => a - b);
    const bytes = messages.reduce((sum, message) => sum + Buffer.byteLength(message.text), 0) * passes;
    report[name] = {
      version: dependencies[name],
      medianMicroseconds: times[Math.floor(times.length / 2)] * 1000,
      p99Microseconds: times[Math.floor(times.length * 0.99)] * 1000,
      megabytesPerCpuSecond: bytes / (user + system),
      elapsedMilliseconds: elapsed,
      ...coverage(messages, outcomes),
    };
  }

  process.stdout.write(JSON.stringify(report));
}

main();
