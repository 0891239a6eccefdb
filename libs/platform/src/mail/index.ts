export { Mail, type NewMail } from './mail';
export { MailMessageEntity, type MailAttachment, type MailState } from './mail-message.entity';
export { MailModule } from './mail.module';
