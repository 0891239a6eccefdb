import { defineErrors } from '../errors';

export const jobErrors = defineErrors('jobs', {
  JOB_FINISHED: {
    code: 'PRECONDITION_FAILED',
    zh: '这项任务已经结束（{state}），不能再取消。',
    en: 'This job is finished already ({state}) and cannot be cancelled.',
  },
  JOB_ABANDONED: {
    code: 'UNAVAILABLE',
    zh: '任务执行中断了 {attempts} 次，已停止重试，没有写入不完整的结果。请重新发起；若再次发生，请联系系统管理员。',
    en: 'The job was interrupted {attempts} times and is not tried again; no partial result was written. Start it again, and tell the system administrator if it happens once more.',
  },
  JOB_KIND_UNKNOWN: {
    code: 'INTERNAL',
    zh: '当前版本不能执行“{kind}”任务。请联系系统管理员。',
    en: 'This release cannot carry out jobs of the kind "{kind}". Tell the system administrator.',
  },
  JOB_BROKE: {
    code: 'INTERNAL',
    zh: '任务因系统内部错误失败，没有写入不完整的结果。请联系系统管理员，并告知任务编号 {id}。',
    en: 'The job failed by an internal error; no partial result was written. Tell the system administrator and quote the job {id}.',
  },
});
