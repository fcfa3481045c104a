import { useState } from 'preact/hooks';
import type { WorkflowTemplate } from '../../../api/generated.ts';
import { Failure } from '../../../parts/failure.tsx';
import { TextField } from '../../../parts/field.tsx';
import { useAction } from '../../../parts/use-action.ts';
import { useWords, wording } from '../../../wording/language.tsx';
import { useDesk } from '../../desk.tsx';
import { NoLikeness, templateLike } from './template-like.ts';

const words = wording({
  vi: {
    code: 'Mã thủ tục có quy trình làm mẫu',
    hint: 'Mỗi bước được tỷ lệ thời hạn như ở quy trình đang áp dụng của thủ tục này.',
    take: 'Lấy làm mẫu',
    named: (step: string) => `Bước “${step}” nêu đích danh một đơn vị nên không làm mẫu được.`,
    limits: 'Thời hạn các bước tính bằng nhiều đơn vị khác nhau nên không chia tỷ lệ được.',
  },
  en: {
    code: 'Code of the procedure whose workflow is the model',
    hint: 'Each step takes the share of the limit that it has in the published workflow of this procedure.',
    take: 'Take it as a model',
    named: (step: string) => `The step “${step}” names a unit, which a template cannot do.`,
    limits: 'The limits of the steps are counted in several units, so that they have no shares.',
  },
});

/** Makes a template of the workflow that is published for a procedure. */
export function TemplateOfProcedure(props: {
  readonly onTemplate: (template: WorkflowTemplate | undefined) => void;
}) {
  const w = useWords(words);
  const { api } = useDesk();
  const [code, setCode] = useState('');
  const action = useAction(async () => {
    props.onTemplate(undefined);
    const params = { code: code.trim() };
    const [{ procedure }, { workflow }] = await Promise.all([
      api.get('getProcedure', { params }),
      api.get('getWorkflow', { params }),
    ]);
    props.onTemplate(templateLike(workflow, procedure));
  });
  const { error } = action;
  const unlike = error instanceof NoLikeness;
  return (
    <>
      <TextField
        label={w.code}
        hint={w.hint}
        value={code}
        onValue={setCode}
        onEnter={action.run}
        fault={unlike ? (error.step === undefined ? w.limits : w.named(error.step)) : undefined}
      />
      <div>
        <button
          type="button"
          class="ds-button"
          data-variant="secondary"
          disabled={code.trim() === ''}
          onClick={action.run}
          aria-busy={action.busy}
        >
          {w.take}
        </button>
      </div>
      {error !== undefined && !unlike && <Failure error={error} />}
    </>
  );
}
