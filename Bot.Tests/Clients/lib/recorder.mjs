import { writeFile } from "node:fs/promises";

/**
 * What passed on the wire, in order, as a JSON fixture: `{client, exchanges: [...]}`. An exchange is
 * `{kind: "http", from, request: {method, path, headers, body}, response: {status, headers, body}}` or
 * `{kind: "websocket", connection, what: "opened"|"toClient"|"toServer"|"lost"|"cut"|"closed", ...}`.
 * Identifiers, tokens, dates and ports are kept as they were: whoever replays the fixture decides what varies.
 */
export class Recorder {
  #client;
  #exchanges = [];

  constructor(client) {
    this.#client = client;
  }

  add(exchange) {
    this.#exchanges.push(exchange);
  }

  async write(file) {
    await writeFile(file, `${JSON.stringify({ client: this.#client, exchanges: this.#exchanges }, null, 2)}\n`);
  }
}

/** A body as it reads best: parsed if it is JSON, text otherwise, nothing if it is empty. */
export const readable = (body, contentType = "") => {
  const text = body.toString("utf8");

  if (text === "") {
    return undefined;
  }

  if (!/\bjson\b/iu.test(contentType)) {
    return text;
  }

  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
};
