// The Direct Line client, with what a patient needs and it leaves out: a message that a busy server missed is sent again, a lost
// connection is taken up within seconds, and every ending is told, once.
import { ConnectionStatus, DirectLine } from 'botframework-directlinejs';

const TIMEOUT_MS = 10_000;
const RESENDS = 2;
const RESEND_AFTER_MS = 1_500;

const REASONS = {
  [ConnectionStatus.Ended]: 'interrupted',
  [ConnectionStatus.ExpiredToken]: 'interrupted',
  [ConnectionStatus.FailedToConnect]: 'unavailable'
};

/**
 * @param {{ domain: string, token: string, webSocket: boolean }} options
 * @param {(reason: 'interrupted' | 'unavailable' | 'no-socket') => void} onEnd `no-socket`: something on the way refuses WebSockets
 */
export function connect(options, onEnd) {
  let ended = false;
  let opened = false;

  const end = reason => {
    if (!ended) {
      ended = true;
      onEnd(reason);
    }
  };

  class WatchedWebSocket extends WebSocket {
    constructor(url) {
      super(url);
      this.addEventListener('open', () => (opened = true));
      this.addEventListener('close', () => opened || end('no-socket'));
    }
  }

  const directLine = new DirectLine({ ...options, timeout: TIMEOUT_MS, WebSocket: WatchedWebSocket });

  // Its own delay is 3 to 15 s, during which a reply, « appelez le 15 » included, would wait.
  directLine.getRetryDelay = () => 1_000 + Math.random() * 2_000;

  directLine.connectionStatus$.subscribe(status => status in REASONS && end(REASONS[status]));

  // A conversation that the server has forgotten is an error of this stream, and changes no status.
  directLine.activity$ = directLine.activity$.catch(() => {
    end('interrupted');

    return [];
  });

  resendActivities(directLine);

  return directLine;
}

/** « retry » is how postActivity says that it failed. Sent again as it is, an activity keeps its id, and counts once. */
function resendActivities(directLine) {
  const post = directLine.postActivity.bind(directLine);

  directLine.postActivity = activity => ({
    subscribe(observer) {
      let subscription;
      let timer;

      const attempt = resends => {
        timer = undefined;
        subscription = post(activity).subscribe({
          ...observer,
          next: id => {
            if (id === 'retry' && resends) {
              timer = setTimeout(attempt, RESEND_AFTER_MS, resends - 1);
            } else {
              observer.next(id);
            }
          },
          complete: () => timer || observer.complete?.()
        });
      };

      attempt(RESENDS);

      return {
        unsubscribe() {
          clearTimeout(timer);
          subscription?.unsubscribe();
        }
      };
    }
  });
}
