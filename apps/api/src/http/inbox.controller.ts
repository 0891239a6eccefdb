import { CurrentViewer, Requires, type Viewer } from '@dangwu/access';
import { Audit } from '@dangwu/platform/audit';
import { Config } from '@dangwu/platform/config';
import { Database } from '@dangwu/platform/database';
import { platformErrors } from '@dangwu/platform/errors';
import { Inbox, type ReceivedMail } from '@dangwu/platform/inbox';
import { Controller, Get, Header, Param, Res } from '@nestjs/common';
import type { Response } from 'express';
import { allowPage } from './security-headers';

/** What would have been sent, where the development inbox is on; elsewhere there is no such page. */
@Controller('inbox')
export class InboxController {
  constructor(
    private readonly config: Config,
    private readonly inbox: Inbox,
    private readonly database: Database,
    private readonly audit: Audit,
  ) {}

  @Requires('inbox.read')
  @Get()
  @Header('Content-Type', 'text/html; charset=utf-8')
  async list(@Res({ passthrough: true }) response: Response): Promise<string> {
    this.assertOn();
    const rows = (await this.inbox.list()).map(
      (mail) => `<tr><td>${time(mail)}</td><td>${text(mail.to.join(', '))}</td>
        <td><a href="/inbox/${mail.id}">${text(mail.subject)}</a></td><td>${mail.attachments.length || ''}</td></tr>`,
    );
    const none = '<tr><td colspan="4">还没有邮件。系统发出的邮件都会留在这里，不会寄到外面。</td></tr>';
    return page(
      response,
      '开发收件箱',
      `<table><thead><tr><th>时间</th><th>收件人</th><th>主题</th><th>附件</th></tr></thead>
       <tbody>${rows.join('') || none}</tbody></table>`,
    );
  }

  @Requires('inbox.read')
  @Get(':id')
  @Header('Content-Type', 'text/html; charset=utf-8')
  async read(
    @Param('id') id: string,
    @CurrentViewer() viewer: Viewer,
    @Res({ passthrough: true }) response: Response,
  ): Promise<string> {
    this.assertOn();
    const mail = await this.inbox.read(id);
    if (!mail) throw platformErrors.UNKNOWN_ID();
    // a letter may hold what is meant for its reader alone
    await this.database.transaction(viewer.scope('inbox.read'), (tx) =>
      this.audit.record(tx, { action: 'readInboxMail', subjectType: 'Mail', after: { name: mail.subject } }),
    );
    // the letter is somebody's HTML: an empty sandbox runs no script and follows no link
    const letter = mail.html
      ? `<iframe sandbox title="${text(mail.subject)}" srcdoc="${text(mail.html)}"></iframe>`
      : '';
    const body = `${letter}<pre>${text(mail.text)}</pre>`;
    const attachments = mail.attachments.map((a) => `<li>${text(a.name)}（${Math.ceil(a.size / 1024)} KB）</li>`);
    return page(
      response,
      mail.subject,
      `<p><a href="/inbox">全部邮件</a></p>
       <p>${time(mail)}，收件人 ${text(mail.to.join(', '))}，发件人 ${text(mail.from)}</p>${body}
       <ul>${attachments.join('')}</ul>`,
      // a letter carries its styles on its elements, and the frame keeps to the policy of this page
      "'unsafe-inline'",
    );
  }

  private assertOn(): void {
    if (!this.config.developmentInbox) throw platformErrors.UNKNOWN_ID();
  }
}

const text = (value: string): string => value.replace(/[&<>"']/g, (c) => `&#${c.charCodeAt(0)};`);

const time = ({ date }: ReceivedMail): string =>
  date
    ? new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai', dateStyle: 'short', timeStyle: 'medium' }).format(
        date,
      )
    : '';

const page = (response: Response, title: string, body: string, styles?: string): string => `<!doctype html>
<html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${text(title)}，党务</title>
<style nonce="${allowPage(response, styles)}">
  body { font: 14px/1.6 system-ui, sans-serif; margin: 24px auto; padding: 0 16px; max-width: 960px; color-scheme: light dark }
  table { border-collapse: collapse; width: 100% } th, td { text-align: left; padding: 6px 12px; border-bottom: 1px solid }
  pre { white-space: pre-wrap } iframe { width: 100%; height: 60vh; border: 1px solid; background: white } td:first-child { white-space: nowrap }
</style></head><body><h1>${text(title)}</h1>${body}</body></html>`;
