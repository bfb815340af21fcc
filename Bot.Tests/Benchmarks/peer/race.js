'use strict';

const { ActivityHandler } = require('botbuilder');

// Counts the messages of a conversation in its state: after N messages the counter should read N, however they arrive.
// Between reading and saving, a message waits one turn of the event loop, the least that a call to an agenda or a database
// costs. Without any wait the counter is right, only because MemoryStorage never lets node go on to the next request.
// « total » reads the counter and does not count.
class CountingBot extends ActivityHandler {
  constructor(conversationState) {
    super();
    this.conversationState = conversationState;
    this.counter = conversationState.createProperty('Counter');
    this.onMessage(async (context, next) => {
      let count = await this.counter.get(context, 0);
      if (context.activity.text !== 'total') {
        await new Promise((resolve) => setImmediate(resolve));
        count += 1;
        await this.counter.set(context, count);
      }
      await context.sendActivity(`compteur ${count}`);
      await next();
    });
  }

  async run(context) {
    await super.run(context);
    await this.conversationState.saveChanges(context, false);
  }
}

module.exports = { CountingBot };
