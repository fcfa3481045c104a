import { CitedResult } from '../../parts/cited-result.tsx';
import { Mark } from '../../parts/mark.tsx';
import { OpenButton } from '../../parts/open-button.tsx';
import { FileSource } from '../../store/file-source.tsx';
import { useWords, wording } from '../../wording/language.tsx';
import { paperWords } from '../../wording/paper-words.ts';
import { useFormats } from '../../wording/use-formats.ts';
import { useAccount } from '../account.tsx';
import type { Dossier } from './dossier-page.tsx';

const words = wording({
  vi: {
    title: 'Giấy tờ đã nộp',
    none: 'Chưa nộp giấy tờ nào.',
    wanted: 'Được yêu cầu bổ sung',
    missing: 'Bắt buộc, chưa nộp',
    replaced: 'đã có bản mới hơn',
    open: 'Mở',
  },
  en: {
    title: 'Papers handed in',
    none: 'No papers were handed in.',
    wanted: 'Asked for',
    missing: 'Required, not handed in',
    replaced: 'replaced by a later one',
    open: 'Open',
  },
});

type Paper = Dossier['components'][number];

/** The papers that were handed in or are missing, with a way to open each file. */
export function Papers({ dossier }: { readonly dossier: Dossier }) {
  const w = useWords(words);
  const shown = dossier.components.filter(({ state }) => state !== 'notHandedIn');
  return (
    <section class="panel stack">
      <h2>{w.title}</h2>
      {shown.length === 0 && <p>{w.none}</p>}
      {shown.map(paper => (
        <PaperFiles key={paper.component} code={dossier.code} paper={paper} />
      ))}
    </section>
  );
}

function PaperFiles({ code, paper }: { readonly code: string; readonly paper: Paper }) {
  const w = useWords(words);
  const papers = useWords(paperWords);
  const { api } = useAccount();
  return (
    <div class="stack">
      <h3 class="long">{paper.name}</h3>
      {(paper.state === 'wanted' || paper.state === 'missing') && (
        <p>
          <Mark level="soon">{w[paper.state]}</Mark>
        </p>
      )}
      {paper.paperCopies > 0 && <p>{papers.copies(paper.paperCopies, paper.paperKind)}</p>}
      {paper.results.map(number => (
        <CitedResult key={number} api={api} code={code} number={number} />
      ))}
      {paper.files.length > 0 && (
        <ul class="plain">
          {paper.files.map(file => (
            <li key={file.id}>
              <OpenFile code={code} file={file} />
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

function OpenFile({ code, file }: { readonly code: string; readonly file: Paper['files'][number] }) {
  const w = useWords(words);
  const formats = useFormats();
  const { api } = useAccount();
  const linkOf = async () => (await api.get('openFile', { params: { code, id: file.id } })).url;
  return (
    <div class="row">
      <OpenButton label={w.open} about={file.fileName} linkOf={linkOf} />
      <span>
        {file.fileName}{' '}
        <span class="note">
          {formats.bytes(file.size)}, {formats.day(file.handedInAt)}
          {file.state === 'replaced' && `, ${w.replaced}`}
        </span>
        <FileSource source={file.source} />
      </span>
    </div>
  );
}
