import type { Logger } from '@aws-lambda-powertools/logger';
import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import * as z from 'zod';
import type { ReceiptProviderName } from '../../../schemas/money/receipt-provider.ts';
import {
  type ViettelConnection,
  type VnptConnection,
  viettelConnection,
  vnptConnection,
} from '../../../schemas/outside/receipt-connections.ts';
import type { ReceiptMissed, ReceiptProvider, ReceiptPutOff } from '../../domain/ports/receipt-provider.ts';
import { countOnce } from '../../kernel/lambda/count-once.ts';
import { runtimeNow } from '../../kernel/lambda/runtime.ts';
import { whenNeeded } from '../../kernel/lambda/when-needed.ts';
import { keptSecret, type ReadSecret } from '../../kernel/outside/kept-secret.ts';

type Connect<C> = (options: {
  readonly connection: ReadSecret<C>;
  readonly now: () => number;
}) => Promise<ReceiptProvider>;

export const receiptProviderEnvironment = z.object({
  RECEIPT_VNPT_SECRET: z.string(),
  RECEIPT_VIETTEL_SECRET: z.string(),
});

/** The providers of receipts as their secrets name them; each is loaded with the first receipt that it is asked for. */
export function openReceiptProviders(
  environment: z.infer<typeof receiptProviderEnvironment>,
  logger: Logger,
  connect: { readonly vnpt: Connect<VnptConnection>; readonly viettel: Connect<ViettelConnection> },
) {
  const secret = <S extends z.ZodType>(arn: string, schema: S): ReadSecret<z.output<S>> =>
    arn === '' ? async () => undefined : keptSecret(new SecretsManagerClient({}), arn, schema, runtimeNow);
  const vnpt = secret(environment.RECEIPT_VNPT_SECRET, vnptConnection);
  const viettel = secret(environment.RECEIPT_VIETTEL_SECRET, viettelConnection);
  const providers: Readonly<Record<ReceiptProviderName, ReceiptProvider>> = {
    vnpt: lazily(() => connect.vnpt({ connection: vnpt, now: runtimeNow })),
    viettel: lazily(() => connect.viettel({ connection: viettel, now: runtimeNow })),
  };
  return {
    providers,
    missed(provider: ReceiptProviderName, why: ReceiptMissed | ReceiptPutOff) {
      const facts =
        why.state === 'unavailable' ? { reason: why.reason, detail: why.detail } : { code: why.code };
      logger.warn('RECEIPT_PROVIDER_MISSED', { provider, state: why.state, ...facts });
      const blocked =
        why.state === 'blocked' || (why.state === 'unavailable' && why.reason === 'notConnected');
      countOnce(blocked ? 'ReceiptProviderBlocked' : 'ReceiptProviderSilent', { provider });
    },
  };
}

function lazily(open: () => Promise<ReceiptProvider>): ReceiptProvider {
  const opened = whenNeeded(open);
  return {
    issue: async receipt => (await opened()).issue(receipt),
    find: async asked => (await opened()).find(asked),
    page: async asked => (await opened()).page(asked),
  };
}
