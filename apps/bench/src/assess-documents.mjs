// What is asked while assessments are measured; the result page is asked by the console's own document.
import { hash } from 'node:crypto';

export const documents = {
  cycle: `query BenchCycle($id: ID!) { assessmentCycle(id: $id) { version } }`,
  assessment: `query BenchAssessment($id: ID!) { assessment(id: $id) { version total } }`,
  compute: `mutation BenchCompute($input: ComputeAssessmentsInput!) { computeAssessments(input: $input) }`,
  adjust: `mutation BenchAdjust($input: AdjustAssessmentInput!) { adjustAssessment(input: $input) { total rank } }`,
  job: `query BenchJob($id: ID!) { job(id: $id) { state done total message { zh en } } }`,
};
export const idOf = (text) => hash('sha256', text, 'hex');
/** By id: a session may send no others. */
export const assessDocuments = Object.fromEntries(Object.values(documents).map((text) => [idOf(text), text]));
