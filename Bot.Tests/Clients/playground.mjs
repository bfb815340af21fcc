// Microsoft 365 Agents Playground, unmodified and without a browser, talks with the bot. Exit code 0 when the bot has
// answered every line and said what was expected, 1 otherwise. `node playground.mjs --help`
import { spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { WebSocket } from "ws";
import { CuttingProxy } from "./lib/cutting-proxy.mjs";
import { fail, say } from "./lib/output.mjs";
import { Recorder } from "./lib/recorder.mjs";
import { freePort, pause, until } from "./lib/waiting.mjs";

const help = `node playground.mjs --bot http://127.0.0.1:3978/api/messages
  --say TEXT               a line of the patient; may be repeated; replaces the booking
  --expect TEXT            what a message of the bot must contain at the end (default: réservé; "" for anything)
  --channel NAME           emulator, directline, webchat, msteams or agents (default: emulator)
  --delivery-mode MODE     default or expectReplies (default: default)
  --record FILE            keeps what the Playground posts to the bot and what the bot posts back, as JSON
  --timeout SECONDS        for one answer (default: 30)
`;
const { values: options } = parseArgs({
  options: {
    bot: { type: "string", default: "http://127.0.0.1:3978/api/messages" },
    say: { type: "string", multiple: true },
    expect: { type: "string", default: "réservé" },
    channel: { type: "string", default: "emulator" },
    "delivery-mode": { type: "string", default: "default" },
    record: { type: "string" },
    timeout: { type: "string", default: "30" },
    help: { type: "boolean" },
  },
});
const booking = [
  "bonjour, je voudrais un rendez-vous en cardiologie jeudi matin",
  "le premier",
  "Martin Jeanne 12/03/1948 06 39 98 12 34",
  "oui",
];
// The replies to one message come together; a moment of silence means that they have all come.
const quiet = 500;
const require = createRequire(import.meta.url);
const timeout = Number(options.timeout) * 1000;

if (options.help) {
  process.stdout.write(help);
} else {
  await main().catch(error => fail(error.message));
  process.exit();
}

async function main() {
  const manifest = require.resolve("@microsoft/m365agentsplayground/package.json");
  const recorder = options.record ? new Recorder(`m365agentsplayground ${require(manifest).version}`) : undefined;
  const port = await freePort();
  const own = `http://127.0.0.1:${port}`;
  // Without a recording, the Playground and the bot speak to each other themselves.
  const toBot = recorder ? await new CuttingProxy(new URL(options.bot).origin, { recorder, from: "playground" }).listen() : undefined;
  const toPlayground = recorder ? await new CuttingProxy(own, { recorder, from: "bot" }).listen() : undefined;
  const folder = await mkdtemp(join(tmpdir(), "playground-"));
  const playground = start(manifest, folder, port, toBot, toPlayground);

  try {
    const started = await until(() => ask(`${own}/_internal/v1/config`, {}, true), timeout, "The Playground did not start");
    const { config } = await started.json();

    await converse(own, config.personalChat.id, config.currentUser.id);
    say("done", { ok: process.exitCode !== 1, deliveryMode: options["delivery-mode"] });
  } finally {
    playground.kill("SIGKILL");
    await recorder?.write(options.record);
    await toBot?.close();
    await toPlayground?.close();
    await rm(folder, { recursive: true, force: true });
  }
}

function start(manifest, folder, port, toBot, toPlayground) {
  const bot = new URL(options.bot);
  const endpoint = toBot ? toBot.url + bot.pathname : options.bot;
  const args = ["start", "-e", endpoint, "-c", options.channel, "-p", String(port), "--disable-telemetry"];

  args.push("--delivery-mode", options["delivery-mode"]);
  args.push("--service-url", `${toPlayground?.url ?? `http://127.0.0.1:${port}`}/_connector`);

  const child = spawn(process.execPath, [join(manifest, "..", "cli.js"), ...args], {
    cwd: folder,
    env: { ...process.env, HOME: folder, TEAMSAPPTESTER_BROWSER: "none", M365_AGENTS_PLAYGROUND_LOGFILE: join(folder, "log") },
    stdio: ["ignore", "pipe", "pipe"],
  });

  // Its lines are kept apart from ours: they are not JSON.
  child.stdout.pipe(process.stderr);
  child.stderr.pipe(process.stderr);
  process.once("exit", () => child.kill("SIGKILL"));

  return child;
}

async function converse(own, conversation, user) {
  const received = [];
  let lastAt = performance.now();
  const stream = new WebSocket(`${own.replace("http", "ws")}/_ws_conversation/v1/conversations/stream`);

  await new Promise((resolve, reject) => stream.once("open", resolve).once("error", reject));
  stream.on("message", data => {
    const update = JSON.parse(data.toString("utf8"));

    lastAt = performance.now();
    received.push(update);
    say("update", { update });
  });

  await ask(`${own}/_debug/conversation/${conversation}/installation`, { method: "POST" });
  lastAt = performance.now();

  for (const line of options.say ?? booking) {
    await until(() => performance.now() - lastAt > quiet, timeout, "The bot does not stop talking");

    const before = ofBot(received, user).length;
    const answer = await ask(`${own}/_conversation/v1/conversations/${conversation}/messages`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ from: { id: user }, text: line, textFormat: "plain" }),
    });

    say("said", { text: line, ...(await answer.json()) });
    await until(() => ofBot(received, user).length > before, timeout, `No answer to « ${line} »`);
  }

  await until(
    () => ofBot(received, user).some(update => JSON.stringify(update.message).includes(options.expect)),
    timeout,
    `No message of the bot contains « ${options.expect} »`
  );
  await pause(quiet);
  stream.terminate();
}

function ofBot(received, user) {
  return received.filter(update => update.action === "createMessage" && update.message?.from?.id !== user);
}

async function ask(url, init = {}, tolerant = false) {
  try {
    const response = await fetch(url, init);

    if (!response.ok && !tolerant) {
      throw new Error(`${url} answered ${response.status}: ${await response.text()}`);
    }

    return response;
  } catch (error) {
    if (tolerant) {
      return undefined;
    }

    throw error;
  }
}
