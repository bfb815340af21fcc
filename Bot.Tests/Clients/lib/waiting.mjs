import { createServer } from "node:net";

/** A condition that is looked at until it holds; throws with the given words after `timeout` milliseconds. */
export const until = async (condition, timeout, words) => {
  const deadline = performance.now() + timeout;

  for (;;) {
    const value = await condition();

    if (value) {
      return value;
    }

    if (performance.now() > deadline) {
      throw new Error(`${words} (waited ${timeout} ms)`);
    }

    await pause(20);
  }
};

export const pause = milliseconds => new Promise(resolve => setTimeout(resolve, milliseconds));

/** A port nobody listens on, on loopback. */
export const freePort = () =>
  new Promise((resolve, reject) => {
    const server = createServer();

    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const { port } = server.address();

      server.close(() => resolve(port));
    });
  });
