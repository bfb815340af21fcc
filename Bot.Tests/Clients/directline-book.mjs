// Microsoft's DirectLineJS, unmodified, books an appointment. Exit code 0 when it is booked and every activity was
// received exactly once and in order, 1 otherwise. `node directline-book.mjs --help`
import { createRequire } from "node:module";
import { parseArgs } from "node:util";
import { WebSocket } from "ws";
import { CuttingProxy } from "./lib/cutting-proxy.mjs";
import { fail, say } from "./lib/output.mjs";
import { Recorder } from "./lib/recorder.mjs";
import { pause, until } from "./lib/waiting.mjs";

const help = `node directline-book.mjs --url http://127.0.0.1:5080
  --say TEXT          a line of the patient; may be repeated; replaces the booking
  --expect TEXT       what a message of the bot must contain at the end (default: réservé)
  --websocket false   polls instead of keeping a stream
  --drop-after N      loses the frame after the Nth activity and cuts the TCP connection, once
  --record FILE       keeps every exchange as JSON
  --timeout SECONDS   for one answer (default: 30)
`;
const { values: options } = parseArgs({
  options: {
    url: { type: "string", default: "http://127.0.0.1:5080" },
    say: { type: "string", multiple: true },
    expect: { type: "string", default: "réservé" },
    websocket: { type: "string", default: "true" },
    "drop-after": { type: "string" },
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
const quiet = 300;

const require = createRequire(import.meta.url);

// What a browser has and Node 20 has not.
globalThis.WebSocket = WebSocket;
globalThis.XMLHttpRequest = require("xhr2").XMLHttpRequest;

const { ConnectionStatus, DirectLine } = require("botframework-directlinejs");

if (options.help) {
  process.stdout.write(help);
} else {
  await main().catch(error => fail(error.message));
  // DirectLineJS keeps timers for its token and its stream.
  process.exit();
}

async function main() {
  const lines = options.say ?? booking;
  const timeout = Number(options.timeout) * 1000;
  const dropAfter = options["drop-after"] === undefined ? undefined : Number(options["drop-after"]);
  const { version } = require("botframework-directlinejs/package.json");
  const recorder = options.record ? new Recorder(`botframework-directlinejs ${version}`) : undefined;
  let passed = 0;
  let dropped = false;
  const onServerFrame = text => {
    if (dropAfter !== undefined && !dropped && passed >= dropAfter) {
      dropped = true;
      say("dropped", { after: passed });

      return "lose";
    }

    passed += text === "" ? 0 : (JSON.parse(text).activities ?? []).length;

    return "pass";
  };
  // Without a reason to stand between them, the client speaks to the server itself.
  const proxy =
    recorder || dropAfter !== undefined
      ? await new CuttingProxy(options.url, { recorder, from: "client", onServerFrame }).listen()
      : undefined;
  const domain = `${proxy?.url ?? options.url.replace(/\/$/u, "")}/v3/directline`;

  try {
    const { conversationId, token } = await generateToken(domain);
    const client = new DirectLine({ domain, token, webSocket: options.websocket !== "false", pollingInterval: 500 });
    const received = [];
    let lastAt = performance.now();
    let ending = false;

    client.connectionStatus$.subscribe(status => say("status", { status: ConnectionStatus[status] }));
    client.activity$.subscribe({
      next(activity) {
        received.push(activity);
        lastAt = performance.now();
        say("activity", { activity });
      },
      // Ended by this script, a polled stream ends with an error.
      error: error => ending || fail(`The activity stream ended: ${error?.message ?? error}`),
    });

    for (const line of lines) {
      const id = await post(client, line, timeout);

      say("said", { id, text: line });
      // The answer is whole when something of the bot followed the echo, and nothing more came for a moment.
      await until(() => answered(received, id) && performance.now() - lastAt > quiet, timeout, `No answer to « ${line} »`);
    }

    await until(
      () => received.some(activity => isOfBot(activity) && activity.text?.includes(options.expect)),
      timeout,
      `No message of the bot contains « ${options.expect} »`
    );
    await pause(quiet);
    await compare(domain, client, conversationId, received);

    if (dropAfter !== undefined && !dropped) {
      fail(`The connection was never cut: only ${passed} activities passed.`);
    }

    ending = true;
    client.end();
    say("done", { ok: process.exitCode !== 1, activities: received.length, dropped });
  } finally {
    await recorder?.write(options.record);
    await proxy?.close();
  }
}

// As the clinic's page does: anonymous, no secret.
async function generateToken(domain) {
  const response = await fetch(`${domain}/tokens/generate`, { method: "POST" });

  if (!response.ok) {
    throw new Error(`tokens/generate answered ${response.status}: ${await response.text()}`);
  }

  const generated = await response.json();

  say("token", { conversationId: generated.conversationId, expiresIn: generated.expires_in });

  return generated;
}

function isOfBot(activity) {
  return activity.type === "message" && activity.from?.role !== "user" && !activity.channelData?.clientActivityID;
}

function answered(received, id) {
  const echo = received.findIndex(activity => activity.id === id);

  return echo >= 0 && received.slice(echo + 1).some(isOfBot);
}

async function post(client, text, timeout) {
  const message = {
    type: "message",
    text,
    textFormat: "plain",
    locale: "fr-FR",
    from: { id: "", role: "user" },
    channelData: { clientActivityID: `book-${crypto.randomUUID()}` },
  };

  // DirectLineJS says "retry" and resends nothing: the caller does, and the server must know the message again.
  return until(
    async () => {
      const id = await new Promise((resolve, reject) => client.postActivity(message).subscribe(resolve, reject));

      if (id === "retry") {
        say("retry", { text });
        await pause(500);
      }

      return id !== "retry" && id;
    },
    timeout,
    `« ${text} » was not accepted`
  );
}

// What the server has kept, against what the client has been given.
async function compare(domain, client, conversationId, received) {
  const response = await fetch(`${domain}/conversations/${conversationId}/activities`, {
    headers: { authorization: `Bearer ${client.token}` },
  });
  const ids = list => list.map(activity => activity.id);
  const kept = response.ok ? ids((await response.json()).activities) : undefined;
  const given = ids(received);

  if (kept === undefined) {
    fail(`GET activities answered ${response.status}.`);
  } else if (JSON.stringify(kept) !== JSON.stringify(given)) {
    fail("The activities received are not those of the conversation, once each and in order.", { kept, given });
  }
}
