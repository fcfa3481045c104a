import type { Answer } from '../../api/client.ts';
import { faultSaid, Refused } from '../../api/problem.ts';
import { SearchForm } from '../../parts/search-form.tsx';
import { useWords, wording } from '../../wording/language.tsx';
import { useFormats } from '../../wording/use-formats.ts';
import type { PublicPage } from '../page.ts';
import { codeIn } from './code-in.ts';
import { ENDED } from './ended.ts';

const words = wording({
  vi: {
    title: 'Theo dõi hồ sơ',
    label: 'Mã hồ sơ',
    hint: 'Ghi trên giấy tiếp nhận hồ sơ và hẹn trả kết quả, ví dụ H44.101-261121-0001',
    show: 'Xem tiến độ',
    state: 'Trạng thái',
    progress: 'Tiến độ',
    promised: 'Hẹn trả kết quả',
    noDate: 'chưa có ngày hẹn trả',
    scan: 'Quét mã QR trên giấy hẹn',
    scanning: 'Đưa mã QR vào khung hình.',
    stop: 'Dừng quét',
    noCode: 'Mã này không phải mã hồ sơ.',
    noCamera: 'Không mở được máy ảnh.',
    follows: 'Trang tự cập nhật.',
    more: 'Chủ hồ sơ xem được giấy tờ, yêu cầu bổ sung và kết quả tại',
    mine: 'Hồ sơ của tôi',
  },
  en: {
    title: 'Follow a dossier',
    label: 'Dossier code',
    hint: 'On your receipt, such as H44.101-261121-0001',
    show: 'Show the progress',
    state: 'State',
    progress: 'Progress',
    promised: 'Promised for',
    noDate: 'no date is promised at present',
    scan: 'Scan the QR code of the receipt',
    scanning: 'Hold the QR code into the picture.',
    stop: 'Stop',
    noCode: 'This is not the code of a dossier.',
    noCamera: 'The camera could not be opened.',
    follows: 'This page keeps itself up to date.',
    more: 'The applicant sees papers, requests and results at',
    mine: 'My dossiers',
  },
});

/** How far a dossier is, for whoever has its code: progress and promised date, and nothing about people. */
export const track: PublicPage = {
  room: 'track',
  async show({ query, language, api }) {
    const { title } = words[language];
    const typed = query['code']?.trim() ?? '';
    const code = codeIn(typed);
    if (code === '') return { title, content: <Page typed="" /> };
    try {
      const dossier = await api.get('trackDossier', { params: { code } });
      return { title, content: <Page typed={dossier.code} dossier={dossier} /> };
    } catch (error) {
      if (!(error instanceof Refused) || ![400, 404].includes(error.problem.status)) throw error;
      const { status } = error.problem;
      return { title, status, content: <Page typed={typed} fault={faultSaid(error.problem)} /> };
    }
  },
};

function Page(props: {
  readonly typed: string;
  readonly fault?: string;
  readonly dossier?: Answer<'trackDossier'>;
}) {
  const w = useWords(words);
  return (
    <div class="stack prose">
      <h1>{w.title}</h1>
      {props.dossier && <Progress dossier={props.dossier} />}
      <SearchForm
        action="/track"
        name="code"
        value={props.typed}
        label={w.label}
        hint={w.hint}
        submit={w.show}
        fault={props.fault}
      >
        {/* The script shows it where the browser can read codes. */}
        <div
          data-scan
          hidden
          data-open={w.scan}
          data-scanning={w.scanning}
          data-stop={w.stop}
          data-no-code={w.noCode}
          data-no-camera={w.noCamera}
        />
      </SearchForm>
      <p class="note">
        {w.more}{' '}
        <a class="ds-link" href="/mine">
          {w.mine}
        </a>
        .
      </p>
    </div>
  );
}

function Progress({ dossier }: { readonly dossier: Answer<'trackDossier'> }) {
  const w = useWords(words);
  const { weekday } = useFormats();
  const ended = ENDED.includes(dossier.handling);
  return (
    <section class="panel stack" data-tracked={dossier.code} aria-live="polite">
      <h2>{dossier.code}</h2>
      <dl class="facts">
        <div>
          <dt>{w.state}</dt>
          <dd>
            <strong data-status>{dossier.statusText}</strong>
          </dd>
        </div>
        {!ended && (
          <>
            <div>
              <dt>{w.progress}</dt>
              <dd>
                <span data-percent>{dossier.progress} %</span>
                <progress max={100} value={dossier.progress} aria-label={w.progress} />
              </dd>
            </div>
            <div>
              <dt>{w.promised}</dt>
              <dd data-promised data-none={w.noDate}>
                {dossier.promisedOn ? weekday(dossier.promisedOn) : w.noDate}
              </dd>
            </div>
          </>
        )}
      </dl>
      <p class="note" data-follows hidden>
        {w.follows}
      </p>
    </section>
  );
}
