'use strict';

// The peer's host: node's own http server and the SDK's CloudAdapter, no web framework in between. No application id is
// configured, so the SDK authenticates nobody, as when it is used with the Emulator. State is in MemoryStorage: it is
// serialised on every turn, never written to disk, never removed (the process grows with each conversation).
//
//   node server.js --port 3979 [--bot booking|race]

const http = require('node:http');
const { CloudAdapter, ConfigurationBotFrameworkAuthentication, ConversationState, MemoryStorage } = require('botbuilder');

const bots = { booking: () => require('./booking.js').BookingBot, race: () => require('./race.js').CountingBot };

const argument = (name, fallback) => {
  const at = process.argv.indexOf(name);
  return at < 0 ? fallback : process.argv[at + 1];
};

const port = Number(argument('--port', '3979'));
const Bot = bots[argument('--bot', 'booking')]();

const adapter = new CloudAdapter(new ConfigurationBotFrameworkAuthentication({}));
adapter.onTurnError = async (context, error) => {
  console.error(error);
  await context.sendActivity('Une erreur est survenue.');
};

const bot = new Bot(new ConversationState(new MemoryStorage()));

// What CloudAdapter asks of a response, in the words of express.
const answer = (response) => {
  let status = 200;
  let body;
  return {
    socket: response.socket,
    header() {},
    status(code) {
      status = code;
      return this;
    },
    send(content) {
      body = content;
      return this;
    },
    end() {
      const text = body === undefined ? '' : typeof body === 'string' ? body : JSON.stringify(body);
      response.writeHead(status, {
        'Content-Type': 'application/json; charset=utf-8',
        'Content-Length': Buffer.byteLength(text),
      });
      response.end(text);
      return this;
    },
  };
};

const server = http.createServer((request, response) => {
  if (request.url === '/healthz') {
    response.writeHead(200, { 'Content-Length': 0 });
    response.end();
    return;
  }

  const chunks = [];
  request.on('data', (chunk) => chunks.push(chunk));
  request.on('end', () => {
    try {
      request.body = JSON.parse(Buffer.concat(chunks).toString('utf8'));
    } catch {
      response.writeHead(400, { 'Content-Length': 0 });
      response.end();
      return;
    }

    adapter
      .process(request, answer(response), (context) => bot.run(context))
      .catch((error) => {
        console.error(error);
        response.writeHead(500, { 'Content-Length': 0 });
        response.end();
      });
  });
});

server.keepAliveTimeout = 0;
server.listen(port, '127.0.0.1');
process.on('SIGTERM', () => process.exit(0));
