import { readdirSync } from 'node:fs';
import { type WorkflowTemplate, workflowTemplate } from '../schemas/catalogue/workflow-template.ts';
import { readJsonFile } from '../tools/json-file.ts';

const folder = new URL('./workflow-templates/', import.meta.url);

/** Ids of the templates at hand, in order. */
export function workflowTemplateIds(): string[] {
  return readdirSync(folder)
    .flatMap(name => (name.endsWith('.json') ? [name.slice(0, -'.json'.length)] : []))
    .sort();
}

/** A template of `workflow-templates/`, checked. */
export function workflowTemplateNamed(id: string): WorkflowTemplate {
  return readWorkflowTemplate(new URL(`${id}.json`, folder));
}

/** A template from a file of one's own. Throws where it cannot be read, or is none. */
export function readWorkflowTemplate(file: string | URL): WorkflowTemplate {
  return readJsonFile(file, workflowTemplate);
}
