import { Failure } from '../../parts/failure.tsx';
import { ReceiptList } from '../../parts/receipt-list.tsx';
import { useAnswer } from '../../parts/use-answer.ts';
import { useAccount } from '../account.tsx';

/** The electronic receipts of what was paid. */
export function Receipts({ code }: { readonly code: string }) {
  const { api } = useAccount();
  const { body, error, reload } = useAnswer(api, 'listReceipts', { params: { code } });
  if (error !== undefined) return <Failure error={error} again={reload} />;
  return body ? <ReceiptList api={api} code={code} receipts={body.receipts} /> : null;
}
