import type { Logger } from '@aws-lambda-powertools/logger';
import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { paymentConnection } from '../../../schemas/outside/payment-connection.ts';
import { httpPaymentPlatform } from '../../connectors/payment-platform/payment-platform.ts';
import type { GatewayMissed } from '../../domain/ports/payment-gateway.ts';
import { countOnce } from '../../kernel/lambda/count-once.ts';
import { runtimeNow } from '../../kernel/lambda/runtime.ts';
import { keptSecret } from '../../kernel/outside/kept-secret.ts';

/** The payment platform as its secret names it; none where the deployment has no such secret. */
export function openPlatform(secret: string, logger: Logger) {
  const connection =
    secret === ''
      ? undefined
      : keptSecret(new SecretsManagerClient({}), secret, paymentConnection, runtimeNow);
  return {
    platform: connection && httpPaymentPlatform({ connection, now: runtimeNow }),
    platformSecret: async () => connection?.(),
    missed({ reason, detail }: GatewayMissed) {
      logger.warn('PAYMENT_PLATFORM_MISSED', { reason, detail });
      countOnce('PaymentPlatformSilent', { reason });
    },
  };
}
