/** A message to an address supplied by an outsider. */
export interface WebhookMessage {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** The outcome of a message. `gone`: the receiver said that nobody listens there any more. */
export type WebhookOutcome =
  | { readonly delivered: true; readonly milliseconds: number }
  | {
      readonly delivered: false;
      readonly milliseconds: number;
      /** A code for what went wrong, such as `timeout` or `http-500`: never the answer's content. */
      readonly reason: string;
      readonly gone: boolean;
    };

/** The channel to addresses that portals supply. */
export interface WebhookChannel {
  /** Why a message to this address would never be sent; undefined if it may be. */
  refusal(url: string): 'not-https' | 'has-credentials' | 'address-not-public' | undefined;
  post(message: WebhookMessage): Promise<WebhookOutcome>;
}
