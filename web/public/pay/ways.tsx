import type { Answer } from '../../api/client.ts';
import { FactRows } from '../../parts/fact-rows.tsx';
import { useWords } from '../../wording/language.tsx';
import { useFormats } from '../../wording/use-formats.ts';
import { words } from './words.ts';

type Qr = NonNullable<Answer<'getPayment'>['vietQr']>;

/** By transfer: a banking app scans the code, or takes it from a saved picture on the same telephone. */
export function ByTransfer({ qr, dossier }: { readonly qr: Qr; readonly dossier: string }) {
  const w = useWords(words);
  return (
    <section class="panel stack">
      <h2>{w.scan}</h2>
      <p>{w.scanHint}</p>
      <img
        class="pay-qr"
        alt={w.qr}
        width={240}
        height={240}
        src={`data:image/svg+xml,${encodeURIComponent(qr.svg)}`}
      />
      <p>
        <a class="ds-link" href={qr.png} download={`vietqr-${dossier}.png`}>
          {w.save}
        </a>
      </p>
      <dl class="facts">
        <FactRows
          facts={[
            [w.bank, qr.bankName],
            [w.account, qr.account],
            [w.holder, qr.holder],
            [w.purpose, qr.purpose],
          ]}
        />
      </dl>
    </section>
  );
}

type Platform = Answer<'getPayment'>['platform'];

/** At the national platform. Its page is opened by the script, because opening it changes something. */
export function ByPlatform({ platform }: { readonly platform: Platform }) {
  const w = useWords(words);
  const { time } = useFormats();
  const { payAt, queuedSince } = platform;
  return (
    <section class="panel stack" data-by-platform hidden={payAt === null && queuedSince === null}>
      <h2>{w.platform}</h2>
      {queuedSince !== null ? (
        <p role="status" data-queued={queuedSince}>
          {w.queued(time(queuedSince))}
        </p>
      ) : (
        <p>{w.platformHint}</p>
      )}
      {payAt === null ? (
        <button class="ds-button" type="button" data-open data-opening={w.opening} data-failed={w.failed}>
          {queuedSince === null ? w.pay : w.tryNow}
        </button>
      ) : (
        <p>
          <a class="ds-button" href={payAt}>
            {w.pay}
          </a>
        </p>
      )}
      <p role="status" data-told />
    </section>
  );
}
