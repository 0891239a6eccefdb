// What is asked while long work is measured.
import { hash } from 'node:crypto';

export const documents = {
  draft: `mutation Draft($input: DraftYearPlanInput!) { draftYearPlan(input: $input) { id job { id } } }`,
  job: `query PlanJob($id: ID!) { job(id: $id) { state done total message { zh en } } }`,
};
export const idOf = (text) => hash('sha256', text, 'hex');
/** By id: a session may send no others. */
export const longDocuments = Object.fromEntries(Object.values(documents).map((text) => [idOf(text), text]));
