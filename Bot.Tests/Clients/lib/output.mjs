// One JSON object a line on standard output: what the tests and a person's eye both read.
export const say = (event, fields = {}) => {
  process.stdout.write(`${JSON.stringify({ event, ...fields })}\n`);
};

export const fail = (reason, fields = {}) => {
  say("failed", { reason, ...fields });
  process.exitCode = 1;
};
