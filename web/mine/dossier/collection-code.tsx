import { useState } from 'preact/hooks';
import type { Answer } from '../../api/client.ts';
import { Failure } from '../../parts/failure.tsx';
import { QrCode } from '../../parts/qr-code.tsx';
import { useAction } from '../../parts/use-action.ts';
import { useWords, wording } from '../../wording/language.tsx';
import { useFormats } from '../../wording/use-formats.ts';
import { useAccount } from '../account.tsx';
import type { Dossier } from './dossier-page.tsx';

const words = wording({
  vi: {
    title: 'Nhận kết quả tại quầy',
    waits:
      'Kết quả đang chờ ở nơi tiếp nhận. Khi đến nhận, ông/bà mang theo giấy hẹn và giấy tờ tùy thân, đưa mã QR dưới đây cho cán bộ quét. Người nhận thay phải có giấy ủy quyền.',
    show: 'Hiện mã nhận kết quả',
    label: 'Mã QR nhận kết quả',
    until: (day: string) =>
      `Dùng được một lần, đến hết ngày ${day}. Có thể chụp lại màn hình để dùng khi không có mạng; đừng gửi mã cho người khác.`,
  },
  en: {
    title: 'Collect the result at the counter',
    waits:
      'The result waits at the counter. Bring the receipt slip and an identity paper, and let the officer scan this QR code. Whoever collects for you needs an authorization.',
    show: 'Show the code',
    label: 'QR code to collect the result',
    until: (day: string) =>
      `Good for one collection, until the end of ${day}. A picture of it works without a network; send it to nobody.`,
  },
});

/** The code by which a result is collected at the counter (mã nhận kết quả), shown when it is asked for. */
export function CollectionCode({ dossier }: { readonly dossier: Dossier }) {
  const w = useWords(words);
  const { day } = useFormats();
  const { api } = useAccount();
  const [code, setCode] = useState<Answer<'getCollectionCode'>>();
  const action = useAction(async () => {
    setCode(await api.get('getCollectionCode', { params: { code: dossier.code } }));
  });
  const waits = dossier.delivery === 'ready' || dossier.delivery === 'recalled';
  if (dossier.returnBy !== 'counter' || !waits) return null;
  return (
    <section class="panel stack">
      <h2>{w.title}</h2>
      <p>{w.waits}</p>
      {code ? (
        <>
          <QrCode text={code.collectionCode} label={w.label} />
          <p class="note">
            <code>{code.collectionCode}</code>
          </p>
          <p>{w.until(day(code.validUntil))}</p>
        </>
      ) : (
        <div>
          <button type="button" class="ds-button" disabled={action.busy} onClick={() => void action.run()}>
            {w.show}
          </button>
        </div>
      )}
      {action.error !== undefined && <Failure error={action.error} brief />}
    </section>
  );
}
