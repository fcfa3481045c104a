import { Failure } from '../../parts/failure.tsx';
import { useAnswer } from '../../parts/use-answer.ts';
import { useWords } from '../../wording/language.tsx';
import { useDesk } from '../desk.tsx';
import type { HandedInFile } from './papers.tsx';
import { words } from './words.ts';

/** Shows a file beside the form. Its link ends after minutes, and each opening is recorded, so it is asked for here. */
export function Viewer({ code, file }: { readonly code: string; readonly file: HandedInFile }) {
  const w = useWords(words);
  const { api } = useDesk();
  const { body, error, reload } = useAnswer(api, 'openFile', { params: { code, id: file.id } });
  if (!body) return error === undefined ? null : <Failure error={error} again={reload} />;
  const picture = body.contentType.startsWith('image/');
  return (
    <figure class="viewer">
      <figcaption class="row apart">
        <span role="status">{w.opened(body.fileName)}</span>
        <a class="ds-link" href={body.url} target="_blank" rel="noreferrer noopener" data-native>
          {w.download}
        </a>
      </figcaption>
      {body.shown === 'inline' &&
        (picture ? (
          <img src={body.url} alt={body.fileName} />
        ) : (
          <iframe src={body.url} title={body.fileName} />
        ))}
    </figure>
  );
}
