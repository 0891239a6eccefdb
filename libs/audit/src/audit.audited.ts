import { defineAudited } from '@dangwu/platform/audit';

/** What this library records about its own use. */
defineAudited({
  actions: {
    verifyAuditChain: { zh: '核对审计链', en: 'Verify the audit chain' },
    exportAuditEvents: { zh: '导出审计日志', en: 'Export the audit log', kind: 'EXPORT' },
  },
  fields: {
    ok: { zh: '一致', en: 'all as sealed' },
    blocks: { zh: '块数', en: 'blocks' },
    archivedEvents: { zh: '归档事件数', en: 'archived events' },
    findings: { zh: '问题', en: 'findings' },
    action: { zh: '操作', en: 'action' },
    actorId: { zh: '操作人', en: 'actor' },
    subjectId: { zh: '对象', en: 'object' },
    from: { zh: '从', en: 'from' },
    requestId: { zh: '请求号', en: 'request' },
  },
  values: {
    kind: {
      AUDIT_VERIFY: { zh: '核对审计链', en: 'verify the audit chain' },
      AUDIT_EXPORT: { zh: '导出审计日志', en: 'export of the audit log' },
      WRITE: { zh: '写入', en: 'write' },
      PERSONAL_READ: { zh: '查看个人信息', en: 'reading personal data' },
      EXPORT: { zh: '导出', en: 'export' },
      SIGN_IN: { zh: '登录', en: 'sign-in' },
    },
  },
});
