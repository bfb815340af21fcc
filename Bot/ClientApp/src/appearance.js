// How Web Chat looks and speaks here: large type, strong contrast, answers in a column, French words, nothing that moves.
import React from 'react';
import { cardActionMiddleware } from './links.js';

// The colours of site.css, which change with the patient's preference for light or dark.
const GREY = 'var(--grey)';
const INK = 'var(--ink)';
const LINE = 'var(--line)';
const ON_VIOLET = 'var(--on-violet)';
const PALE = 'var(--pale)';
const PAPER = 'var(--paper)';
const VIOLET = 'var(--violet)';

const styleOptions = {
  accent: VIOLET,
  backgroundColor: PAPER,
  subtle: GREY,
  primaryFont: 'inherit',
  fontSizeSmall: '100%',
  paddingRegular: 12,

  bubbleBackground: PALE,
  bubbleBorderColor: LINE,
  bubbleBorderRadius: 12,
  bubbleFromUserBackground: VIOLET,
  bubbleFromUserBorderColor: VIOLET,
  bubbleFromUserBorderRadius: 12,
  bubbleFromUserTextColor: ON_VIOLET,
  bubbleMinWidth: 0,
  bubbleTextColor: INK,

  connectivityTextSize: '100%',
  failedConnectivity: INK,
  notificationText: GREY,
  slowConnectivity: INK,
  spinnerAnimationBackgroundImage: 'none',
  spinnerAnimationPadding: 0,
  spinnerAnimationWidth: 0,
  typingAnimationBackgroundImage: 'none',

  emojiSet: {},
  hideToaster: true,
  hideUploadButton: true,
  // A text area, unlike a one-line field, is never offered again by the browser's memory of forms.
  sendBoxTextWrap: true,
  sendBoxBackground: PAPER,
  sendBoxBorderTop: `solid 2px ${VIOLET}`,
  sendBoxButtonColor: VIOLET,
  sendBoxButtonColorOnDisabled: GREY,
  sendBoxButtonKeyboardFocusIndicatorBorderColor: VIOLET,
  sendBoxButtonShadeColorOnActive: PALE,
  sendBoxButtonShadeColorOnDisabled: PAPER,
  sendBoxButtonShadeColorOnHover: PALE,
  sendBoxHeight: 52,
  sendBoxMaxHeight: 140,
  sendBoxPlaceholderColor: GREY,
  sendBoxTextColor: INK,
  sendTimeout: 10000,

  suggestedActionBackgroundColor: PAPER,
  suggestedActionBackgroundColorOnActive: PALE,
  suggestedActionBackgroundColorOnHover: PALE,
  suggestedActionBorderColor: VIOLET,
  suggestedActionBorderColorOnDisabled: LINE,
  suggestedActionBorderRadius: 8,
  suggestedActionHeight: 44,
  suggestedActionKeyboardFocusIndicatorBorderColor: VIOLET,
  suggestedActionKeyboardFocusIndicatorBorderStyle: 'solid',
  suggestedActionKeyboardFocusIndicatorBorderWidth: 2,
  suggestedActionLayout: 'stacked',
  suggestedActionTextColor: VIOLET,
  suggestedActionsStackedHeight: 'max(7rem, 0.4 * var(--visible-height, 100dvh))',
  suggestedActionsStackedLayoutButtonTextWrap: true,

  scrollToEndButtonFontSize: '100%',
  transcriptOverlayButtonBackground: VIOLET,
  transcriptOverlayButtonBackgroundOnFocus: INK,
  transcriptOverlayButtonBackgroundOnHover: INK,
  transcriptOverlayButtonColor: ON_VIOLET,
  transcriptOverlayButtonColorOnFocus: PAPER,
  transcriptOverlayButtonColorOnHover: PAPER,
  transcriptActivityVisualKeyboardIndicatorColor: GREY,
  transcriptTerminatorBackgroundColor: VIOLET,
  transcriptTerminatorColor: ON_VIOLET,
  transcriptTerminatorFontSize: 16,
  transcriptVisualKeyboardIndicatorColor: INK
};

const overrideLocalizedStrings = {
  ACTIVITY_BOT_SAID_ALT: 'L’assistant a dit :',
  ACTIVITY_STATUS_SEND_FAILED_RETRY: 'Message non envoyé. [Renvoyer][RETRY]',
  CONNECTIVITY_STATUS_ALT_CONNECTING: 'Connexion en cours…',
  CONNECTIVITY_STATUS_ALT_FATAL: 'La discussion est interrompue.',
  CONNECTIVITY_STATUS_ALT_RECONNECTING: 'Le réseau est coupé. Nouvelle tentative en cours…',
  CONNECTIVITY_STATUS_ALT_SLOW_CONNECTION: 'La connexion est plus longue que d’habitude.',
  SUGGESTED_ACTIONS_LABEL_ALT: 'Réponses proposées',
  TEXT_INPUT_ALT: 'Écrivez votre message',
  TEXT_INPUT_PLACEHOLDER: 'Écrivez votre message',
  TRANSCRIPT_ARIA_LABEL_ALT: 'Messages de la discussion. Les flèches permettent de passer de l’un à l’autre.',
  TRANSCRIPT_ARIA_ROLE_ALT: 'messages de la discussion',
  TRANSCRIPT_MORE_MESSAGES: 'Messages suivants',
  TRANSCRIPT_NEW_MESSAGES: 'Nouveau message',
  TRANSCRIPT_TERMINATOR_TEXT: 'Fin de la discussion',
  TYPING_INDICATOR_ALT: 'L’assistant écrit…'
};

/** No time under each message: only whether it is on its way or has failed. */
const activityStatusMiddleware = () => next => options => (options.sendState === 'sent' ? false : next(options));

const typingIndicatorMiddleware =
  () =>
  () =>
  ({ visible }) =>
    visible && React.createElement('p', { className: 'chat-typing' }, overrideLocalizedStrings.TYPING_INDICATOR_ALT);

export const appearance = {
  activityStatusMiddleware,
  cardActionMiddleware,
  locale: 'fr-FR',
  overrideLocalizedStrings,
  role: 'region',
  styleOptions,
  suggestedActionsAccessKey: false,
  typingIndicatorMiddleware
};
