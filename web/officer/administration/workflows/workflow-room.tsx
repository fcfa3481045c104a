import { useState } from 'preact/hooks';
import type { ProposedChange } from '../../../api/generated.ts';
import { Failure } from '../../../parts/failure.tsx';
import { useAnswer } from '../../../parts/use-answer.ts';
import { useWords, wording } from '../../../wording/language.tsx';
import { useDesk } from '../../desk.tsx';
import { ProposalWaits } from '../proposal-waits.tsx';
import { Editor } from './editor.tsx';

const words = wording({
  vi: {
    back: 'Danh mục thủ tục',
    title: (code: string) => `Quy trình của thủ tục ${code}`,
    version: (n: number) => `Đang áp dụng: bản ${n}`,
    templates: 'Thủ tục chưa có quy trình thì áp dụng quy trình mẫu',
  },
  en: {
    back: 'Catalogue of procedures',
    title: (code: string) => `Workflow of procedure ${code}`,
    version: (n: number) => `Published: version ${n}`,
    templates: 'A procedure without a workflow gets one by a template',
  },
});

/** The workflow of a procedure: as a picture, changed in a draft, checked, compared, proposed. */
export function WorkflowRoom({ procedure }: { readonly procedure: string }) {
  const w = useWords(words);
  const { api } = useDesk();
  const { body, error, reload } = useAnswer(api, 'getWorkflow', { params: { code: procedure } });
  const [proposed, setProposed] = useState<ProposedChange>();
  return (
    <section class="stack">
      <a class="ds-link" href="/officer/administration/catalogue">
        {w.back}
      </a>
      <h1>{w.title(procedure)}</h1>
      {error !== undefined && (
        <>
          <Failure error={error} again={reload} />
          <a class="ds-link" href="/officer/administration/workflows/templates">
            {w.templates}
          </a>
        </>
      )}
      {body && (
        <>
          <p class="note">{w.version(body.version)}</p>
          {proposed && <ProposalWaits change={proposed} />}
          <Editor
            procedure={procedure}
            published={body.workflow}
            onProposed={change => {
              setProposed(change);
              reload();
            }}
          />
        </>
      )}
    </section>
  );
}
