// What a button under the assistant's words opens. Web Chat opens every address in a new window, which a telephone number leaves
// empty, and refuses to write an SMS or to leave the page.
import { leave } from './leave.js';

const LEAVE = '/quitter';
const TELEPHONE = /^(sms|tel):/;

export const cardActionMiddleware = () => next => options => {
  const { type, value } = options.cardAction;

  if (type === 'openUrl' && value === LEAVE) {
    leave();
  } else if (type === 'openUrl' && TELEPHONE.test(value)) {
    location.assign(value);
  } else {
    next(options);
  }
};
