import type { INestApplicationContext } from '@nestjs/common';
import { connect, createServer, type AddressInfo, type Server } from 'node:net';
import { once } from 'node:events';
import { scratchDatabase, type Scratch } from '../database/scratch';
import { FileEntity, Files, FilesModule } from '../files';
import { Inbox, inboxFolder, InboxModule, startInbox, type InboxServer } from '../inbox';
import { OutboxMessageEntity } from '../outbox';
import { eventually, startProcess } from '../queue/processes';
import { MailMessageEntity } from './mail-message.entity';
import { Mail, type NewMail } from './mail';
import { MailModule } from './mail.module';

const entities = [MailMessageEntity, OutboxMessageEntity, FileEntity];
let scratch: Scratch;
let smtp: InboxServer;
let proxy: Server;
let worker: INestApplicationContext;
/** What the line does to an answer of the mail server: another answer instead, or null to cut it off. */
let disturb: (answer: string) => string | null = (answer) => answer;

/** Between worker and server, so that a spec can cut the line at a chosen word. */
async function startProxy(): Promise<void> {
  proxy = createServer((client) => {
    const server = connect(smtp.port, '127.0.0.1');
    client.on('data', (data) => server.write(data));
    server.on('data', (data) => {
      const answer = disturb(String(data));
      if (answer === null) client.destroy();
      else client.write(answer);
    });
    for (const socket of [client, server]) {
      const endBoth = (): void => void (client.destroy(), server.destroy());
      socket.on('close', endBoth).on('error', endBoth);
    }
  });
  proxy.listen(0, '127.0.0.1');
  await once(proxy, 'listening');
}

beforeAll(async () => {
  scratch = await scratchDatabase(entities);
  smtp = await startInbox(inboxFolder(scratch.config), 0);
  await startProxy();
  const smtpUrl = `smtp://127.0.0.1:${(proxy.address() as AddressInfo).port}`;
  worker = await startProcess('worker', Object.assign(Object.create(scratch.config), { smtpUrl }), entities, {
    imports: [MailModule.for('worker'), FilesModule, InboxModule],
  });
});
afterAll(async () => {
  await worker.close();
  proxy.close();
  await smtp.close();
  await scratch.drop();
});

const send = (mail: Omit<NewMail, 'associationId'>): Promise<string> =>
  scratch.write((tx) => worker.get(Mail).send(tx, { ...mail, associationId: scratch.association }));
const row = (id: string): Promise<MailMessageEntity> =>
  scratch.write((tx) => tx.findOneByOrFail(MailMessageEntity, { id }));
const sent = (id: string): Promise<MailMessageEntity> =>
  eventually(async () => ((await row(id)).sentAt ? row(id) : null), 25);

it('brings a letter with a Chinese subject and attachment over SMTP, byte for byte', async () => {
  const content = Buffer.from('姓名,支部\n张三,机关第一支部\n');
  const file = await worker
    .get(Files)
    .put(content, { name: '党员名册.csv', accountId: null, associationId: scratch.association });
  const id = await send({
    to: ['secretary@example.org', 'deputy@example.org'],
    subject: '关于召开2026年第四季度支部党员大会的通知（请于十二月一日前回复）',
    text: '请各支部按时参加。',
    html: '<p>请各支部<b>按时</b>参加。</p>',
    attachments: [{ fileId: file.id }],
  });
  const letter = await sent(id);
  expect(letter).toMatchObject({ state: 'SENT', attempts: 1, lastError: null });
  const [mail, ...others] = await worker.get(Inbox).list({ to: 'deputy@example.org' });
  expect(others).toEqual([]);
  expect(mail).toMatchObject({
    messageId: letter.messageId,
    from: '"Dangwu 党务" <dangwu@localhost>',
    to: ['secretary@example.org', 'deputy@example.org'],
    subject: '关于召开2026年第四季度支部党员大会的通知（请于十二月一日前回复）',
  });
  expect(mail?.text.trim()).toBe('请各支部按时参加。');
  expect(mail?.html).toContain('<b>按时</b>');
  expect(mail?.attachments).toMatchObject([{ name: '党员名册.csv', type: 'text/csv' }]);
  expect(mail?.attachments[0]?.content.equals(content)).toBe(true);
});

it('is not sent when its transaction is rolled back', async () => {
  await expect(
    scratch.write(async (tx) => {
      await worker
        .get(Mail)
        .send(tx, { to: ['x@example.org'], subject: 'x', text: 'x', associationId: scratch.association });
      throw new Error('no');
    }),
  ).rejects.toThrow('no');
  expect(await worker.get(Inbox).list({ to: 'x@example.org' })).toEqual([]);
});

it('is forgotten, when it holds a secret, once it is sent or given up', async () => {
  const letter = { subject: '重设密码', text: 'https://dangwu.example.org/password#secret', confidential: true };
  const id = await send({ ...letter, to: ['secret@example.org'] });
  expect(await sent(id)).toMatchObject({ state: 'SENT', subject: '重设密码', text: '', html: null });
  const [mail] = await worker.get(Inbox).list({ to: 'secret@example.org' });
  expect(mail?.text).toContain('password#secret');
  disturb = (answer) => answer.replaceAll(/^250 Accepted/gim, '550 5.1.1 No such mailbox');
  const lost = await send({ ...letter, to: ['nowhere@example.org'] });
  const failed = await eventually(async () => ((await row(lost)).state === 'FAILED' ? row(lost) : null));
  disturb = (answer) => answer;
  expect(failed.text).toBe('');
});

it('comes again under the same Message-ID and is marked when the answer was lost after the letter was taken', async () => {
  let cuts = 0;
  disturb = (answer) => (/^250 .*queued/i.test(answer) && ++cuts === 1 ? null : answer);
  const id = await send({ to: ['twice@example.org'], subject: '两次', text: '同一封信' });
  const letter = await sent(id);
  disturb = (answer) => answer;
  expect(letter).toMatchObject({ state: 'UNCERTAIN', attempts: 2 });
  const copies = await worker.get(Inbox).list({ to: 'twice@example.org' });
  expect(copies.map((mail) => mail.messageId)).toEqual([letter.messageId, letter.messageId]);
});

it('is marked when the worker died with the letter in its hands', async () => {
  const id = await scratch.write(async (tx) => {
    const made = await worker.get(Mail).send(tx, {
      to: ['crash@example.org'],
      subject: '崩溃',
      text: '…',
      associationId: scratch.association,
    });
    await tx.update(MailMessageEntity, { id: made }, { state: 'SENDING', attempts: 1 });
    return made;
  });
  expect(await sent(id)).toMatchObject({ state: 'UNCERTAIN', attempts: 2 });
});

it('fails at once when the server refuses for good', async () => {
  disturb = (answer) => answer.replaceAll(/^250 Accepted/gim, '550 5.1.1 No such mailbox');
  const id = await send({ to: ['nobody@example.org'], subject: '退回', text: '…' });
  const failed = await eventually(async () => ((await row(id)).state === 'FAILED' ? row(id) : null));
  disturb = (answer) => answer;
  expect(failed).toMatchObject({ attempts: 1, sentAt: null });
  expect(failed.lastError).toMatch(/No such mailbox/);
});
