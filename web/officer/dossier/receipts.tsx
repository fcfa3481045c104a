import { useState } from 'preact/hooks';
import { Dialog } from '../../parts/dialog.tsx';
import { Failure } from '../../parts/failure.tsx';
import { LineAction } from '../../parts/line-action.tsx';
import { type Receipt, ReceiptList } from '../../parts/receipt-list.tsx';
import { useAction } from '../../parts/use-action.ts';
import { useAnswer } from '../../parts/use-answer.ts';
import { useWords, wording } from '../../wording/language.tsx';
import { useFormats } from '../../wording/use-formats.ts';
import { useDesk } from '../desk.tsx';
import { CorrectReceipt } from './correct-receipt.tsx';
import { ProviderRequest } from './provider-request.tsx';

const words = wording({
  vi: {
    title: 'Biên lai điện tử',
    correct: 'Thay thế, điều chỉnh…',
    waits: 'Đề nghị thay thế, điều chỉnh đang chờ duyệt',
    making: 'đang lập biên lai thay thế, điều chỉnh',
    approve: 'Duyệt',
    refuse: 'Không duyệt',
    because: {
      beingMade: 'biên lai đang được lập',
      noCollector: 'chưa có biên lai: đơn vị chưa công bố cơ quan thu phí, lệ phí',
    },
  },
  en: {
    title: 'Electronic receipts',
    correct: 'Replace or adjust…',
    waits: 'A correction waits to be decided',
    making: 'the receipt that corrects is being made',
    approve: 'Approve',
    refuse: 'Do not approve',
    because: {
      beingMade: 'the receipt is being made',
      noCollector: 'no receipt: nobody is published as collecting fees for the unit',
    },
  },
});

/** The receipts of a dossier, what has none and why, and the way to correct one. */
export function Receipts({ code }: { readonly code: string }) {
  const w = useWords(words);
  const { api, is } = useDesk();
  const { dong, instant } = useFormats();
  const [correcting, setCorrecting] = useState<string>();
  const { body, error, reload } = useAnswer(api, 'listReceipts', { params: { code } });
  if (error !== undefined) return <Failure error={error} again={reload} />;
  if (!body) return null;
  const besideOf = (receipt: Receipt) => (
    <>
      {receipt.correction && <Correction code={code} receipt={receipt} onDone={reload} />}
      {is('reception', 'leader') && isCorrectable(receipt) && (
        <button
          type="button"
          class="ds-button"
          data-variant="tertiary"
          data-size="sm"
          onClick={() => setCorrecting(receipt.receipt)}
        >
          {w.correct} <span class="hidden">{receipt.receipt}</span>
        </button>
      )}
    </>
  );
  return (
    <>
      <ReceiptList api={api} code={code} receipts={body.receipts} beside={besideOf} />
      {body.missing.map(({ at, amount, because, request }) => (
        <p class="note" key={request?.id ?? at}>
          {dong(amount)} · {instant(at)}:{' '}
          {request === null ? (
            w.because[because]
          ) : (
            <ProviderRequest code={code} request={request} onDone={reload} />
          )}
        </p>
      ))}
      {correcting !== undefined && (
        <Dialog title={`${w.title} ${correcting}`} onClose={() => setCorrecting(undefined)}>
          <CorrectReceipt
            code={code}
            receipt={correcting}
            onDone={() => {
              setCorrecting(undefined);
              reload();
            }}
          />
        </Dialog>
      )}
    </>
  );
}

const isCorrectable = ({ kind, state, correction }: Receipt): boolean =>
  correction === null && state !== 'replaced' && (kind === 'original' || kind === 'replacement');

interface CorrectionProps {
  readonly code: string;
  readonly receipt: Receipt;
  readonly onDone: () => void;
}

/** A correction on its way; a leader decides about one that somebody else asked for. */
function Correction(props: CorrectionProps) {
  const w = useWords(words);
  const { is } = useDesk();
  if (props.receipt.correction?.state === 'approved') return <span class="note">{w.making}</span>;
  return (
    <>
      <span class="note">{w.waits}</span>
      {is('leader') && [true, false].map(to => <Decide key={`${to}`} {...props} approved={to} />)}
    </>
  );
}

function Decide({ code, receipt, approved, onDone }: CorrectionProps & { readonly approved: boolean }) {
  const w = useWords(words);
  const { api } = useDesk();
  const action = useAction(async key => {
    const params = { code, id: receipt.receipt };
    await api.ask('decideReceiptCorrection', { params, body: { approved }, key });
    onDone();
  });
  return <LineAction action={action} label={approved ? w.approve : w.refuse} of={receipt.receipt} />;
}
