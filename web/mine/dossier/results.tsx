import type { Answer } from '../../api/client.ts';
import { Failure } from '../../parts/failure.tsx';
import { NoLongerHolds } from '../../parts/no-longer-holds.tsx';
import { useAnswer } from '../../parts/use-answer.ts';
import { useOpenLink } from '../../parts/use-open-link.ts';
import { useWords, wording } from '../../wording/language.tsx';
import { useFormats } from '../../wording/use-formats.ts';
import { useAccount } from '../account.tsx';
import { OpenedDetails } from '../opened-details.tsx';
import type { Dossier } from './dossier-page.tsx';

const words = wording({
  vi: {
    title: 'Kết quả',
    withheld: 'Kết quả sẽ mở được ở đây sau khi nộp phí, lệ phí.',
    number: 'Số kết quả',
    code: 'Mã tra cứu',
    validUntil: 'Có giá trị đến hết ngày',
    open: 'Mở kết quả (PDF)',
    opening: 'Đang mở…',
    check: 'Cách kiểm tra kết quả là thật',
    how: 'Bất kỳ ai nhận kết quả này đều kiểm tra được bằng số kết quả và mã tra cứu, không cần đăng nhập:',
    verify: 'kiểm tra kết quả',
    digest: 'Tệp đúng có mã SHA-256 là:',
    gone: 'Hiện không có tệp kết quả để mở.',
  },
  en: {
    title: 'Result',
    withheld: 'The result can be opened here when the fee is paid.',
    number: 'Number',
    code: 'Verification code',
    validUntil: 'Holds until the end of',
    open: 'Open the result (PDF)',
    opening: 'Opening …',
    check: 'How to check that it is genuine',
    how: 'Whoever is shown this result can check it by its number and verification code, without signing in:',
    verify: 'check a result',
    digest: 'The genuine file has this SHA-256:',
    gone: 'There is no file to open now.',
  },
});

type Result = Answer<'listResults'>['items'][number];

/** The result, with a link that is asked for at the click, and how anybody can check it. */
export function Results({ dossier }: { readonly dossier: Dossier }) {
  const w = useWords(words);
  const { api } = useAccount();
  const { body, error, reload } = useAnswer(api, 'listResults', { params: { code: dossier.code } });
  return (
    <section class="panel stack">
      <h2>{w.title}</h2>
      {error !== undefined && <Failure error={error} again={reload} />}
      {body?.items.length === 0 && <p>{w.withheld}</p>}
      {body?.items.map(result => (
        <OneResult key={result.number} code={dossier.code} result={result} />
      ))}
    </section>
  );
}

function OneResult({ code, result }: { readonly code: string; readonly result: Result }) {
  const w = useWords(words);
  const formats = useFormats();
  const { api } = useAccount();
  const { number, verificationCode, sha256, size, revoked, validUntil } = result;
  const open = useOpenLink(async () => {
    const { items } = await api.get('listResults', { params: { code } });
    const found = items.find(each => each.number === number);
    if (!found) throw new Error(w.gone);
    return found.url;
  });
  return (
    <>
      {revoked && <NoLongerHolds revoked={revoked} />}
      <dl class="facts">
        <dt>{w.number}</dt>
        <dd>{number}</dd>
        <dt>{w.code}</dt>
        <dd>{verificationCode}</dd>
        {validUntil && (
          <>
            <dt>{w.validUntil}</dt>
            <dd>{formats.day(validUntil)}</dd>
          </>
        )}
      </dl>
      <div>
        <button type="button" class="ds-button" onClick={() => void open.run()}>
          {open.busy ? w.opening : w.open}
        </button>{' '}
        <span class="note">{formats.bytes(size)}</span>
      </div>
      {open.error !== undefined && <Failure error={open.error} />}
      <OpenedDetails summary={w.check}>
        {() => (
          <div class="stack">
            <p>
              {w.how}{' '}
              <a class="ds-link" href={`/verify?${new URLSearchParams({ number, code: verificationCode })}`}>
                {w.verify}
              </a>
            </p>
            <p>
              {w.digest} <code>{sha256}</code>
            </p>
          </div>
        )}
      </OpenedDetails>
    </>
  );
}
