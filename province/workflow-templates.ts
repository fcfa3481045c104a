import { readdirSync, readFileSync } from 'node:fs';
import * as z from 'zod';
import { type WorkflowTemplate, workflowTemplate } from '../schemas/catalogue/workflow-template.ts';

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
  return z.parse(workflowTemplate, JSON.parse(readFileSync(file, 'utf8')));
}
