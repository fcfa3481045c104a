/** A message to an address that somebody outside named. */
export interface WebhookMessage {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** What came of a message. `gone`: whoever answered says that nobody listens there any more. */
export type WebhookOutcome =
  | { readonly delivered: true; readonly milliseconds: number }
  | {
      readonly delivered: false;
      readonly milliseconds: number;
      /** A word for what went wrong, such as `timeout` or `http-500`: never what was answered. */
      readonly reason: string;
      readonly gone: boolean;
    };

/** The way to addresses that portals name. */
export interface WebhookChannel {
  /** Why a message to this address would never be sent; undefined when it may be. */
  refusal(url: string): 'not-https' | 'has-credentials' | 'address-not-public' | undefined;
  post(message: WebhookMessage): Promise<WebhookOutcome>;
}
