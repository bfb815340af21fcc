'use strict';

const { ActivityHandler } = require('botbuilder');
const {
  ChoicePrompt,
  ComponentDialog,
  ConfirmPrompt,
  DialogSet,
  DialogTurnStatus,
  ListStyle,
  TextPrompt,
  WaterfallDialog,
} = require('botbuilder-dialogs');

// The three-step booking as the SDK's samples write it: which slot, who (name, birth date, telephone), yes or no.
// Slots are three constants and nothing is booked anywhere: there is no agenda, no record and no check behind this.
class BookingDialog extends ComponentDialog {
  constructor() {
    super('booking');
    this.addDialog(new ChoicePrompt('slot'));
    this.addDialog(new TextPrompt('identity', async (prompt) => /\d{2}\/\d{2}\/\d{4}.*\d{2} \d{2}/.test(prompt.recognized.value ?? '')));
    this.addDialog(new ConfirmPrompt('confirm'));
    this.addDialog(
      new WaterfallDialog('steps', [
        (step) =>
          step.prompt('slot', {
            prompt: 'Voici les premiers créneaux libres. Lequel vous convient ?',
            retryPrompt: 'Choisissez un des créneaux proposés.',
            style: ListStyle.suggestedAction,
            choices: [
              { value: '9 h', synonyms: ['le premier'] },
              { value: '9 h 30', synonyms: ['le deuxième'] },
              { value: '10 h', synonyms: ['le troisième'] },
            ],
          }),
        (step) => {
          step.values.slot = step.result.value;
          return step.prompt('identity', {
            prompt: 'Votre nom, votre prénom, votre date de naissance et votre téléphone ?',
            retryPrompt: 'Il me faut le nom, la date de naissance et le téléphone.',
          });
        },
        (step) => {
          step.values.identity = step.result;
          return step.prompt('confirm', { prompt: `Rendez-vous à ${step.values.slot} : je confirme ?` });
        },
        async (step) => {
          await step.context.sendActivity(
            step.result ? `C'est réservé : ${step.values.slot}.` : "D'accord, je ne réserve rien.",
          );
          return step.endDialog();
        },
      ]),
    );
    this.initialDialogId = 'steps';
  }

  async run(context, accessor) {
    const dialogs = new DialogSet(accessor);
    dialogs.add(this);
    const dialogContext = await dialogs.createContext(context);
    const results = await dialogContext.continueDialog();
    if (results.status === DialogTurnStatus.empty) {
      await dialogContext.beginDialog(this.id);
    }
  }
}

class BookingBot extends ActivityHandler {
  constructor(conversationState) {
    super();
    this.conversationState = conversationState;
    this.dialogState = conversationState.createProperty('DialogState');
    this.dialog = new BookingDialog();
    this.onMessage(async (context, next) => {
      await this.dialog.run(context, this.dialogState);
      await next();
    });
  }

  async run(context) {
    await super.run(context);
    await this.conversationState.saveChanges(context, false);
  }
}

module.exports = { BookingBot };
