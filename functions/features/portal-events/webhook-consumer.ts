/** The name of a subscription's consumer, in cursors, among parties and in metrics. */
export const webhookConsumer = (subscription: string) => `webhook.${subscription}`;
