import { createServer, request } from "node:http";
import { WebSocket, WebSocketServer } from "ws";
import { readable } from "./recorder.mjs";

// Those of one hop, and what would compress an answer: a recording is read by people.
const ofOneHop = new Set([
  "accept-encoding",
  "connection",
  "keep-alive",
  "transfer-encoding",
  "upgrade",
  "proxy-connection",
  "te",
  "trailer",
]);
const forwarded = headers => Object.fromEntries(Object.entries(headers).filter(([name]) => !ofOneHop.has(name)));

/**
 * A loopback proxy between a client and one server: passes HTTP and WebSocket on unchanged, but for the server's own
 * address in the bodies that it returns (the stream's URL), which becomes the proxy's. It can record what passes and
 * cut a WebSocket's TCP connection in the middle, as a mobile network does.
 */
export class CuttingProxy {
  #target;
  #server;
  #sockets = new WebSocketServer({ noServer: true, perMessageDeflate: false });
  #open = new Set();
  #recorder;
  #from;
  #onServerFrame;
  #connections = 0;

  /**
   * @param {string} target The server's base URL; its path, if any, is put before every path asked for.
   * @param {object} [options]
   * @param {import("./recorder.mjs").Recorder} [options.recorder] Keeps what passes.
   * @param {string} [options.from] Who sends the requests, for the recording.
   * @param {(text: string) => "pass"|"lose"} [options.onServerFrame] Looks at each text frame that the server sends; "lose" swallows it and cuts.
   */
  constructor(target, { recorder, from = "client", onServerFrame } = {}) {
    this.#target = new URL(target);
    this.#recorder = recorder;
    this.#from = from;
    this.#onServerFrame = onServerFrame ?? (() => "pass");
    this.#server = createServer((incoming, outgoing) => this.#relay(incoming, outgoing));
    this.#server.on("upgrade", (incoming, socket, head) =>
      this.#sockets.handleUpgrade(incoming, socket, head, client => this.#relaySocket(incoming, client))
    );
  }

  get url() {
    return `http://127.0.0.1:${this.#server.address().port}`;
  }

  listen() {
    return new Promise((resolve, reject) => {
      this.#server.once("error", reject);
      this.#server.listen(0, "127.0.0.1", () => resolve(this));
    });
  }

  /** Destroys both TCP connections of every open WebSocket, without a close frame. */
  cut() {
    for (const socket of this.#open) {
      socket.terminate();
    }
  }

  async close() {
    this.cut();
    this.#server.closeAllConnections();
    await new Promise(resolve => this.#server.close(resolve));
  }

  #path(url) {
    return this.#target.pathname.replace(/\/$/u, "") + url;
  }

  async #relay(incoming, outgoing) {
    const body = await all(incoming);
    const sent = request(
      {
        host: this.#target.hostname,
        port: this.#target.port || 80,
        method: incoming.method,
        path: this.#path(incoming.url),
        headers: { ...forwarded(incoming.headers), host: this.#target.host, "content-length": body.length },
        agent: false,
      },
      async answer => {
        const original = await all(answer);
        const passed = Buffer.from(
          original.toString("latin1").replaceAll(`//${this.#target.host}/`, `//${new URL(this.url).host}/`),
          "latin1"
        );

        this.#recorder?.add({
          kind: "http",
          from: this.#from,
          request: {
            method: incoming.method,
            path: this.#path(incoming.url),
            headers: incoming.headers,
            body: readable(body, incoming.headers["content-type"]),
          },
          response: {
            status: answer.statusCode,
            headers: answer.headers,
            body: readable(original, answer.headers["content-type"]),
          },
        });

        const headers = forwarded(answer.headers);

        // A body-less answer keeps the length that the server declared, if any.
        if (incoming.method !== "HEAD" && answer.statusCode !== 204 && answer.statusCode !== 304) {
          headers["content-length"] = passed.length;
        }

        outgoing.writeHead(answer.statusCode, headers);
        outgoing.end(passed);
      }
    );

    sent.on("error", () => outgoing.destroy());
    sent.end(body);
  }

  #relaySocket(incoming, client) {
    const connection = ++this.#connections;
    const note = (what, fields) => this.#recorder?.add({ kind: "websocket", connection, what, ...fields });
    const server = new WebSocket(`ws://${this.#target.host}${this.#path(incoming.url)}`, {
      perMessageDeflate: false,
      headers: incoming.headers.origin ? { origin: incoming.headers.origin } : {},
    });
    const waiting = [];

    note("opened", { path: this.#path(incoming.url), headers: incoming.headers });
    this.#open.add(client).add(server);

    client.on("message", data => {
      note("toServer", { frame: data.toString("utf8") });

      if (server.readyState === WebSocket.OPEN) {
        server.send(data.toString("utf8"));
      } else {
        waiting.push(data.toString("utf8"));
      }
    });
    server.on("open", () => waiting.splice(0).forEach(text => server.send(text)));
    server.on("message", data => {
      const text = data.toString("utf8");

      if (client.readyState !== WebSocket.OPEN) {
        note("lost", { frame: readable(data, "json") });
      } else if (this.#onServerFrame(text) === "lose") {
        note("lost", { frame: readable(data, "json") });
        note("cut");
        client.terminate();
        server.terminate();
      } else {
        note("toClient", { frame: readable(data, "json") ?? "" });
        client.send(text);
      }
    });

    for (const [one, other, by] of [[client, server, "client"], [server, client, "server"]]) {
      one.on("error", () => one.terminate());
      one.on("close", code => {
        this.#open.delete(one);
        note("closed", { by, code });

        if (other.readyState !== WebSocket.OPEN || code === 1006) {
          other.terminate();
        } else {
          other.close(code === 1005 ? undefined : code);
        }
      });
    }
  }
}

const all = async stream => {
  const parts = [];

  for await (const part of stream) {
    parts.push(part);
  }

  return Buffer.concat(parts);
};
