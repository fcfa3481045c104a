import { useState } from 'preact/hooks';
import type { WorkflowTemplate } from '../../../api/generated.ts';
import { useWords, wording } from '../../../wording/language.tsx';
import { TemplateFacts } from './template-facts.tsx';
import { TemplateOrder } from './template-order.tsx';
import { TemplateSource } from './template-source.tsx';

const words = wording({
  vi: {
    back: 'Danh mục thủ tục',
    title: 'Áp dụng quy trình mẫu',
    lead: 'Một quy trình mẫu cho nhiều thủ tục: mỗi bước được một phần thời hạn giải quyết của từng thủ tục.',
    template: 'Quy trình mẫu',
  },
  en: {
    back: 'Catalogue of procedures',
    title: 'Apply a workflow template',
    lead: 'One template for many procedures: each step takes a share of the legal limit of each procedure.',
    template: 'Template',
  },
});

/** Gives many procedures their workflow by a template: chosen, tried, and then proposed for those that it fits. */
export function TemplateRoom() {
  const w = useWords(words);
  const [template, setTemplate] = useState<WorkflowTemplate>();
  return (
    <section class="stack">
      <a class="ds-link" href="/officer/administration/catalogue">
        {w.back}
      </a>
      <h1>{w.title}</h1>
      <p class="prose">{w.lead}</p>
      <section class="panel stack">
        <h2>{w.template}</h2>
        <TemplateSource onTemplate={setTemplate} />
        {template && <TemplateFacts template={template} />}
      </section>
      {template && <TemplateOrder template={template} />}
    </section>
  );
}
