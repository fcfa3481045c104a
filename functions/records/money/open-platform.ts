import type { Logger } from '@aws-lambda-powertools/logger';
import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { type PaymentConnection, paymentConnection } from '../../../schemas/outside/payment-connection.ts';
import type { GatewayMissed, PaymentGateway } from '../../domain/ports/payment-gateway.ts';
import { countOnce } from '../../kernel/lambda/count-once.ts';
import { runtimeNow } from '../../kernel/lambda/runtime.ts';
import { keptSecret, type ReadSecret } from '../../kernel/outside/kept-secret.ts';

type Connect = (options: {
  readonly connection: ReadSecret<PaymentConnection>;
  readonly now: () => number;
}) => PaymentGateway;

/** The payment platform as its secret names it; none where the deployment has no such secret. */
export function openPlatform(secret: string, logger: Logger, connect: Connect) {
  const connection =
    secret === ''
      ? undefined
      : keptSecret(new SecretsManagerClient({}), secret, paymentConnection, runtimeNow);
  return {
    platform: connection && connect({ connection, now: runtimeNow }),
    platformSecret: async () => connection?.(),
    missed({ reason, detail }: GatewayMissed) {
      logger.warn('PAYMENT_PLATFORM_MISSED', { reason, detail });
      countOnce('PaymentPlatformSilent', { reason });
    },
  };
}
